import { wordsOf } from "#base/words/words-of.ts";

/** What sums need to know of an investment. */
export interface Counted {
  id: string;
  /** Whole dollars; null where the source does not tell them. */
  dollars: number | null;
  /** The source says "more than". */
  atLeast: boolean;
  inKind: boolean;
  /** Both null where the source does not say which years. */
  fromYear: number | null;
  toYear: number | null;
  /** The investment it is counted inside. */
  partOf: string | null;
}

/** Investment → the one it is part of, for as many as there are, whatever list is being summed. */
export type Wholes = ReadonlyMap<string, string | null>;

export interface Sum {
  /** Whole dollars, in kind included. */
  dollars: number;
  /** How much of it is in kind. */
  inKind: number;
  /** How many investments it adds up. */
  counted: number;
  /** How many have no amount, so that the sum is a lower bound. */
  withoutAmount: number;
  /** True where an amount is missing, or is itself a lower bound. */
  atLeast: boolean;
}

/** The investments that hold this one, nearest first. Ends where a chain comes back to itself. */
function wholesOf(id: string, wholes: Wholes): string[] {
  const chain: string[] = [];
  const seen = new Set([id]);
  for (let next = wholes.get(id); next && !seen.has(next); next = wholes.get(next)) {
    seen.add(next);
    chain.push(next);
  }
  return chain;
}

/**
 * Those of a list whose money is in no other one of the list: a part counts only where the list has no whole with an
 * amount for it. Each dollar is in one of them at most.
 */
export function distinctOf<T extends Counted>(entries: readonly T[], wholes: Wholes): T[] {
  const told = new Set(entries.filter(({ dollars }) => dollars !== null).map(({ id }) => id));
  return entries.filter(({ id }) => !wholesOf(id, wholes).some((whole) => told.has(whole)));
}

/** Adds up a list, each dollar once. */
export function sumOf(entries: readonly Counted[], wholes: Wholes): Sum {
  const distinct = distinctOf(entries, wholes);
  const told = distinct.filter(({ dollars }) => dollars !== null);
  const add = (some: Counted[]) => some.reduce((sum, { dollars }) => sum + (dollars ?? 0), 0);
  const withoutAmount = distinct.length - told.length;
  return {
    dollars: add(told),
    inKind: add(told.filter(({ inKind }) => inKind)),
    counted: told.length,
    withoutAmount,
    atLeast: withoutAmount > 0 || told.some(({ atLeast }) => atLeast),
  };
}

/**
 * The same sum by year: each amount divided evenly over its years, in whole dollars, the first years taking what is left
 * over. Null stands for the years that no source tells.
 */
export function yearsOf(entries: readonly Counted[], wholes: Wholes): Map<number | null, number> {
  const years = new Map<number | null, number>();
  const add = (year: number | null, dollars: number) => years.set(year, (years.get(year) ?? 0) + dollars);
  for (const { dollars, fromYear, toYear } of distinctOf(entries, wholes)) {
    if (dollars === null) continue;
    if (fromYear === null || toYear === null) {
      add(null, dollars);
      continue;
    }
    const count = toYear - fromYear + 1;
    const even = Math.floor(dollars / count);
    for (let index = 0; index < count; index += 1)
      add(fromYear + index, even + (index < dollars - even * count ? 1 : 0));
  }
  return new Map([...years].sort(([a], [b]) => (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE)));
}

/** Why this cannot be part of that; undefined when it can. `all` holds every standing investment. */
export function partProblem(
  entry: Pick<Counted, "dollars" | "partOf"> & { id: string | null },
  all: ReadonlyMap<string, Counted>,
): string | undefined {
  if (entry.partOf === null) return undefined;
  if (entry.partOf === entry.id) return "An investment cannot be part of itself.";
  const whole = all.get(entry.partOf);
  if (!whole) return "There is no such investment any more. Choose another one, or none.";
  const wholes: Wholes = new Map([...all].map(([id, { partOf }]) => [id, partOf]));
  if (entry.id && wholesOf(whole.id, wholes).includes(entry.id))
    return "That investment is itself part of this one. One of the two holds the other, not both.";
  if (whole.dollars === null || whole.atLeast || entry.dollars === null) return undefined;
  if (entry.dollars > whole.dollars) return `A part cannot be more than its whole, ${money(whole.dollars)}.`;
  const others = partsOf(whole.id, all).filter(({ id }) => id !== entry.id);
  const sum = others.reduce((total, { dollars }) => total + (dollars ?? 0), entry.dollars);
  return sum > whole.dollars
    ? `Together with its other parts this would be ${money(sum)}, more than the whole, ${money(whole.dollars)}.`
    : undefined;
}

