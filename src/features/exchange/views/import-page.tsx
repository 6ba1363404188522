import { fileSizeText } from "#base/file-kinds.ts";
import type { ExchangeTable } from "#platform/exchange.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/work-list.tsx";
import type { Import, ImportedRow } from "../importing/queries.ts";
import { isUnderWay, OUTCOME_WORDS, OUTCOMES } from "../importing/rules.ts";
import type { Outcome } from "../tables.ts";
import { Decision } from "./decision.tsx";
import { StateBadge } from "./exchange-page.tsx";
import { Progress } from "./progress.tsx";
import { RefusedRows } from "./refused-rows.tsx";
import { RowsTable } from "./rows-table.tsx";

export interface ImportPageProps {
  one: Import;
  table: ExchangeTable;
  rows: ImportedRow[];
  show: Outcome | undefined;
  page: number;
  perPage: number;
  /** Why the last press of a button did nothing. */
  refusal?: string | undefined;
  zone: string;
}

/** What a brought table would do, row by row, and the yes or no to all of it. */
export function ImportPage(props: ImportPageProps) {
  const { one, table, refusal, zone } = props;
  return (
    <>
      <PageHead
        title={one.fileName}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/exchange", label: "Tables in and out" },
          { href: `/desk/exchange/${table.kind}`, label: table.title },
        ]}
        meta={
          <>
            <StateBadge state={one.state} />
            <span>
              {table.title}, {fileSizeText(one.bytes)}, brought by {one.byName} on{" "}
              <Moment at={one.createdAt} zone={zone} />
            </span>
          </>
        }
      />
      <div class="stack">
        {refusal && (
          <Notice tone="problem" title="Nothing was done" live>
            <p>{refusal}</p>
          </Notice>
        )}
        {one.problem && (
          <Notice
            tone="problem"
            title={one.state === "refused" ? "This file cannot be taken" : "Nothing was changed"}
            live
          >
            <p>{one.problem}</p>
            <p>
              <a href={`/desk/exchange/${table.kind}`}>See the template, and send the table again</a>
            </p>
          </Notice>
        )}
        {one.notes.length > 0 && one.state !== "done" && (
          <Notice tone="warning" title="Please look">
            {[...new Set(one.notes)].map((note) => (
              <p>{note}</p>
            ))}
          </Notice>
        )}
        {isUnderWay(one) && <Progress one={one} />}
        {one.state === "done" && <Done one={one} table={table} />}
        {one.state === "tried" && <Decision one={one} />}
        {(one.state === "tried" || one.state === "done") && <Rows {...props} />}
      </div>
    </>
  );
}

function Done({ one, table }: { one: Import; table: ExchangeTable }) {
  const { new: added = 0, changed = 0, refused = 0 } = one.counts;
  return (
    <Notice tone="success" title="Taken in" live>
      <p>
        {added.toLocaleString("en-US")} new, {changed.toLocaleString("en-US")} changed
        {refused > 0 ? `, ${refused.toLocaleString("en-US")} left out because they were refused` : ""}.
      </p>
      {refused > 0 && <RefusedRows id={one.id} />}
      <p>
        <ButtonLink href={`/desk/exchange/${table.kind}`} look="quiet">
          Bring another table
        </ButtonLink>
      </p>
    </Notice>
  );
}

function Rows({ one, table, rows, show, page, perPage }: ImportPageProps) {
  const all = OUTCOMES.reduce((sum, outcome) => sum + (one.counts[outcome] ?? 0), 0);
  const total = show ? (one.counts[show] ?? 0) : all;
  const address = (outcome: Outcome | undefined, number = 1) => {
    const query = new URLSearchParams({
      ...(outcome ? { show: outcome } : {}),
      ...(number > 1 ? { page: String(number) } : {}),
    });
    return `/desk/imports/${one.id}${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <div>
      <Tabs
        label="Rows by what becomes of them"
        tabs={[
          { label: "All rows", href: address(undefined), count: all, current: !show },
          ...OUTCOMES.map((outcome) => ({
            label: OUTCOME_WORDS[outcome],
            href: address(outcome),
            count: one.counts[outcome] ?? 0,
            current: show === outcome,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <p>No rows here.</p>
      ) : (
        <RowsTable rows={rows} columns={one.columns} kind={table.title} />
      )}
      <Pagination
        label="Rows"
        page={page}
        pages={rows.length === 0 ? 0 : Math.ceil(total / perPage)}
        href={(number) => address(show, number)}
        before="Before"
        after="After"
      />
    </div>
  );
}
