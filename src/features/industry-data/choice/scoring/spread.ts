import type { Criterion } from "../content.ts";
import type { Score, Scorer } from "./scorers.ts";

/** What one of the team said. */
export interface Said {
  /** Empty for somebody who was forgotten. */
  name: string;
  score: number | null;
  note: string;
}

/** How everybody's scores of one candidate by one criterion lie. */
export interface Spread {
  candidate: string;
  criterion: Criterion;
  said: Said[];
  lowest: number | null;
  highest: number | null;
  /** Points between the lowest and the highest, 0 to 4. */
  width: number;
}

/** Everything that was scored, in the order of the criteria and candidates. */
export function spreadsOf(
  candidates: readonly string[],
  criteria: readonly Criterion[],
  scorers: readonly Scorer[],
  scores: ReadonlyMap<string, readonly Score[]>,
): Spread[] {
  const own = criteria.filter(({ figure }) => figure === null);
  return own.flatMap((criterion) =>
    candidates.map((candidate) => {
      const said = scorers.flatMap(({ id, name }) => {
        const found = scores
          .get(id)
          ?.find((one) => one.candidate === candidate && one.criterion === criterion.id);
        return found ? [{ name, score: found.score, note: found.note }] : [];
      });
      return spreadOf(candidate, criterion, said);
    }),
  );
}

function spreadOf(candidate: string, criterion: Criterion, said: Said[]): Spread {
  const points = said.flatMap(({ score }) => score ?? []).sort((a, b) => a - b);
  const lowest = points[0] ?? null;
  const highest = points.at(-1) ?? null;
  return {
    candidate,
    criterion,
    said,
    lowest,
    highest,
    width: lowest !== null && highest !== null ? highest - lowest : 0,
  };
}

/** The largest differences first; where they are equal, where more could not say, then the order of the team's list. */
export function byDifference(spreads: readonly Spread[]): Spread[] {
  const unsure = ({ said }: Spread) => said.filter(({ score }) => score === null).length;
  return spreads.toSorted((a, b) => b.width - a.width || unsure(b) - unsure(a));
}

/** What all who could say agree on; undefined where they differ, or one alone has said something. */
export function agreedOn({ said, width, lowest }: Spread): number | undefined {
  const sure = said.filter(({ score }) => score !== null);
  return width === 0 && sure.length > 1 ? (lowest ?? undefined) : undefined;
}

/** What to talk about first. */
export function promptFor({ said, width, lowest }: Spread): string {
  if (said.length === 0) return "Nobody has scored this so far.";
  if (lowest === null) return "None of you could say. Who would know, and whom could you call now?";
  if (said.filter(({ score }) => score !== null).length < 2)
    return "One of you has scored this so far. Does anybody know more?";
  if (width >= 2)
    return "You see this very differently. Let the lowest and the highest each tell one thing that they have seen themselves.";
  if (width === 1)
    return "You are close. What would have to be true for all of you to choose the higher one?";
  return "You agree.";
}