/** Why the amount of this one does not fit its own parts; undefined when it does. */
export function wholeProblem(
  entry: Pick<Counted, "dollars" | "atLeast"> & { id: string },
  all: ReadonlyMap<string, Counted>,
): string | undefined {
  if (entry.dollars === null || entry.atLeast) return undefined;
  const sum = partsOf(entry.id, all).reduce((total, { dollars }) => total + (dollars ?? 0), 0);
  return sum > entry.dollars ? `Its parts add up to ${money(sum)}, which is more.` : undefined;
}

function partsOf(whole: string, all: ReadonlyMap<string, Counted>): Counted[] {
  return [...all.values()].filter(({ partOf }) => partOf === whole);
}

/** What says whether two entries tell of the same money. */
export interface Told extends Counted {
  stateCode: string | null;
  investor: string;
  purpose: string;
}

/** Words that every purpose has. */
const COMMON = new Set(
  "a an and at by for from in into is its it of on or the their to with local state partnership partnerships sector support development".split(
    " ",
  ),
);
/** Share of the shorter purpose's words that the longer one has too. */
const ALIKE = 0.5;

/** Two entries of one investor, in one state, for much the same, in years that meet; parts of one another are told. */
export function maySameMoney(a: Told, b: Told, wholes: Wholes): boolean {
  if (a.id === b.id || a.stateCode !== b.stateCode) return false;
  if (investorKey(a.investor) !== investorKey(b.investor) || !yearsMeet(a, b)) return false;
  const ofA = [a.id, ...wholesOf(a.id, wholes)];
  const ofB = [b.id, ...wholesOf(b.id, wholes)];
  if (ofA.some((id) => ofB.includes(id))) return false;
  return alike(a.purpose, b.purpose);
}

/** One investor, however the name is written. */
export const investorKey = (text: string) =>
  wordsOf(text)
    .filter((word) => !["the", "inc", "llc", "foundation"].includes(word))
    .join(" ");

function yearsMeet(a: Counted, b: Counted): boolean {
  if (a.fromYear === null || b.fromYear === null || a.toYear === null || b.toYear === null) return true;
  return a.fromYear <= b.toYear && b.fromYear <= a.toYear;
}

function alike(a: string, b: string): boolean {
  const [few, many] = [purposeWords(a), purposeWords(b)].sort((one, two) => one.length - two.length);
  if (!few || !many || few.length === 0) return true;
  return few.filter((word) => many.includes(word)).length / few.length >= ALIKE;
}

function purposeWords(purpose: string): string[] {
  const words = wordsOf(purpose).filter((word) => !COMMON.has(word));
  return [...new Set(words.map((word) => word.replace(/(?:ies|ing|ed|es|s)$/, "")))];
}

/** "$1.6 million", "$1,600,400": rounded only where nothing is lost. */
export function money(dollars: number): string {
  for (const [unit, word] of [
    [1_000_000_000, "billion"],
    [1_000_000, "million"],
  ] as const) {
    const shown = dollars / unit;
    if (dollars >= unit && Number.isInteger(shown * 100)) return `$${shown.toLocaleString("en-US")} ${word}`;
  }
  return `$${dollars.toLocaleString("en-US")}`;
}

/** "2017 to 2018", "2017"; what the source says instead where it names no year. */
export function yearWords(entry: {
  fromYear: number | null;
  toYear: number | null;
  yearsNote: string;
}): string {
  const { fromYear, toYear, yearsNote } = entry;
  if (fromYear === null || toYear === null) return yearsNote || "Years not told";
  return fromYear === toYear ? String(fromYear) : `${fromYear} to ${toYear}`;
}

/** "more than $1.6 million", "amount not told", "$20,000, in kind". */
export function amountWords({ dollars, atLeast, inKind }: Counted): string {
  if (dollars === null) return inKind ? "in kind, worth not told" : "amount not told";
  return `${atLeast ? "more than " : ""}${money(dollars)}${inKind ? ", in kind" : ""}`;
}

/** A sum in a sentence: "At least $1.6 million, from one investment. Of two more the amount is not told." */
export function sumWords({ dollars, inKind, counted, withoutAmount, atLeast }: Sum): string {
  if (counted === 0) {
    if (withoutAmount === 0) return "";
    return withoutAmount === 1
      ? "One investment, its amount not told."
      : `${withoutAmount} investments, their amounts not told.`;
  }
  const from = counted === 1 ? "one investment" : `${counted} investments`;
  const kind = inKind === 0 ? "" : inKind === dollars ? ", in kind" : `, ${money(inKind)} of it in kind`;
  const missing =
    withoutAmount === 0
      ? ""
      : withoutAmount === 1
        ? " Of one more the amount is not told."
        : ` Of ${withoutAmount} more the amount is not told.`;
  return `${atLeast ? "At least " : ""}${money(dollars)}, from ${from}${kind}.${missing}`;
}
