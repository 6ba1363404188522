import { allStates, stateByCode } from "../states.ts";
import { drawPlane, type Outline } from "../upright.ts";
import { borderLine, outerRings, walk } from "./borders.ts";
import { countyByFips, presentCounties } from "./counties.ts";
import { countyMap } from "./county-map.ts";
import { planeFor } from "./plane.ts";

/** A region on the map of its states. */
export type RegionMap = {
  viewBox: string;
  /** The states' land, and the lines between their counties. */
  ground: string;
  lines: string;
  /** Around the region's counties; empty where they are not known. */
  region: string;
  /** The states by name: "Kansas, Missouri". */
  names: string;
};

/**
 * A region's counties within their states, or within `states` where they are named (a region whose counties nobody told
 * is its states alone). Nothing where neither leads to a state. Codes that no county has are left out.
 */
export function regionMap(
  counties: readonly string[],
  states: readonly string[] = [],
): RegionMap | undefined {
  const theirs = counties.flatMap((fips) => countyByFips(fips)?.state ?? []);
  const asked = new Set([...states, ...theirs]);
  const codes = allStates()
    .map(({ code }) => code)
    .filter((code) => asked.has(code));
  if (codes.length === 0) return;
  const { viewBox, ground, lines, around } = countyMap(codes);
  const names = codes.map((code) => stateByCode(code)!.name).join(", ");
  return { viewBox, ground, lines, region: around(counties), names };
}

const made = new Map<string, Outline>();
const MOST_KEPT = 4_000;

/**
 * A region's own outline for its stamp, standing upright, at most 900 bytes; nothing where it has no county. Kept once
 * made, because lists show many and a region seldom changes.
 */
export function regionOutline(counties: readonly string[]): Outline | undefined {
  const present = presentCounties(counties).sort();
  if (present.length === 0) return;
  const key = present.join("");
  let outline = made.get(key);
  if (!outline) {
    if (made.size >= MOST_KEPT) made.clear();
    const rings = outerRings(present).map((ring) => walk(ring, borderLine));
    const plane = planeFor(rings.flat(), 0);
    outline = drawPlane(rings.map((ring) => ring.map(plane.place)));
    made.set(key, outline);
  }
  return outline;
}
