import {
  allStates,
  countiesOf,
  countyByFips,
  presentCounties,
  stateByFips,
} from "#features/places/public.ts";

/** Codes that BLS still titles although nothing carries them today: Alaska's and others' of the years before 2013. */
const LONG_GONE = new Set(
  (
    "02010 02030 02040 02080 02120 02140 02160 02190 02200 02201 02210 02231 02232 02250 02260 02280 " +
    "12025 13510 29193 30901 46131 51560 51780 55901"
  ).split(" "),
);

/** Counties for which BLS publishes nothing: Kalawao, Hawaii, counts with Maui. */
const NEVER_PUBLISHED = new Set(["15005"]);

/** The nation as BLS counts it: the states and the District of Columbia, without Puerto Rico and the Virgin Islands. */
export const STATES_OF_THE_NATION = allStates()
  .filter(({ territory }) => !territory)
  .map(({ fips }) => fips);

/** `SS996` to `SS999`: overseas, not in one county, out of state, unknown. They belong to the state alone. */
export const isNoPlace = (fips: string) => /99[6-9]$/.test(fips);

export function isKnownArea(fips: string): boolean {
  if (fips === "US000") return true;
  if (!stateByFips(fips.slice(0, 2))) return false;
  return fips.endsWith("000") || isNoPlace(fips) || LONG_GONE.has(fips) || countyByFips(fips) !== undefined;
}

/** Whether these counties are the whole of the state, by today's codes or by those they replaced. */
export function isWholeState(state: string, counties: ReadonlySet<string>): boolean {
  const code = stateByFips(state)?.code ?? "";
  const present = new Set(presentCounties([...counties].filter((fips) => fips.startsWith(state))));
  const all = countiesOf(code).filter(({ fips }) => !NEVER_PUBLISHED.has(fips));
  return all.length > 0 && all.every(({ fips }) => present.has(fips));
}

/** The edition of NAICS that BLS classified a year's establishments by. */
export function naicsOf(year: number): number {
  if (year >= 2022) return 2022;
  if (year >= 2017) return 2017;
  if (year >= 2011) return 2012;
  return year >= 2007 ? 2007 : 2002;
}
