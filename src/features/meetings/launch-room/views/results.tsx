import type { Child } from "hono/jsx";
import { Badge } from "#ui/chip.tsx";
import type { Priority } from "../priorities.ts";
import { tiesIn } from "../rules.ts";
import { votesWords } from "../voting.ts";

export type Result = Priority & { takenOn: boolean };

/** What was voted on, from the most votes: a bar for the eye beside every number. Ties are told in words. */
export function Results({
  results,
  voted,
  beside,
}: {
  results: readonly Result[];
  voted: number | null;
  /** A deed beside each. */
  beside?: (result: Result) => Child;
}) {
  const most = Math.max(1, ...results.map(({ votes }) => votes));
  const ties = tiesIn(results);
  return (
    <div class="stack">
      <p>{voted === 1 ? "One company voted." : `${voted ?? 0} companies voted.`}</p>
      <ol class="bare tallies">
        {results.map((result) => (
          <li data-key={result.id} class={result.takenOn ? "tally taken" : "tally"}>
            <span class="tally-rank">
              <span class="visually-hidden">Place </span>
              {result.rank}
            </span>
            <div class="tally-words">
              <span class="tally-title">
                <bdi>{result.title}</bdi> {beside && result.takenOn && <Badge tone="strong">Priority</Badge>}
              </span>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="tally-ground" width="100" height="4" />
                <rect class="tally-bar" width={(result.votes / most) * 100} height="4" />
              </svg>
              {beside?.(result)}
            </div>
            <span class="tally-votes">{result.votes === 0 ? "no votes" : votesWords(result.votes)}</span>
          </li>
        ))}
      </ol>
      {ties.map((words) => (
        <p class="tie">{words}</p>
      ))}
    </div>
  );
}
