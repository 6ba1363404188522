import { DataTable } from "#ui/data-table.tsx";
import type { IndustryRow } from "../../analysis/answer.ts";
import type { Scored } from "../../figures/scoring.ts";
import type { Criterion } from "../content.ts";
import { rawText } from "../criterion-words.ts";
import type { Settled } from "../queries.ts";
import { placeText, pointsText } from "../score-words.ts";

export interface ComparisonTableProps {
  rows: readonly IndustryRow[];
  criteria: readonly Criterion[];
  ranking: readonly Scored[];
  settled: readonly Pick<Settled, "candidate" | "criterion" | "score">[];
}

/** Candidates in the order of their scores, each criterion with the raw number and the points that it became. */
export function ComparisonTable({ rows, criteria, ranking, settled }: ComparisonTableProps) {
  const rowOf = new Map(rows.map((row) => [row.industry, row]));
  const counted = criteria.filter(({ weight }) => weight > 0);
  return (
    <div class="side-by-side">
      <DataTable
        caption="The candidates side by side"
        hideCaption
        rows={[...ranking]}
        columns={[
          { label: "Candidate", heads: true, cell: ({ key }) => rowOf.get(key)?.title ?? key },
          { label: "Place", cell: (one) => <span class="nowrap">{placeText(one)}</span> },
          {
            label: "Score of 100",
            numeric: true,
            cell: ({ composite }) => <b class="nowrap">{pointsText(composite)}</b>,
          },
          ...counted.map((criterion) => ({
            label: `${criterion.name}, weight ${criterion.weight}`,
            numeric: true,
            cell: ({ key, parts }: Scored) => {
              const part = parts.find((one) => one.criterion === criterion.id);
              const row = rowOf.get(key);
              return (
                <>
                  {row ? rawText(row, criterion, settled) : "–"}
                  <span class="points-of small">
                    <span class="visually-hidden">, which is </span>
                    {part ? pointsText(part.normalised) : "–"}
                    <span class="visually-hidden"> points</span>
                  </span>
                </>
              );
            },
          })),
        ]}
      />
    </div>
  );
}
