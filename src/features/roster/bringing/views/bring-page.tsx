import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { peoplePath } from "../../paths.ts";
import { SIDE_WORDS } from "../../standings.ts";
import type { JudgedRow } from "../judging.ts";

export interface BringPageProps {
  workspace: Workspace;
  values: FormValues;
  problems: Problems;
  /** What would become of each row, once a list was read. */
  read: { rows: JudgedRow[]; leftOut: string[] } | undefined;
}

/** Puts a list of people on the roster: read first, taken in second. */
export function BringPage({ workspace, values, problems, read }: BringPageProps) {
  const { slug } = workspace;
  const count = (outcome: JudgedRow["outcome"]) =>
    read?.rows.filter((row) => row.outcome === outcome).length ?? 0;
  const taken = count("new") + count("known");
  return (
    <>
      <PageHead
        title="Bring a list of people"
        trail={tableTrail(workspace, { href: peoplePath(slug), label: "People" })}
        lede="Paste the recipients of an e-mail, or rows from a spreadsheet. You see what would happen before anything does, and nobody is written to."
      />
      <ErrorSummary problems={problems} />
      {read && (
        <Section title="What would happen">
          {read.leftOut.length > 0 && (
            <Notice tone="warning" title="Some columns are left out">
              <p>
                Nothing here is called {read.leftOut.map((name) => `“${name}”`).join(", ")}. Columns are known
                as name, first name, last name, email, company, title, phone, side, segments and note.
              </p>
            </Notice>
          )}
          <p>
            {count("new")} new, {count("known")} on the roster already, {count("refused")} left out. Of those
            who are there, only what is missing is added.
          </p>
          <DataTable
            caption="Rows of the list"
            hideCaption
            stacks
            rows={read.rows}
            columns={[
              { label: "Row", numeric: true, cell: ({ number }) => number },
              { label: "Name", heads: true, cell: ({ contact }) => contact.name || "No name" },
              { label: "E-mail", cell: ({ contact }) => contact.email ?? "None" },
              { label: "Company", cell: ({ contact }) => contact.company || "Not told" },
              { label: "Side", cell: ({ contact }) => SIDE_WORDS[contact.side].one },
              { label: "What happens", cell: (row) => <Outcome row={row} /> },
            ]}
          />
        </Section>
      )}
      <Form action={peoplePath(slug, "import")} files keep={`roster-list-${workspace.id}`}>
        <TextArea
          name="list"
          label={read ? "The list, where you can mend it" : "Paste it here"}
          hint="Recipients such as “Ann Lee <ann@example.org>; bo@example.org”, or a table whose first row says what its columns are."
          value={textOf(values, "list")}
          rows={10}
          problems={problems}
          optional
        />
        <FileField
          name="table"
          label="Or choose a file"
          hint="A spreadsheet (.xlsx) or CSV. It is read into the field above."
          problems={problems}
          optional
        />
        <RadioGroup
          name="side"
          label="Those of whom the list does not say come for"
          value={textOf(values, "side") || "business"}
          problems={problems}
          options={[
            { value: "business", label: "A business" },
            { value: "public", label: "A support partner" },
          ]}
        />
        <Buttons>
          {read && taken > 0 && (
            <Button name="step" value="take">
              {taken === 1 ? "Put this person on the roster" : `Put these ${taken} on the roster`}
            </Button>
          )}
          <Button name="step" value="read" look={read && taken > 0 ? "quiet" : "main"}>
            {read ? "Read it again" : "Read the list"}
          </Button>
          <ButtonLink href={peoplePath(slug)} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

function Outcome({ row }: { row: JudgedRow }) {
  if (row.outcome === "refused")
    return (
      <>
        <Badge tone="bad">Left out</Badge> {row.problem}
      </>
    );
  return row.outcome === "new" ? <Badge tone="good">New</Badge> : <Badge>On the roster already</Badge>;
}
