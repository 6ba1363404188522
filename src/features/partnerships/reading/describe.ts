import { STAGE_WORDS } from "../stages.ts";
import { THEMES } from "../themes.ts";
import type { PartnershipFilter, Setting } from "./filter.ts";

/** In a sentence, before "partnerships". */
export const SETTING_WORDS: Record<Setting, { name: string; means: string }> = {
  rural: { name: "Rural", means: "mostly towns and countryside" },
  metro: { name: "Metro", means: "a city and what lies around it" },
  both: { name: "Rural and metro", means: "city and countryside together" },
};

/** A view in words, as a title: "Active healthcare partnerships in Nebraska working on housing". */
export function describeFilter(filter: PartnershipFilter): string {
  const told = filter.stages.filter((stage) => stage !== "unknown");
  const untold = filter.stages.length === told.length ? "" : UNTOLD[told.length > 0 ? "too" : "only"];
  const before = [
    either(told.map((stage) => STAGE_WORDS[stage].name)),
    filter.setting && SETTING_WORDS[filter.setting].name,
    either(filter.sectors.map(({ name }) => name)),
  ].filter(Boolean);
  const state = filter.state ? ` in ${withArticle(filter.state.name)}` : "";
  const themes =
    filter.themes.length > 0
      ? ` working on ${lower(either(filter.themes.map((theme) => THEMES[theme])))}`
      : "";
  const words = filter.q ? ` with “${filter.q}”` : "";
  return (
    capital([...before.map((part) => lower(String(part))), "partnerships"].join(" ")) +
    state +
    themes +
    untold +
    words
  );
}

const UNTOLD = { too: ", or of a stage that is not told", only: " whose stage is not told" };

/** "District of Columbia" wants its article in a sentence, as do the islands. */
export function withArticle(state: string): string {
  return /^(District|Northern Mariana|U\.S\. Virgin)/.test(state) ? `the ${state}` : state;
}

/** "housing", "housing or child care". */
function either(names: string[]): string {
  const words = names.map((name, index) => (index === 0 ? name : lower(name)));
  return words.length < 3 ? words.join(" or ") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Lower-case at the beginning, unless the word is an abbreviation or a name with a capital inside. */
export function lower(name: string): string {
  return name.replace(/^(\p{Lu})(?=\p{Ll})(?!\p{Ll}*\p{Lu})/u, (letter) => letter.toLowerCase());
}

export function capital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
