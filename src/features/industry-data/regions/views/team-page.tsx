import type { Problems } from "#base/outcome.ts";
import type { Holder, OpenInvitation } from "#features/people/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { REGIONS_PATH, regionPath } from "../paths.ts";
import type { Region } from "../queries.ts";

export interface TeamPageProps {
  region: Region;
  team: Holder[];
  invitations: OpenInvitation[];
  keeps: boolean;
  me: string;
  zone: string;
  done: string | undefined;
  values: FormValues;
  problems: Problems;
}

const DONE: Record<string, string> = {
  invited: "The invitation is on its way.",
  withdrawn: "The invitation is withdrawn; its link opens nothing any more.",
  ended: "They are not in the team any more, and were told by mail.",
};

const ROLE_WORDS: Record<string, string> = { "region-keeper": "Keeps it", "region-member": "Member" };

/** Who is in a region's team, and who is invited. */
export function TeamPage(props: TeamPageProps) {
  const { region, keeps, done, problems } = props;
  const words = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title="The team"
        trail={[
          { href: REGIONS_PATH, label: "Regions" },
          { href: regionPath(region.slug), label: region.name },
        ]}
        lede="Everybody here sees the region, scores, and decides with the others. Whoever keeps it can also change its counties and invite."
      />
      <ErrorSummary problems={problems} />
      {words && <Notice tone="success" title={words} live />}
      <Section title="At present">
        <Team {...props} />
      </Section>
      {keeps && (
        <>
          <Section title="Invited" id="invited">
            <Invitations {...props} />
          </Section>
          <Section title="Invite somebody" id="invite">
            <InviteForm {...props} />
          </Section>
        </>
      )}
    </>
  );
}

function Team({ region, team, keeps, me, zone }: TeamPageProps) {
  if (team.length === 0)
    return (
      <EmptyState title="Nobody any more" icon="users" level={3}>
        The editors of this site keep the region meanwhile. Invite its convener below.
      </EmptyState>
    );
  const to = (...rest: string[]) => regionPath(region.slug, "team", ...rest);
  return (
    <DataTable
      caption="Who is in the team"
      hideCaption
      stacks
      rows={team}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: ({ person }) => `${person.name || "Somebody"}${person.id === me ? " (you)" : ""}`,
        },
        { label: "Part", cell: ({ role }) => ROLE_WORDS[role] ?? "Member" },
        { label: "Since", cell: ({ since }) => <Moment at={since} zone={zone} /> },
        {
          label: "Change",
          cell: ({ person, grantId }) =>
            person.id === me ? (
              <ConfirmStep question={`Leave the team of ${region.name}?`}>
                <Form action={to("leaving")} bare>
                  <Button look="plain" compact>
                    Leave
                  </Button>
                </Form>
              </ConfirmStep>
            ) : keeps ? (
              <ConfirmStep question={`End ${person.name}’s part in the team? They are told by mail.`}>
                <Form action={to("parts", grantId, "removal")} bare>
                  <Button look="plain" compact>
                    End<span class="visually-hidden"> {person.name}’s part</span>
                  </Button>
                </Form>
              </ConfirmStep>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}

function Invitations({ region, invitations, zone }: TeamPageProps) {
  if (invitations.length === 0) return <p>No invitation is open.</p>;
  return (
    <DataTable
      caption="Open invitations"
      hideCaption
      stacks
      rows={invitations}
      columns={[
        { label: "To", heads: true, cell: ({ name, email }) => `${name}, ${email}` },
        { label: "By", cell: ({ invitedBy }) => invitedBy },
        { label: "Works until", cell: ({ expiresAt }) => <Moment at={expiresAt} zone={zone} /> },
        {
          label: "Change",
          cell: ({ id, name }) => (
            <Form action={regionPath(region.slug, "team", "invitations", id, "withdrawal")} bare>
              <Button look="plain" compact>
                Withdraw<span class="visually-hidden"> the invitation to {name}</span>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

function InviteForm({ region, values, problems }: TeamPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <Form action={`${regionPath(region.slug, "team")}#invite`}>
      <TextField {...field("name")} label="Their name" autocomplete="off" />
      <TextField
        {...field("email")}
        label="Their e-mail address"
        type="email"
        hint="The invitation works once, within two weeks, for whoever signs in with this address."
        autocomplete="off"
      />
      <RadioGroup
        name="role"
        label="What they may do"
        options={[
          { value: "region-member", label: "Work with you", hint: "See it all, score, decide." },
          {
            value: "region-keeper",
            label: "Keep it with you",
            hint: "Also change its counties, say who may see it, invite others.",
          },
        ]}
        value={textOf(values, "role") || "region-member"}
        problems={problems}
      />
      <div>
        <Button icon="mail">Send the invitation</Button>
      </div>
    </Form>
  );
}
