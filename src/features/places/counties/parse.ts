import { done, type Outcome, problem, refused } from "#base/outcome.ts";
import { type State, stateByCode, stateByFips, stateByName } from "../states.ts";
import { allCounties, type County, countyByFips } from "./counties.ts";
import { FORMER } from "./former.ts";
import { keyOf, keysOf } from "./keys.ts";
import { countyLabel, countyWords, sentence } from "./words.ts";

const FIELD = "county";

/**
 * The county that somebody means: its FIPS code, "Lancaster County", "St. Louis city", "Lancaster, NE" or "Lancaster
 * County, Nebraska". With `stateCode` ("ne") a name needs no state of its own, and a county elsewhere is refused.
 * The refusal stands under "county" and says what to write instead. Former codes and Connecticut's old counties are
 * understood.
 */
export function parseCounty(text: string, stateCode?: string): Outcome<County> {
  const typed = text.trim().replace(/\s+/g, " ");
  const within = stateCode ? stateByCode(stateCode) : undefined;
  if (typed === "") return problem(FIELD, "A county is needed: its name and state, or its FIPS code.");
  if (/^\d+\b/.test(typed)) return byCode(typed, within);
  return byName(typed, within);
}

/**
 * A whole list, each entry once, as five-digit codes in the order given: repeated fields, or one text with a county on
 * each line. `states` are the codes of the states it may lie in; without any, every state is fine.
 */
export function parseCounties(
  entries: string | readonly string[],
  { states = [], field = FIELD }: { states?: readonly string[]; field?: string } = {},
): Outcome<string[]> {
  const lines = [entries].flat().flatMap((entry) => entry.split(/[\r\n;]+/));
  const found: string[] = [];
  const wrong: string[] = [];
  for (const line of lines.map((text) => text.trim()).filter(Boolean)) {
    const county = parseAmong(line, states);
    if (county.ok) found.push(county.value.fips);
    else wrong.push(...Object.values(county.problems).flat());
  }
  return wrong.length > 0 ? refused({ [field]: [...new Set(wrong)] }) : done([...new Set(found)]);
}

/** In one of several states: a bare name counts where only one of them has it. */
function parseAmong(line: string, states: readonly string[]): Outcome<County> {
  if (states.length < 2) return parseCounty(line, states[0]);
  const answers = states.map((state) => parseCounty(line, state));
  const found = answers.filter((answer) => answer.ok);
  if (found.length === 1) return found[0]!;
  const anywhere = parseCounty(line);
  if (!anywhere.ok || states.includes(anywhere.value.state)) return anywhere;
  const names = states.map((code) => stateByCode(code)?.name ?? code);
  return problem(
    FIELD,
    `${countyWords(anywhere.value)} is in none of this list’s states: ${names.join(", ")}.`,
  );
}

function byCode(typed: string, within: State | undefined): Outcome<County> {
  // A list copied from elsewhere may have the name behind the code.
  const code = /^\d+/.exec(typed)![0];
  const county = countyByFips(code);
  if (!county) return problem(FIELD, unknownCode(code));
  if (within && county.state !== within.code) {
    return problem(FIELD, `${code} is ${countyWords(county)}, not a county of ${within.name}.`);
  }
  return done(county);
}

function unknownCode(code: string): string {
  const padded = code.length === 4 ? countyByFips(`0${code}`) : undefined;
  if (padded) {
    return `“${code}” has four digits. Spreadsheets drop a leading zero; ${padded.fips} is ${countyWords(padded)}.`;
  }
  const state = code.length === 5 ? stateByFips(code) : undefined;
  if (state) return `“${code}” begins like a county of ${state.name}, but no county there has this code.`;
  return `“${code}” is no county’s FIPS code. It has five digits, and the first two are the state’s: 31109 is Lancaster County, Nebraska.`;
}

function byName(typed: string, within: State | undefined): Outcome<County> {
  const { name, state, unknown } = splitState(typed);
  if (unknown) return problem(FIELD, `“${unknown}” is no state. Write “Lancaster County, NE”, for instance.`);
  if (within && state && state !== within) {
    return problem(FIELD, `“${typed}” is in ${state.name}, not in ${within.name}.`);
  }
  const where = within ?? state;
  const found = named(name, where);
  if (found.length === 1) return done(found[0]!);
  return problem(FIELD, found.length === 0 ? noSuch(name, where) : whichOne(name, found));
}

/** What stands after the last comma is a state, unless the whole is a name. */
function splitState(typed: string): { name: string; state?: State; unknown?: string } {
  const at = typed.lastIndexOf(",");
  if (at < 0) return { name: typed };
  const words = typed.slice(at + 1).trim();
  const state = stateByCode(words) ?? stateByName(words);
  return state ? { name: typed.slice(0, at), state } : { name: typed.slice(0, at), unknown: words };
}

const byKey = new Map<string, County[]>();

/** Made at the first question, because an import asks twenty thousand times. */
function index(): Map<string, County[]> {
  if (byKey.size > 0) return byKey;
  const former = FORMER.flatMap(({ fips }) => countyByFips(fips) ?? []);
  for (const county of [...allCounties(), ...former]) {
    for (const key of keysOf(county)) byKey.set(key, [...(byKey.get(key) ?? []), county]);
  }
  return byKey;
}

function named(name: string, where: State | undefined): County[] {
  const found = (index().get(keyOf(name)) ?? []).filter(({ state }) => !where || state === where.code);
  // A former county counts only where no present one of its state has its name: Bedford is a county still.
  const present = new Set(found.filter(({ until }) => !until).map(({ state }) => state));
  return found.filter(({ until, state }) => !until || !present.has(state));
}

function noSuch(name: string, where: State | undefined): string {
  if (!where) return `No county is called “${name}”. Check its spelling, or give its FIPS code.`;
  const elsewhere = named(name, undefined).slice(0, 3);
  const there = elsewhere.length > 0 ? ` There is ${elsewhere.map(countyWords).join("; ")}.` : "";
  return `${where.name} has no county called “${name}”.${there}`;
}

function whichOne(name: string, found: County[]): string {
  const states = [...new Set(found.map(({ state }) => stateByCode(state)!.name))];
  if (states.length === 1) {
    const ones = found.map(({ fullName, fips }) => `${fullName} (${fips})`).join(" or ");
    return `“${name}” may be ${ones} in ${states[0]}. Write which one.`;
  }
  const most = states.length > 6 ? [...states.slice(0, 5), `${states.length - 5} more states`] : states;
  return `“${name}” is found in ${sentence(most)}. Add the state: “${countyLabel(found[0]!)}”.`;
}
