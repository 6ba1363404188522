import { countyListWords } from "#features/places/public.ts";

/** Beyond this many, counties are counted instead of named. */
const NAMED = 4;

/** A region in a heading: "Sheridan and Johnson Counties, Wyoming", "15 counties of Ohio". */
export function regionTitle(counties: readonly string[], name?: string): string {
  if (name) return name;
  if (counties.length <= NAMED) return countyListWords(counties);
  const states = new Set(counties.map((fips) => fips.slice(0, 2)));
  return states.size === 1
    ? `${counties.length} counties of ${countyListWords(counties.slice(0, 1)).split(", ").at(-1)}`
    : `${counties.length} counties in ${states.size} states`;
}
