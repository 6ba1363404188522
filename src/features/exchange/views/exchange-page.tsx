import type { ExchangeTable } from "#platform/exchange.ts";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import type { Import } from "../importing/queries.ts";
import { STATE_WORDS } from "../importing/rules.ts";
import type { ImportState } from "../tables.ts";

export interface ExchangePageProps {
  tables: readonly ExchangeTable[];
  imports: Import[];
  zone: string;
}

/** Every kind of table that can be brought and taken, and what was brought lately. */
export function ExchangePage({ tables, imports, zone }: ExchangePageProps) {
  const titles = new Map(tables.map(({ kind, title }) => [kind, title]));
  return (
    <>
      <PageHead
        title="Tables in and out"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Take everything out as a spreadsheet, or bring a spreadsheet in. You see what each row would do before anything changes."
      />
      <DataTable
        caption="What can be brought and taken"
        hideCaption
        stacks
        rows={[...tables]}
        columns={[
          {
            label: "Table",
            heads: true,
            cell: ({ kind, title }) => <a href={`/desk/exchange/${kind}`}>{title}</a>,
          },
          { label: "Take out", cell: (table) => <Files table={table} what="export" words="all" /> },
          {
            label: "Template",
            cell: (table) => <Files table={table} what="template" words="the template" />,
          },
          {
            label: "Bring in",
            cell: ({ kind, title }) => (
              <a href={`/desk/exchange/${kind}#bring`}>Bring {title.toLowerCase()}</a>
            ),
          },
        ]}
      />
      <Section title="Brought lately">
        <div class="stack">
          {imports.length === 0 ? (
            <p>Nothing has been brought in the last 30 days.</p>
          ) : (
            <DataTable
              caption="Tables that were brought lately, the newest first"
              hideCaption
              stacks
              rows={imports}
              columns={[
                {
                  label: "File",
                  heads: true,
                  cell: ({ id, fileName }) => <a href={`/desk/imports/${id}`}>{fileName}</a>,
                },
                { label: "Table", cell: ({ kind }) => titles.get(kind) ?? kind },
                { label: "Brought by", cell: ({ byName }) => byName },
                { label: "When", cell: ({ createdAt }) => <Moment at={createdAt} zone={zone} /> },
                { label: "State", cell: ({ state }) => <StateBadge state={state} /> },
              ]}
            />
          )}
          <p class="quiet-text">
            What was brought is forgotten after 30 days; what was taken in stays, of course.
          </p>
        </div>
      </Section>
    </>
  );
}

function Files({ table, what, words }: { table: ExchangeTable; what: "export" | "template"; words: string }) {
  const link = (format: "csv" | "xlsx", label: string) => (
    <a href={`/desk/exchange/${table.kind}/${what}/${format}`} download>
      {label}
      <span class="visually-hidden">
        : {words} of {table.title.toLowerCase()}
      </span>
    </a>
  );
  return (
    <span class="row-actions">
      {link("xlsx", "Excel")}
      {link("csv", "CSV")}
    </span>
  );
}

const TONES: Partial<Record<ImportState, "good" | "warn" | "bad" | "strong">> = {
  tried: "strong",
  done: "good",
  refused: "bad",
  failed: "bad",
  reading: "warn",
  "taking-in": "warn",
};

export function StateBadge({ state }: { state: ImportState }) {
  const tone = TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{STATE_WORDS[state]}</Badge>;
}

/** A file to save, as a line with its icon. */
export function SaveLink({ href, children }: { href: string; children: string }) {
  return (
    <a class="follow" href={href} download>
      <Icon name="download" /> {children}
    </a>
  );
}
