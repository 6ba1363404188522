import { type Point, pathOf, ringArea, ringMiddle, simplifyLine } from "../simplify.ts";
import { allStates, stateByCode } from "../states.ts";
import { nationalLine, outerRings, type Ring, ringsOf, walk } from "./borders.ts";
import { countiesOf, countyByFips, presentCounties } from "./counties.ts";
import type { CountyDrawing } from "./county-drawing.ts";
import { countyLabel } from "./words.ts";

/** The nation's map of counties, in half units of the national map of states. The territories are not on it. */
export const NATIONAL_BOX = "25 17 1900 1204";

/** Least island drawn, in square units. */
const ISLET = 40;
/** Where counties met along a state's edge the atlas keeps points that its outline does not need; in square units. */
const STATE_BEND = 4;

/** What one of these places looks like: its outline, and a point within its largest part. */
export type NationalPlace = { path: string; x: number; y: number };

const states = new Map<string, NationalPlace>();
const counties = new Map<string, NationalPlace>();

/** A state on the nation's map; nothing for a territory. `code` is a state's code. */
export function nationalState(code: string): NationalPlace | undefined {
  if (stateByCode(code)?.territory !== false) return;
  let place = states.get(code);
  if (!place) {
    place = placeOf(outerRings(countiesOf(code).map(({ fips }) => fips)), STATE_BEND);
    states.set(code, place);
  }
  return place;
}

/**
 * Several counties as one path, wherever in the nation. Each keeps its own line: putting them together afresh for every
 * filter would cost more than it saves.
 */
export function nationalCounties(fips: readonly string[]): string {
  return onMap(fips)
    .map((code) => countyPlace(code).path)
    .join("");
}

/** The middle of several of today's counties, each counting alike; nothing where none is on the map. */
export function nationalMiddle(present: readonly string[]): Point | undefined {
  let [x, y, count] = [0, 0, 0];
  for (const fips of present) {
    if (!isOnMap(fips)) continue;
    const place = countyPlace(fips);
    x += place.x;
    y += place.y;
    count += 1;
  }
  return count > 0 ? [x / count, y / count] : undefined;
}

/**
 * Counties anywhere in the nation for a map of figures, Alaska and Hawaii moved beside the others. Lines are the states'
 * alone, and no county has room for words; those of the territories are left out.
 */
export function drawNationalCounties(fips: readonly string[]): CountyDrawing {
  const [left, top, width, height] = NATIONAL_BOX.split(" ").map(Number) as [number, number, number, number];
  return {
    left,
    top,
    width,
    height,
    counties: onMap(fips).map((code) => ({
      fips: code,
      name: countyLabel(countyByFips(code)!),
      ...countyPlace(code),
      room: { width: 0, height: 0 },
    })),
    lines: "",
    stateLines: nationalStates()
      .map(([, { path }]) => path)
      .join(""),
    outline: "",
  };
}

function onMap(fips: readonly string[]): string[] {
  return presentCounties(fips).filter(isOnMap);
}

/** The territories have two digits from 60 on. */
function isOnMap(fips: string): boolean {
  return fips < "60";
}

function countyPlace(fips: string): NationalPlace {
  let place = counties.get(fips);
  if (!place) {
    place = placeOf(ringsOf(fips));
    counties.set(fips, place);
  }
  return place;
}

function placeOf(around: Ring[], bend = 0): NationalPlace {
  const rings = around.map((ring) => walk(ring, nationalLine)).sort((a, b) => ringArea(b) - ringArea(a));
  const [x, y] = ringMiddle(rings[0]!);
  const drawn = shown(rings).map((ring) => (bend > 0 ? simplifyLine(ring, bend, 4) : ring));
  return { path: pathOf(drawn), x: Math.round(x), y: Math.round(y) };
}

function shown(rings: Point[][]): Point[][] {
  return rings.filter((ring, index) => index === 0 || ringArea(ring) >= ISLET);
}

/** Every state on the map, by its code. */
export function nationalStates(): [code: string, place: NationalPlace][] {
  return allStates().flatMap(({ code }) => {
    const place = nationalState(code);
    return place ? [[code, place] as [string, NationalPlace]] : [];
  });
}
