import { allStates, stateByFips } from "../states.ts";
import named from "./counties.json" with { type: "json" };
import { FORMER } from "./former.ts";
import { type CountyKind, fullNameOf } from "./kinds.ts";

/** A county, or what stands in its place: a parish, a borough, an independent city, a planning region, … */
export type County = {
  /** Five digits, as text because of the leading zero: "31109". */
  fips: string;
  /** As on a map: "Lancaster", "St. Louis". */
  name: string;
  /** With the right word for its kind: "Lancaster County", "Ouachita Parish", "St. Louis city". */
  fullName: string;
  kind: CountyKind;
  /** Its state's code: "ne". */
  state: string;
  /** The year in which its code gave way to others, where it did. */
  until?: number;
};

const byState = new Map<string, County[]>();
const byFips = new Map<string, County>();

/** Made at the first question: most processes that load this room never ask for a county. */
function load(): void {
  if (byFips.size > 0) return;
  const names: Record<string, Partial<Record<CountyKind, string>>> = named;
  for (const { code, fips } of allStates()) {
    const here = Object.entries(names[code] ?? {}).flatMap(([kind, list]) =>
      list.split(";").map((entry) => countyOf(fips + entry.slice(0, 3), entry.slice(4), kind as CountyKind)),
    );
    byState.set(
      code,
      here.sort((a, b) => a.name.localeCompare(b.name, "en") || a.fips.localeCompare(b.fips)),
    );
    for (const county of here) byFips.set(county.fips, county);
  }
  for (const { fips, name, kind, until } of FORMER) {
    byFips.set(fips, { ...countyOf(fips, name, kind), until });
  }
}

function countyOf(fips: string, name: string, kind: CountyKind): County {
  return { fips, name, fullName: fullNameOf(name, kind), kind, state: stateByFips(fips)!.code };
}

/** By its five digits; codes of the recent past are known too, and carry `until`. */
export function countyByFips(fips: string): County | undefined {
  load();
  return byFips.get(fips);
}

/** Today's counties of one state, by name. `state` is a state's code; an unknown one has none. */
export function countiesOf(state: string): readonly County[] {
  load();
  return byState.get(state) ?? [];
}

/** Today's 3,233, by state and name. */
export function allCounties(): readonly County[] {
  return allStates().flatMap(({ code }) => countiesOf(code));
}

const successors = new Map(FORMER.map(({ fips, now }) => [fips, now]));

/**
 * Today's counties for a list that may hold former codes: each former one gives way to those that hold at least a
 * fifth of its land (`former.ts`), so borders are near, not exact. Unknown codes are left out; nothing comes twice.
 */
export function presentCounties(fips: readonly string[]): string[] {
  load();
  const present = new Set<string>();
  for (const code of fips) {
    const now = successors.get(code);
    if (now) for (const one of now) present.add(one);
    else if (byFips.has(code)) present.add(code);
  }
  return [...present];
}
