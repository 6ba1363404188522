import { stateByCode } from "../states.ts";
import { type County, countyByFips } from "./counties.ts";
import { type CountyKind, KINDS } from "./kinds.ts";

/** One county with its state: "Lancaster County, Nebraska"; a former one says until when it counted. */
export function countyWords({ fullName, state, kind, until }: County): string {
  const name = kind === "whole" ? fullName : `${fullName}, ${stateByCode(state)!.name}`;
  return until ? `${name} (until ${until})` : name;
}

/** As short as can be and still only one: "Lancaster County, NE". A form that carries it is understood again. */
export function countyLabel({ fullName, state }: County): string {
  return `${fullName}, ${state.toUpperCase()}`;
}

/**
 * A list of counties as a sentence has it: "Cameron, Hidalgo, Starr and Willacy Counties, Texas", "Ouachita Parish,
 * Louisiana". Each state's are named with the words of that state, states in the order of their first county.
 * Codes that no county has are left out.
 */
export function countyListWords(fips: readonly string[]): string {
  const counties = [...new Set(fips)].flatMap((code) => countyByFips(code) ?? []);
  const states = Map.groupBy(counties, ({ state }) => state);
  return [...states].map(([state, here]) => ofOneState(state, here)).join("; ");
}

function ofOneState(state: string, counties: County[]): string {
  const kinds = Map.groupBy(counties, ({ kind, until }) => `${kind}|${until ?? ""}`);
  const parts = [...kinds.values()].map((alike) => ofOneKind(alike[0]!.kind, alike, alike[0]!.until));
  const whole = counties.every(({ kind }) => kind === "whole");
  return whole ? parts.join(", ") : `${sentence(parts)}, ${stateByCode(state)!.name}`;
}

function ofOneKind(kind: CountyKind, counties: County[], until: number | undefined): string {
  const names = counties.map(({ name }) => name);
  const words =
    counties.length === 1
      ? counties[0]!.fullName
      : kind === "independent city"
        ? `the cities of ${sentence(names)}`
        : `${sentence(names)} ${KINDS[kind].many}`.trim();
  return until ? `${words} (until ${until})` : words;
}

/** "Ohio, Utah and Texas". */
export function sentence(words: string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
