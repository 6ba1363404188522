import type { EventWords } from "#platform/feature.ts";
import type { LoggedEvent } from "./queries.ts";

/** How the rooms tell their events and where they show their things; made by the roof from all of them. */
export interface Tellers {
  words: EventWords;
  href: (kind: string, id: string) => string | undefined;
}

/** What an actor did, in words that follow their name. */
export function deedWords(words: EventWords, event: Pick<LoggedEvent, "name" | "particulars">): string {
  const own = words[event.name as keyof EventWords];
  if (own) return own(event.particulars);
  const [thing = "", deed = ""] = event.name.split(".").map(spaced);
  const { title, name } = event.particulars;
  const called = typeof title === "string" ? title : typeof name === "string" ? name : undefined;
  return `${deed} the ${thing}${called ? ` “${called}”` : ""}`;
}

/** A kind of deed where one is chosen: `sponsor.put-back` → "Sponsor: put back". */
export function deedLabel(name: string): string {
  const [thing = "", deed = ""] = name.split(".").map(spaced);
  return `${capital(thing)}: ${deed}`;
}

export function kindLabel(kind: string): string {
  return capital(spaced(kind));
}

const spaced = (word: string) => word.replaceAll("-", " ");
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
