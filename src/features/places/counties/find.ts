import { foldText } from "#base/words/words-of.ts";
import { stateByCode } from "../states.ts";
import { allCounties, type County } from "./counties.ts";

type Entry = { county: County; name: string[]; bare: string; whole: string; state: string[] };
const entries: Entry[] = [];

/** Made at the first question: one is asked at every letter that somebody types. */
function allEntries(): Entry[] {
  if (entries.length === 0) {
    for (const county of allCounties()) {
      const name = partsOf(county.fullName);
      const state = [county.state, ...partsOf(stateByCode(county.state)!.name)];
      entries.push({ county, name, bare: partsOf(county.name).join(" "), whole: name.join(" "), state });
    }
  }
  return entries;
}

/**
 * Today's counties for what somebody is typing: the beginning of a name, maybe with its state ("lanc", "Lancaster, NE",
 * "san juan puerto"), or of a FIPS code. Names that begin with it come first, then by name and state.
 */
export function findCounties(typed: string, limit: number): County[] {
  const words = partsOf(typed);
  if (words.length === 0) return [];
  return allEntries()
    .flatMap((entry) => {
      const rank = rankOf(entry, words);
      return rank === undefined ? [] : [{ county: entry.county, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.county.name.localeCompare(b.county.name, "en"))
    .slice(0, limit)
    .map(({ county }) => county);
}

const partsOf = (text: string) => foldText(text).match(/[a-z0-9]+/g) ?? [];

/** The lower the nearer; nothing when a word fits neither name nor state. */
function rankOf({ county, name, bare, whole, state }: Entry, words: string[]): number | undefined {
  if (words.length === 1 && /^\d/.test(words[0]!)) return county.fips.startsWith(words[0]!) ? 0 : undefined;
  // The words that name the county come first; what is left over must be its state.
  let own = 0;
  while (own < words.length && name.some((part) => part.startsWith(words[own]!))) own++;
  if (own === 0 || !words.slice(own).every((word) => state.some((part) => part.startsWith(word)))) return;
  const asked = words.slice(0, own).join(" ");
  const fit = asked === bare || asked === whole ? 0 : whole.startsWith(asked) ? 1 : 2;
  // "St. Lou" means St. Louis before any saint of Louisiana.
  return own === words.length ? fit : fit + 3;
}
