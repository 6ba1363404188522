import type { IndustryRow } from "../../analysis/answer.ts";
import type { Scored } from "../../figures/scoring.ts";
import { pointsText } from "../score-words.ts";

const WIDTH = 640;
const LINE = 46;
const BAR = 16;

/**
 * Scores as bars, longest first. What hangs on withheld figures is the hatched part: a candidate is at least as good as
 * the full part, and at most as the end of the other. The table beneath says the same in numbers.
 */
export function ScoreBars({ rows, ranking }: { rows: readonly IndustryRow[]; ranking: readonly Scored[] }) {
  const titleOf = new Map(rows.map((row) => [row.industry, row.title]));
  const height = ranking.length * LINE;
  const x = (part: number) => Math.round(part * (WIDTH - 2));
  return (
    <svg
      class="score-bars"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Scores of ${ranking.length} candidates; the table beneath has the numbers.`}
    >
      {ranking.map(({ key, composite }, index) => {
        const low = composite.low ?? 0;
        const high = composite.high ?? 1;
        const y = index * LINE;
        return (
          <g>
            <text x="0" y={y + 15}>
              {titleOf.get(key) ?? key}
            </text>
            <text class="score-bars-number" x={WIDTH} y={y + 15} text-anchor="end">
              {pointsText(composite)}
            </text>
            <rect class="score-bars-ground" x="0" y={y + 22} width={WIDTH} height={BAR} />
            <rect class="score-bars-sure" x="0" y={y + 22} width={x(low)} height={BAR} />
            {high > low && (
              <rect class="score-bars-maybe" x={x(low)} y={y + 22} width={x(high) - x(low)} height={BAR} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
