import type { Problems } from "#base/outcome.ts";
import type { Holder, OpenInvitation } from "#features/people/public.ts";
import type { State } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { ROLE_WORDS, STATE_ROLES, type StateRole } from "../forms.ts";

export interface AppointPageProps {
  state: State;
  holders: Holder[];
  invitations: OpenInvitation[];
  values: FormValues;
  problems: Problems;
  invited: boolean;
  zone: string;
}

/** Who leads one state: those who do, those who are invited, and a form to invite somebody. */
export function AppointPage(props: AppointPageProps) {
  const { state, holders, invitations, values, problems, invited, zone } = props;
  const path = `/desk/states/${state.code}`;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      {invited && (
        <Notice tone="success" live>
          <p>The invitation is on its way.</p>
        </Notice>
      )}
      <PageHead
        title={`Who leads ${state.name}`}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/states", label: "State leads" },
        ]}
        actions={
          <>
            <a href={`/states/${state.code}/lead`}>What a lead sees</a>
            <a href={`/states/${state.code}`}>The state’s page</a>
          </>
        }
      />
      {holders.length > 0 && (
        <DataTable
          caption="Leads and editors of the state"
          stacks
          rows={holders}
          columns={[
            { label: "Name", heads: true, cell: ({ person }) => person.name || "No name yet" },
            { label: "Address", cell: ({ person }) => person.email ?? "–" },
            { label: "Role", cell: ({ role }) => ROLE_WORDS[role as StateRole].name },
            { label: "Since", cell: ({ since }) => <Moment at={since} zone={zone} /> },
            { label: "Change", cell: (holder) => <End path={path} holder={holder} state={state} /> },
          ]}
        />
      )}
      {invitations.length > 0 && (
        <Section title="Invited, not here yet">
          <DataTable
            caption="Open invitations"
            hideCaption
            stacks
            rows={invitations}
            columns={[
              { label: "Address", heads: true, cell: ({ email }) => email },
              { label: "Name", cell: ({ name }) => name || "–" },
              { label: "Works until", cell: ({ expiresAt }) => <Moment at={expiresAt} zone={zone} /> },
              { label: "Change", cell: (one) => <Withdraw path={path} invitation={one} /> },
            ]}
          />
        </Section>
      )}
      <Section title="Invite somebody">
        <Form action={`${path}/invitations`}>
          <TextField {...field("name")} label="Their name" optional />
          <TextField {...field("email")} label="Their e-mail address" type="email" />
          <RadioGroup
            {...field("role")}
            value={textOf(values, "role") || "state-lead"}
            label="As"
            options={STATE_ROLES.map((role) => ({
              value: role,
              label: ROLE_WORDS[role].name,
              hint: ROLE_WORDS[role].hint,
            }))}
          />
          <Button>Send the invitation</Button>
        </Form>
      </Section>
    </>
  );
}

function End({ path, holder, state }: { path: string; holder: Holder; state: State }) {
  const name = holder.person.name || holder.person.email || "this person";
  const role = ROLE_WORDS[holder.role as StateRole].name.toLowerCase();
  return (
    <ConfirmStep question={`End ${name}’s being ${role} of ${state.name}?`}>
      <Form action={`${path}/roles/${holder.grantId}/end`} bare>
        <Button look="plain" compact>
          End<span class="visually-hidden">: {name}</span>
        </Button>
      </Form>
    </ConfirmStep>
  );
}

function Withdraw({ path, invitation }: { path: string; invitation: OpenInvitation }) {
  return (
    <Form action={`${path}/invitations/${invitation.id}/withdrawal`} bare>
      <Button look="plain" compact>
        Withdraw<span class="visually-hidden">: {invitation.email}</span>
      </Button>
    </Form>
  );
}
