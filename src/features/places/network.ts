import { presentCounties } from "./counties/counties.ts";
import { nationalCounties, nationalMiddle, nationalState } from "./counties/national-counties.ts";
import type { Point } from "./simplify.ts";
import { allStates, stateByCode, stateByFips } from "./states.ts";

/** What the network's map needs to know of one partnership. */
export type Mapped = { stateCodes: readonly string[]; counties: readonly string[] };

/** And of an affiliate: a whole state, a region of counties, or an organization somewhere in a state. */
export type MappedAffiliate = {
  kind: "state" | "region" | "organization";
  stateCode: string | null;
  counties: readonly string[];
};

export type NetworkDrawing = {
  /** Counties of one, of two or three, and of four and more partnerships, each as one path. */
  tones: [one: string, few: string, many: string];
  /** One mark for all that are near each other; `x` and `y` in the national map's units. */
  marks: { x: number; y: number; count: number }[];
  /** How many partnerships each state has a part in, by its code. */
  byState: Map<string, number>;
};

export type AffiliatesDrawing = {
  /** Codes of the states that are affiliates as a whole. */
  states: string[];
  /** The counties of regions, as one path. */
  counties: string;
  /** Where there are others: one for each state, beside its middle. */
  marks: { x: number; y: number }[];
  /** How many each state has, by its code. */
  byState: Map<string, number>;
};

/** What is nearer than this stands together as one mark, in the map's units. */
const NEAR = 70;

/** Where the sea leaves room for the territories: west of Florida, then east of it. In the map's units. */
export const INSETS: Readonly<Record<string, Point>> = {
  as: [1180, 1090],
  gu: [1310, 1090],
  mp: [1670, 1104],
  pr: [1794, 960],
  vi: [1794, 1090],
};
export const INSET_SIZE = 120;

/**
 * The network on the nation's map: counties by how many partnerships have them, and marks in the middle of each
 * partnership's counties, or of its state where its counties are not known.
 */
export function drawNetwork(partnerships: readonly Mapped[]): NetworkDrawing {
  const byCounty = new Map<string, number>();
  const byState = new Map<string, number>();
  const places = new Map<string, { at: Point; count: number }>();
  for (const { stateCodes, counties } of partnerships) {
    const present = presentCounties(counties);
    for (const fips of present) byCounty.set(fips, (byCounty.get(fips) ?? 0) + 1);
    for (const code of new Set(stateCodes)) byState.set(code, (byState.get(code) ?? 0) + 1);
    const at = nationalMiddle(present) ?? middleOfState(stateCodes[0]);
    if (!at) continue;
    const key = at.map(Math.round).join();
    places.set(key, { at, count: (places.get(key)?.count ?? 0) + 1 });
  }
  const withCount = (from: number, to: number) =>
    nationalCounties([...byCounty].flatMap(([fips, count]) => (count >= from && count <= to ? [fips] : [])));
  return {
    tones: [withCount(1, 1), withCount(2, 3), withCount(4, Infinity)],
    marks: together([...places.values()]),
    byState,
  };
}

/** The fullest places first; what is near one of them is counted there, and stays where the fullest is. */
function together(places: { at: Point; count: number }[]): NetworkDrawing["marks"] {
  const marks: NetworkDrawing["marks"] = [];
  for (const { at, count } of places.sort((a, b) => b.count - a.count)) {
    const near = marks.find(({ x, y }) => (x - at[0]) ** 2 + (y - at[1]) ** 2 < NEAR ** 2);
    if (near) near.count += count;
    else marks.push({ x: Math.round(at[0]), y: Math.round(at[1]), count });
  }
  return marks;
}

/** How far a mark for affiliates stands from the middle of its state, where partnerships may be. */
const BESIDE = 44;

export function drawAffiliates(affiliates: readonly MappedAffiliate[]): AffiliatesDrawing {
  const byState = new Map<string, number>();
  const states = new Set<string>();
  const counties = new Set<string>();
  const marked = new Set<string>();
  for (const affiliate of affiliates) {
    const present = presentCounties(affiliate.counties);
    const theirs = new Set(present.flatMap((fips) => stateByFips(fips)?.code ?? []));
    if (affiliate.stateCode) theirs.add(affiliate.stateCode);
    for (const code of theirs) byState.set(code, (byState.get(code) ?? 0) + 1);
    if (affiliate.kind === "state" && affiliate.stateCode) states.add(affiliate.stateCode);
    else if (present.length > 0) for (const fips of present) counties.add(fips);
    else if (affiliate.stateCode) marked.add(affiliate.stateCode);
  }
  return {
    states: inOrder(states),
    counties: nationalCounties([...counties]),
    marks: inOrder(marked).flatMap((code) => {
      const at = middleOfState(code);
      return at ? [{ x: at[0] + BESIDE, y: at[1] }] : [];
    }),
    byState,
  };
}

/** The middle of a state's largest part, or of its inset. */
function middleOfState(code: string | undefined): Point | undefined {
  const state = code ? stateByCode(code) : undefined;
  if (!state) return;
  const place = nationalState(state.code);
  if (place) return [place.x, place.y];
  const [x, y] = INSETS[state.code]!;
  return [x + INSET_SIZE / 2, y + INSET_SIZE / 2];
}

/** Codes of the states in the order in which the keyboard walks them. */
export function inOrder(codes: Iterable<string>): string[] {
  const asked = new Set(codes);
  return allStates()
    .map(({ code, name }) => ({ code, name }))
    .filter(({ code }) => asked.has(code))
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ code }) => code);
}
