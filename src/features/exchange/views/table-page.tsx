import type { Problems } from "#base/outcome.ts";
import type { ExchangeTable } from "#platform/exchange.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";

export interface TablePageProps {
  table: ExchangeTable;
  problems: Problems;
  /** Largest file, in words. */
  most: string;
}

/** One kind of table: its template, all of it to take out, and the way in. */
export function TablePage({ table, problems, most }: TablePageProps) {
  const base = `/desk/exchange/${table.kind}`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={table.title}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/exchange", label: "Tables in and out" },
        ]}
      />
      <Section title="Take all of it out">
        <div class="stack">
          <p>The export has the same columns as the template, so it can be changed and brought back.</p>
          <Buttons>
            <ButtonLink href={`${base}/export/xlsx`} look="quiet" icon="download" download>
              Excel (.xlsx)
            </ButtonLink>
            <ButtonLink href={`${base}/export/csv`} look="quiet" icon="download" download>
              CSV
            </ButtonLink>
          </Buttons>
        </div>
      </Section>
      <Section title={`Bring ${table.title.toLowerCase()} in`} id="bring">
        <div class="stack">
          <p>
            Nothing changes at first: you see for each row whether it is new, what it would change, or why it
            is refused. Then you take in all of it, or nothing.
          </p>
          <Form action={`${base}/imports`} files>
            <FileField
              name="table"
              label="The table"
              accept=".csv,.tsv,.txt,.xlsx"
              hint={`An Excel file (.xlsx, its first sheet) or CSV, up to ${most} and 100,000 rows.`}
              problems={problems}
            />
            <Button>Try it out</Button>
          </Form>
        </div>
      </Section>
      <Section title="What belongs into it">
        <div class="stack">
          <p>
            {table.matching} An empty cell leaves what is there as it is, and a column that you do not need
            may be left out.
          </p>
          <Buttons>
            <ButtonLink href={`${base}/template/xlsx`} look="quiet" icon="download" download>
              Template for Excel
            </ButtonLink>
            <ButtonLink href={`${base}/template/csv`} look="quiet" icon="download" download>
              Template as CSV
            </ButtonLink>
          </Buttons>
          <DataTable
            caption={`The columns of ${table.title.toLowerCase()}`}
            hideCaption
            stacks
            rows={[...table.columns]}
            columns={[
              { label: "Column", heads: true, cell: ({ key }) => <code>{key}</code> },
              { label: "Needed", cell: ({ required }) => (required ? "Yes" : "No") },
              { label: "What belongs into it", cell: ({ hint }) => hint },
              { label: "Example", cell: ({ example }) => example || "(empty)" },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
