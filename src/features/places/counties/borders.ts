import type { Point } from "../simplify.ts";
import { UNITS_A_DEGREE } from "./atlas.ts";
import { readLine } from "./lines.ts";
import lines from "./outlines.json" with { type: "json" };

/** Borders of a ring, in order; a negative number is a border walked backwards (~number is its own). */
export type Ring = readonly number[];

const written: Record<string, string> = lines.counties;
let borders: string[] = [];
let national: string[] = [];

/** A border in degrees. The Aleutians beyond the line of dates go on below -180. */
export function borderLine(number: number): Point[] {
  if (borders.length === 0) borders = lines.borders.split(";");
  return readLine(borders[number]!).map(([x, y]) => [x / UNITS_A_DEGREE, y / UNITS_A_DEGREE]);
}

/** The same border on the nation's map of counties, on its whole units, y growing downwards. */
export function nationalLine(number: number): Point[] {
  if (national.length === 0) national = lines.national.split(";");
  return readLine(national[number]!);
}

/** Every ring of a county: its lands, and the holes where a city within it is none of it. */
export function ringsOf(fips: string): Ring[] {
  return (written[fips] ?? "").split(",").flatMap((ring) => (ring ? [ring.split(" ").map(Number)] : []));
}

/** A border's own number, whichever way it is walked. */
export function numberOf(ref: number): number {
  return ref < 0 ? ~ref : ref;
}

/** How a number is read back: `lineOf` gives a border's points, drawn however the map needs them. */
export function walk(ring: Ring, lineOf: (number: number) => Point[]): Point[] {
  return ring.flatMap((ref, index) => {
    const line = lineOf(numberOf(ref));
    const walked = ref < 0 ? line.toReversed() : line;
    return index === 0 ? walked : walked.slice(1);
  });
}

/**
 * The rings around several counties together: the borders that only one of them has, put end to end. It works across
 * state lines, because neighbors share their borders by number.
 */
export function outerRings(fips: readonly string[]): Ring[] {
  const refs = new Map<number, number>();
  for (const ref of [...new Set(fips)].flatMap((code) => ringsOf(code)).flat()) {
    const number = numberOf(ref);
    if (refs.has(number)) refs.delete(number);
    else refs.set(number, ref);
  }
  return joined([...refs.values()]);
}

/** Borders between counties of the list, each once. */
export function innerBorders(fips: readonly string[]): number[] {
  const seen = new Set<number>();
  const shared: number[] = [];
  for (const number of fips
    .flatMap((code) => ringsOf(code))
    .flat()
    .map(numberOf)) {
    if (seen.has(number)) shared.push(number);
    seen.add(number);
  }
  return shared;
}

function joined(refs: number[]): Ring[] {
  const ends = new Map<number, [string, string]>();
  const starting = new Map<string, number[]>();
  for (const ref of refs) {
    const [first, last] = endsOf(ref);
    ends.set(ref, [first, last]);
    starting.set(first, [...(starting.get(first) ?? []), ref]);
  }
  const rings: number[][] = [];
  const used = new Set<number>();
  for (const start of refs) {
    if (used.has(start)) continue;
    const ring: number[] = [];
    let next: number | undefined = start;
    while (next !== undefined) {
      used.add(next);
      ring.push(next);
      const end: string = ends.get(next)![1];
      if (end === ends.get(start)![0]) break;
      next = starting.get(end)?.find((ref) => !used.has(ref));
    }
    rings.push(ring);
  }
  return rings;
}

const known = new Map<number, [string, string]>();

/** Kept once read: whoever puts counties together asks for the ends of each of their borders. */
function endsOf(ref: number): [string, string] {
  let ends = known.get(ref);
  if (!ends) {
    const line = borderLine(numberOf(ref));
    const [first, last] = [String(line[0]), String(line.at(-1))];
    ends = ref < 0 ? [last, first] : [first, last];
    known.set(ref, ends);
  }
  return ends;
}
