import type { Problems } from "#base/outcome.ts";
import type { Holder, OpenInvitation } from "#features/people/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Claim } from "../../claims/queries.ts";
import { WaitingClaims } from "../../claims/views/waiting-claims.tsx";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import { HiddenNotice } from "../../views/hidden-notice.tsx";

export interface EditorsPageProps {
  tended: Tended;
  holders: Holder[];
  invitations: OpenInvitation[];
  claims: Claim[];
  me: string;
  zone: string;
  done: string;
  values: FormValues;
  problems: Problems;
}

/** Who looks after the page, who is invited to, and who asks to. */
export function EditorsPage(props: EditorsPageProps) {
  const { tended, claims, zone, done, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Who looks after it"
        trail={[
          { href: "/my-partnerships", label: "My partnerships" },
          { href: tendPath(tended.slug), label: tended.content.name },
        ]}
        lede="Each of you can change the page, invite others, and leave. What anybody changes is in the versions, with their name."
      />
      <HiddenNotice tended={tended} />
      <DoneNotice done={done} />
      {claims.length > 0 && (
        <Section title="Asks to look after it too" id="claims">
          <WaitingClaims claims={claims} slug={tended.slug} zone={zone} problems={problems} />
        </Section>
      )}
      <Section title="At present">
        <Holders {...props} />
      </Section>
      <Section title="Invited" id="invited">
        <Invitations {...props} />
      </Section>
      <Section title="Invite somebody" id="invite">
        <InviteForm {...props} />
      </Section>
    </>
  );
}

function Holders({ tended, holders, me, zone }: EditorsPageProps) {
  if (holders.length === 0)
    return (
      <EmptyState title="Nobody yet" icon="users" level={3}>
        The editors of this site keep the page meanwhile. Invite its convener below.
      </EmptyState>
    );
  const path = tendPath(tended.slug);
  return (
    <DataTable
      caption="Who looks after the page"
      hideCaption
      stacks
      rows={holders}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: ({ person }) => (person.id === me ? `${person.name} (you)` : person.name),
        },
        { label: "Stands in for", cell: ({ onBehalfOf }) => onBehalfOf || "–" },
        { label: "Since", cell: ({ since }) => <Moment at={since} zone={zone} /> },
        {
          label: "Change",
          cell: ({ person, grantId }) =>
            person.id === me ? (
              <a href={`${path}/leaving`}>Leave</a>
            ) : (
              <div class="row-actions">
                <ConfirmStep
                  question={`End ${person.name}’s looking after this page? They are told by mail.`}
                >
                  <Form action={`${path}/editors/${grantId}/removal`} bare>
                    <Button look="plain" compact>
                      End<span class="visually-hidden"> {person.name}’s looking after it</span>
                    </Button>
                  </Form>
                </ConfirmStep>
              </div>
            ),
        },
      ]}
    />
  );
}

function Invitations({ tended, invitations, zone }: EditorsPageProps) {
  if (invitations.length === 0) return <p>No invitation is open.</p>;
  return (
    <DataTable
      caption="Open invitations"
      hideCaption
      stacks
      rows={invitations}
      columns={[
        { label: "To", heads: true, cell: ({ name, email }) => `${name}, ${email}` },
        { label: "Stands in for", cell: ({ onBehalfOf }) => onBehalfOf || "–" },
        { label: "By", cell: ({ invitedBy }) => invitedBy },
        {
          label: "Works until",
          cell: ({ expiresAt }) => (
            <>
              <Moment at={expiresAt} zone={zone} /> <Badge>Not answered yet</Badge>
            </>
          ),
        },
        {
          label: "Change",
          cell: ({ id, name }) => (
            <div class="row-actions">
              <Form action={`${tendPath(tended.slug)}/invitations/${id}/withdrawal`} bare>
                <Button look="plain" compact>
                  Withdraw<span class="visually-hidden"> the invitation to {name}</span>
                </Button>
              </Form>
            </div>
          ),
        },
      ]}
    />
  );
}

function InviteForm({ tended, values, problems }: EditorsPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <Form action={`${tendPath(tended.slug)}/editors#invite`}>
      <TextField {...field("name")} label="Their name" autocomplete="off" />
      <TextField
        {...field("email")}
        label="Their e-mail address"
        type="email"
        hint="The invitation works once, within two weeks, for whoever signs in with this address."
        autocomplete="off"
      />
      <TextField
        {...field("onBehalfOf")}
        label="Whom they stand in for"
        hint="For an assistant: “Dana Ruiz, champion”. Everything they change then says so, for instance “Ana Lopez, for Dana Ruiz, champion”."
        optional
      />
      <div>
        <Button icon="mail">Send the invitation</Button>
      </div>
    </Form>
  );
}
