import { STEPS, type Step } from "./steps.ts";

/**
 * Whether the room may go from one step to another. It goes forward one at a time, and back only where nothing is lost:
 * between saying and grouping, from a vote in which nobody has voted yet, from signing up to the results, and from a
 * room that was closed too early.
 */
export function mayGo(from: Step, to: Step, { anyVoted }: { anyVoted: boolean }): boolean {
  const ahead = STEPS.indexOf(to) - STEPS.indexOf(from);
  if (ahead === 1) return true;
  if (ahead !== -1) return false;
  if (from === "vote") return !anyVoted;
  // A box that was closed or opened stays so: its key is gone, and what people saw they have seen.
  return from === "group" || from === "sign-up" || from === "closed";
}

/** While votes are given and counted, what is voted on stays as it is. */
export function mayGroup(step: Step): boolean {
  return step === "capture" || step === "group";
}

/** Results from the largest number of votes, with the places that are shared. */
export interface Ranked {
  rank: number;
  /** Others have as many votes. */
  tied: boolean;
}

/** Ranks in the order given, which is by votes: 1, 2, 2, 4. */
export function ranksOf(votes: readonly number[]): Ranked[] {
  return votes.map((own) => ({
    rank: 1 + votes.filter((other) => other > own).length,
    tied: votes.filter((other) => other === own).length > 1,
  }));
}

/**
 * Which of them a room commonly takes on: about three, and where the third place is shared, all who share it; what got
 * no vote is not among them.
 */
export function commonlyTaken(votes: readonly number[], about = 3): boolean[] {
  return ranksOf(votes).map(({ rank }, index) => rank <= about && (votes[index] ?? 0) > 0);
}

/** The sentence about shared places, for the screen and for who hears it; undefined where no place is shared. */
export function tiesIn(results: readonly { title: string; votes: number }[]): string[] {
  const byVotes = new Map<number, string[]>();
  for (const { title, votes } of results)
    if (votes > 0) byVotes.set(votes, [...(byVotes.get(votes) ?? []), title]);
  return [...byVotes]
    .filter(([, titles]) => titles.length > 1)
    .map(([votes, titles]) => `${listed(titles)} have ${votes === 1 ? "one vote" : `${votes} votes`} each.`);
}

function listed(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  return quoted.length < 3 ? quoted.join(" and ") : `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)}`;
}
