import type { Problems } from "#base/outcome.ts";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import type { Holdings } from "../holdings.ts";
import type { FiguresImport } from "../imports/queries.ts";
import { filesInWords, STATE_WORDS } from "../imports/rules.ts";
import type { FiguresImportState } from "../imports/tables.ts";
import { PeriodTable } from "./period-table.tsx";

export interface DeskPageProps {
  held: Holdings | undefined;
  imports: FiguresImport[];
  problems: Problems;
  /** Largest file, in words. */
  most: string;
  mostFiles: number;
  zone: string;
}

/** What figures are held, the way in for more, and what became of those that were brought. */
export function DeskPage({ held, imports, problems, most, mostFiles, zone }: DeskPageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Figures of industries"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Jobs, wages and establishments by county and industry, as BLS’s Quarterly Census of Employment and Wages counts them. You see what files hold and what they would replace before anything changes."
      />
      <Section title="What is held">
        <div class="stack">
          {held && held.periods.length > 0 ? (
            <>
              <PeriodTable periods={held.periods} />
              <p>
                {held.shipped && "These came with the project; nothing has been imported yet. "}
                <a href="/industry/data">Where each period came from, in full</a>
              </p>
            </>
          ) : (
            <p>No figures are held yet. Bring some below, and every page of job data works.</p>
          )}
        </div>
      </Section>
      <Section title="Bring figures" id="bring">
        <div class="stack">
          <p>
            Take the files as BLS publishes them, from{" "}
            <a href="https://www.bls.gov/cew/downloadable-data-files.htm" rel="external noopener">
              its downloadable files
            </a>
            : the single file of a year, files by area, or quarterly ones. CSV, gz and ZIP are all fine, and
            several at once. For an area and a period that are held already the new figures take the place of
            the old; everything else stays.
          </p>
          <Form action="/desk/industry/imports" files>
            <FileField
              name="figures"
              label="Files of the Quarterly Census"
              accept=".csv,.gz,.zip"
              multiple
              hint={`Up to ${mostFiles} files and ${most} altogether. Larger ones go by the command line: npm run cli -- industry import FILE…`}
              problems={problems}
            />
            <Button>Look at them</Button>
          </Form>
        </div>
      </Section>
      <Section title="Brought lately">
        {imports.length === 0 ? (
          <p>Nobody has brought figures yet.</p>
        ) : (
          <DataTable
            caption="Figures that were brought lately, the newest first"
            hideCaption
            stacks
            rows={imports}
            columns={[
              {
                label: "Files",
                heads: true,
                cell: ({ id, files }) => <a href={`/desk/industry/imports/${id}`}>{filesInWords(files)}</a>,
              },
              { label: "Brought by", cell: ({ byName }) => byName },
              { label: "When", cell: ({ createdAt }) => <Moment at={createdAt} zone={zone} /> },
              { label: "State", cell: ({ state }) => <StateBadge state={state} /> },
            ]}
          />
        )}
      </Section>
    </>
  );
}

const TONES: Partial<Record<FiguresImportState, "good" | "warn" | "bad" | "strong">> = {
  looked: "strong",
  done: "good",
  refused: "bad",
  failed: "bad",
  looking: "warn",
  "taking-in": "warn",
};

export function StateBadge({ state }: { state: FiguresImportState }) {
  const tone = TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{STATE_WORDS[state]}</Badge>;
}
