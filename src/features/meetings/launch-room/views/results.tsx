import type { Child } from "hono/jsx";
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
      <ol class="bare results">
        {results.map((result) => (
          <li data-key={result.id} class={result.takenOn ? "result taken" : "result"}>
            <span class="result-rank">
              <span class="visually-hidden">Place </span>
              {result.rank}
            </span>
            <span class="result-words">
              <bdi class="result-title">{result.title}</bdi>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="result-ground" width="100" height="4" />
                <rect class="result-bar" width={(result.votes / most) * 100} height="4" />
              </svg>
            </span>
            <span class="result-votes">{result.votes === 0 ? "no vote" : votesWords(result.votes)}</span>
            {beside && <span class="result-deed">{beside(result)}</span>}
          </li>
        ))}
      </ol>
      {ties.map((words) => (
        <p class="tie">{words}</p>
      ))}
    </div>
  );
}
