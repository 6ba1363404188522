import type { Indicator, Level } from "../content.ts";

/** What one of the team said about one indicator. */
export interface Said {
  /** Empty for somebody who was forgotten. */
  name: string;
  level: Level | null;
  note: string;
}

/** How the team's answers to one indicator lie. */
export interface Spread {
  indicator: Indicator;
  said: Said[];
  lowest: Level | null;
  highest: Level | null;
  /** Levels between the lowest and the highest, 0 to 3. */
  width: number;
}

export function spreadOf(indicator: Indicator, said: readonly Said[]): Spread {
  const levels = said.flatMap(({ level }) => level ?? []).sort((a, b) => a - b);
  const lowest = levels[0] ?? null;
  const highest = levels.at(-1) ?? null;
  return {
    indicator,
    said: [...said],
    lowest,
    highest,
    width: lowest && highest ? highest - lowest : 0,
  };
}

/** The largest differences first; where they are equal, where more could not say, then the order of the set. */
export function byDifference(spreads: readonly Spread[]): Spread[] {
  const unsure = ({ said }: Spread) => said.filter(({ level }) => level === null).length;
  return [...spreads].sort((a, b) => b.width - a.width || unsure(b) - unsure(a));
}

/** What to talk about first, from how the answers lie. */
export function promptFor({ said, width, lowest }: Spread): string {
  if (said.length < 2)
    return "Only one of you has answered so far. What would somebody from a company say here?";
  if (lowest === null)
    return "None of you could say. Who would know, and how could you find out before next time?";
  if (width >= 2)
    return "You see this very differently. Let the lowest and the highest each tell one thing that they have seen themselves, before anybody argues.";
  if (said.some(({ level }) => level === null))
    return "Not all of you could say. What do the others see that those cannot, and why?";
  if (width === 1)
    return "You are close. What would have to be true for all of you to choose the higher one?";
  return "You agree. What could you show somebody from outside who doubts it?";
}

/** Why nothing more can be said once a team has settled. */
export const SETTLED =
  "This was settled meanwhile, and what is settled stays as it is. To look again, begin a new one.";

export const FIRST_DAY = "2000-01-01";
export const MOST_RESPONDENTS = 60;
export const MOST_NOTE = 800;
