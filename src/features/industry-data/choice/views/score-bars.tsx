import type { IndustryRow } from "../../analysis/answer.ts";
import type { Scored } from "../../figures/scoring.ts";
import { pointsText } from "../score-words.ts";

export interface BarToShow {
  label: string;
  text: string;
  /** Parts of the whole width, 0 to 1: what is sure, and as far as it may reach. */
  sure: number;
  maybe: number;
  isChosen?: boolean;
}

/** Bars with their numbers. What hangs on withheld figures is the part with the broken edge. */
export function Bars({ bars }: { bars: readonly BarToShow[] }) {
  const x = (part: number) => Math.round(part * 1_000) / 10;
  return (
    <ul class="bare score-bars">
      {bars.map(({ label, text, sure, maybe, isChosen }) => (
        <li>
          <span class="score-bars-words">
            {isChosen ? <strong>{label}</strong> : label} <b>{text}</b>
          </span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="score-bars-ground" width="100" height="4" />
            <rect class="score-bars-sure" width={x(sure)} height="4" />
            {maybe > sure && (
              <rect class="score-bars-maybe" x={x(sure)} width={x(maybe) - x(sure)} height="4" />
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** Scores of the candidates in their order: at least the full part, at most the end of the other. */
export function ScoreBars(props: {
  rows: readonly IndustryRow[];
  ranking: readonly Scored[];
  /** What the team chose, wherever it stands. */
  chosen?: string;
  /** The order that this one would replace: who moves says from where. */
  before?: readonly Scored[];
}) {
  const { rows, ranking, chosen, before } = props;
  const titleOf = new Map(rows.map((row) => [row.industry, row.title]));
  return (
    <Bars
      bars={ranking.map(({ key, composite }) => ({
        label: `${titleOf.get(key) ?? key}${key === chosen ? " (chosen first)" : ""}${movedWords(key, ranking, before)}`,
        isChosen: key === chosen,
        text: pointsText(composite),
        sure: composite.low ?? 0,
        maybe: composite.high ?? 1,
      }))}
    />
  );
}

function movedWords(key: string, ranking: readonly Scored[], before: readonly Scored[] = []): string {
  const place = (order: readonly Scored[]) => order.find((one) => one.key === key)?.place;
  const [now, was] = [place(ranking), place(before)];
  if (now === undefined || was === undefined || now === was) return "";
  return `, ${now < was ? "up" : "down"} from ${was} to ${now}`;
}
