import { type Point, pathOf, ringArea, ringMiddle, simplifyLine } from "../simplify.ts";
import { borderLine, innerBorders, numberOf, outerRings, type Ring, ringsOf, walk } from "./borders.ts";
import { countiesOf, presentCounties } from "./counties.ts";
import { type Plane, planeFor } from "./plane.ts";

/** Least bend and least island that are drawn, in square units. */
const BEND = 5;
const ISLET = 12;
const MARGIN = 8;

/** A drawing in which every county can be shown, alone or together with others. */
export type CountyMap = {
  viewBox: string;
  width: number;
  height: number;
  /** The states' land as one path. */
  ground: string;
  /** The lines between the counties, each once, as one open path. */
  lines: string;
  /** One path around several counties together; former codes and Connecticut's old counties are drawn as today's. */
  around: (fips: readonly string[]) => string;
  /** A point within the largest part of these counties, for a mark; nothing where none of them is on the map. */
  middle: (fips: readonly string[]) => Point | undefined;
};

const made = new Map<string, CountyMap>();

/**
 * The map of one state with its counties, or of several states together, in an equal-area projection of its own. Kept once
 * made: there are 56 states, and few regions that cross their lines.
 *
 * @param states codes of states: ["mo", "ks"]
 */
export function countyMap(states: readonly string[]): CountyMap {
  const key = [...new Set(states)].sort().join("+");
  let map = made.get(key);
  if (!map) {
    // Most are single states; so many pairs nobody draws, unless somebody tries.
    if (made.size >= 120) made.delete(made.keys().next().value!);
    map = drawCountyMap(key.split("+").flatMap((code) => countiesOf(code).map(({ fips }) => fips)));
    made.set(key, map);
  }
  return map;
}

function drawCountyMap(all: string[]): CountyMap {
  const outline = outerRings(all);
  const shore = outline.map((ring) => walk(ring, borderLine));
  const plane = planeFor(withoutStrays(shore).flat(), MARGIN);
  const lineOf = linesOn(plane, all);
  const rings = (list: Ring[]) => shown(list.map((ring) => walk(ring, lineOf)));
  const on = new Set(all);
  const here = (fips: readonly string[]) => presentCounties(fips).filter((code) => on.has(code));
  const regions = keptRegions((fips) => {
    const parts = rings(outerRings(fips));
    const [largest] = parts.toSorted((a, b) => ringArea(b) - ringArea(a));
    return {
      around: pathOf(parts),
      middle: largest && (ringMiddle(largest).map(Math.round) as Point),
    };
  });
  return {
    viewBox: `0 0 ${plane.width} ${plane.height}`,
    width: plane.width,
    height: plane.height,
    ground: pathOf(rings(outline)),
    lines: innerBorders(all)
      .map((number) => pathOf([lineOf(number)]).slice(0, -1))
      .join(""),
    around: (fips) => regions(here(fips)).around,
    middle: (fips) => regions(here(fips)).middle,
  };
}

type Region = { around: string; middle: Point | undefined };

/** More than a state's map shows at once. */
const MOST_REGIONS = 300;

/** What a map draws again and again, as a state's map does with each of its partnerships, is drawn once. */
function keptRegions(draw: (fips: readonly string[]) => Region): (fips: readonly string[]) => Region {
  const drawn = new Map<string, Region>();
  return (fips) => {
    const counties = [...fips].sort();
    const key = counties.join("");
    let region = drawn.get(key);
    if (!region) {
      if (drawn.size >= MOST_REGIONS) drawn.clear();
      region = draw(counties);
      drawn.set(key, region);
    }
    return region;
  };
}

/** Each border drawn and simplified once, so that neighbors keep touching. */
function linesOn(plane: Plane, all: string[]): (number: number) => Point[] {
  const drawn = new Map<number, Point[]>();
  for (const ring of all.flatMap(ringsOf)) {
    for (const number of ring.map(numberOf)) {
      if (drawn.has(number)) continue;
      drawn.set(number, simplifyLine(borderLine(number).map(plane.place), BEND, ring.length < 3 ? 4 : 2));
    }
  }
  return (number) => drawn.get(number) ?? [];
}

/** What is large enough to be seen, and at least the largest part, however small. */
function shown(rings: Point[][]): Point[][] {
  const sorted = rings.toSorted((a, b) => ringArea(b) - ringArea(a));
  return sorted.filter((ring, index) => index === 0 || ringArea(ring) >= ISLET);
}

/** Specks far out at sea would make the mainland small: Hawaii's atolls reach as far as its islands are long. */
function withoutStrays(rings: Point[][]): Point[][] {
  const least = Math.max(...rings.map(ringArea)) * 0.0005;
  return rings.filter((ring) => ringArea(ring) >= least);
}
