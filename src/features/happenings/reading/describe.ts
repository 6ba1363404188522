import { KIND_WORDS } from "../kinds.ts";
import type { Filter } from "./filter.ts";

/** A view in words, as a title: "Healthcare best practices from Nebraska". */
export function describeFilter(filter: Filter): string {
  const sectors = join(filter.sectors.map(({ name }) => name));
  const kinds =
    filter.kinds.length > 0 ? join(filter.kinds.map((kind) => KIND_WORDS[kind].many)) : "happenings";
  const topics = filter.topics.length > 0 ? ` about ${join(filter.topics.map(({ name }) => name))}` : "";
  const state = filter.state ? ` from ${withArticle(filter.state.name)}` : "";
  const words = filter.q ? ` with “${filter.q}”` : "";
  return capital(`${sectors ? `${sectors} ${lower(kinds)}` : kinds}${lower(topics)}`) + state + words;
}

/** "District of Columbia" wants its article in a sentence, as do the islands. */
export function withArticle(state: string): string {
  return /^(District|Northern Mariana|U\.S\. Virgin)/.test(state) ? `the ${state}` : state;
}

function join(names: string[]): string {
  const words = names.map((name, index) => (index === 0 ? name : lower(name)));
  return words.length < 3 ? words.join(" or ") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Lower-case at the beginning, unless the word is an abbreviation or a name with a capital inside. */
function lower(name: string): string {
  return name.replace(
    /(^| about )(\p{Lu})(?=\p{Ll})(?!\p{Ll}*\p{Lu})/gu,
    (_, before, letter) => before + letter.toLowerCase(),
  );
}

function capital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
