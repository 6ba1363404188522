import type { Problems } from "#base/outcome.ts";
import type { State } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { longDate } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Coach } from "../queries.ts";

export interface CoachesPageProps {
  state: State;
  coaches: Coach[];
  values: FormValues;
  problems: Problems;
}

export function CoachesPage({ state, coaches, values, problems }: CoachesPageProps) {
  const path = `/states/${state.code}/coaches`;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={`Coaches in ${state.name}`}
        trail={[
          { href: `/states/${state.code}`, label: state.name },
          { href: `/states/${state.code}/lead`, label: "Your desk" },
        ]}
        lede="Whom you know as coaches and facilitators. Only leads of the state and editors see this list."
      />
      {coaches.length > 0 && (
        <DataTable
          caption="Coaches, those of today first"
          hideCaption
          stacks
          rows={coaches}
          columns={[
            { label: "Name", heads: true, cell: ({ name }) => name },
            { label: "Organization", cell: ({ organization }) => organization || "–" },
            { label: "When", cell: whenWords },
            { label: "Note", cell: ({ note }) => note || "–" },
            { label: "Change", cell: (coach) => <RowDeeds path={path} coach={coach} /> },
          ]}
        />
      )}
      <Section title="Add a coach">
        <Form action={path}>
          <TextField {...field("name")} label="Name" />
          <FieldsRow>
            <TextField {...field("organization")} label="Organization" optional />
            <TextField
              {...field("from")}
              label="Since"
              optional
              width="short"
              hint="2018, 2018-03 or 2018-03-14"
            />
          </FieldsRow>
          <TextField
            {...field("email")}
            label="Their address here, if they have an account"
            type="email"
            optional
            hint="Lets them see and delete what is kept about them. It is not shown."
          />
          <TextField
            {...field("note")}
            label="Note"
            optional
            hint="Which regions they know, what they are good at."
          />
          <Button>Add the coach</Button>
        </Form>
      </Section>
    </>
  );
}

function whenWords({ from, to }: Coach): string {
  if (to) return from ? `${longDate(from)} to ${longDate(to)}` : `Until ${longDate(to)}`;
  return from ? `Since ${longDate(from)}` : "Today";
}

function RowDeeds({ path, coach: { id, name, to } }: { path: string; coach: Coach }) {
  return (
    <div class="row-actions">
      {to === null && (
        <Form action={`${path}/${id}/end`} bare>
          <Button look="plain" compact>
            Ended<span class="visually-hidden">: {name}</span>
          </Button>
        </Form>
      )}
      <ConfirmStep question={`Take ${name} out of the list?`}>
        <Form action={`${path}/${id}/removal`} bare>
          <Button look="plain" compact>
            Remove<span class="visually-hidden">: {name}</span>
          </Button>
        </Form>
      </ConfirmStep>
    </div>
  );
}
