import type { Tier } from "./tables.ts";

/** The first year of a season, by which seasons are compared; `2018-2019` → 2018. */
export function seasonStart(season: string): number {
  return Number(season.slice(0, 4));
}

export const TIER_WORDS: Record<Tier, { one: string; many: string }> = {
  presenting: { one: "Presenting sponsor", many: "Presenting sponsors" },
  founding: { one: "Founding sponsor", many: "Founding sponsors" },
  supporting: { one: "Supporting sponsor", many: "Supporting sponsors" },
  "in-kind": { one: "In-kind sponsor", many: "In-kind sponsors" },
};

/** As people read it: `2018-2019` → `2018–2019`. */
export function seasonWords(season: string): string {
  return season.replace("-", "–");
}
