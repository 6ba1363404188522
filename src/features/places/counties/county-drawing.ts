import { type Point, pathOf, ringArea, simplifyLine } from "../simplify.ts";
import { borderLine, innerBorders, numberOf, outerRings, type Ring, ringsOf, walk } from "./borders.ts";
import { countyByFips, presentCounties } from "./counties.ts";
import { planeFor } from "./plane.ts";

/** Counties drawn one by one, wherever they lie, for a map of figures. Measures are the drawing's own units. */
export interface CountyDrawing {
  /** Where its upper left corner lies. */
  left: number;
  top: number;
  width: number;
  height: number;
  counties: readonly DrawnCounty[];
  /** The lines between the counties; those between states once more by themselves. */
  lines: string;
  stateLines: string;
  /** Around all of them. */
  outline: string;
}

export interface DrawnCounty {
  /** Of today's county. */
  fips: string;
  name: string;
  path: string;
  /** Where words stand best, and how much room there is for them. */
  x: number;
  y: number;
  room: { width: number; height: number };
}

const BEND = 2;
const ISLET = 10;
const MARGIN = 6;

const made = new Map<string, CountyDrawing>();
/** A page measures a map before it is fetched, in two shapes and as many themes. */
const MOST_KEPT = 40;

/**
 * Draws counties in an equal-area projection of their own, the longer side 1,000 units. Former codes are drawn as today's
 * counties; undefined where none is known.
 */
export function drawCounties(fips: readonly string[]): CountyDrawing | undefined {
  const present = presentCounties(fips).sort();
  if (present.length === 0) return;
  const key = present.join("");
  let drawing = made.get(key);
  if (!drawing) {
    if (made.size >= MOST_KEPT) made.delete(made.keys().next().value!);
    drawing = draw(present);
    made.set(key, drawing);
  }
  return drawing;
}

function draw(present: readonly string[]): CountyDrawing {
  const around = outerRings(present);
  const shore = around.map((ring) => walk(ring, borderLine));
  const least = Math.max(...shore.map(ringArea)) * 0.0005;
  const plane = planeFor(shore.filter((ring) => ringArea(ring) >= least).flat(), MARGIN);
  const drawn = new Map<number, Point[]>();
  const lineOf = (number: number): Point[] => {
    let line = drawn.get(number);
    if (!line) {
      line = simplifyLine(borderLine(number).map(plane.place), BEND, 3);
      drawn.set(number, line);
    }
    return line;
  };
  const ringsFor = (rings: Ring[]) =>
    rings
      .map((ring) => walk(ring, lineOf))
      .sort((a, b) => ringArea(b) - ringArea(a))
      .filter((ring, index) => index === 0 || ringArea(ring) >= ISLET);
  const linePath = (numbers: readonly number[]) =>
    numbers.map((number) => pathOf([lineOf(number)]).slice(0, -1)).join("");
  return {
    left: 0,
    top: 0,
    width: plane.width,
    height: plane.height,
    counties: present.map((code) => {
      const rings = ringsFor([...ringsOf(code)]);
      return { fips: code, name: countyByFips(code)!.name, path: pathOf(rings), ...roomIn(rings[0] ?? []) };
    }),
    lines: linePath(innerBorders(present)),
    stateLines: linePath(stateBorders(present)),
    outline: pathOf(ringsFor(around)),
  };
}

/** Borders that a county of one state has in common with one of another. */
function stateBorders(fips: readonly string[]): number[] {
  const states = new Map<number, Set<string>>();
  for (const code of fips) {
    for (const number of ringsOf(code).flat().map(numberOf)) {
      states.set(number, (states.get(number) ?? new Set()).add(code.slice(0, 2)));
    }
  }
  return [...states].filter(([, both]) => both.size > 1).map(([number]) => number);
}

/** Two lines of words are about so many times as wide as they are high. */
const WORDS_WIDE = 2.4;

/** Where two lines of words have most room within a county, as they are wide and low. */
function roomIn(ring: readonly Point[]): Pick<DrawnCounty, "x" | "y" | "room"> {
  const ys = ring.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best = { x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0, width: 0, height: 0, worth: -1 };
  for (let step = 1; step < 20; step++) {
    const y = top + (step * (bottom - top)) / 20;
    const [left, right] = widestSpan(ring, y);
    const x = (left + right) / 2;
    const across = ring.map(([px, py]): Point => [py, px]);
    const [up, down] = spanAround(across, x, y);
    const height = 2 * Math.min(y - up, down - y);
    // Corners count: the level is measured where the words begin and end, too.
    const half = Math.min(height, (right - left) / WORDS_WIDE) / 2;
    const [upper, lower] = [spanAround(ring, y - half * 0.9, x), spanAround(ring, y + half * 0.9, x)];
    const width =
      2 * Math.min(x - Math.max(left, upper[0], lower[0]), Math.min(right, upper[1], lower[1]) - x);
    const worth = Math.min(width, height * WORDS_WIDE) - 0.1 * Math.abs(y - (top + bottom) / 2);
    if (worth > best.worth) best = { x, y, width, height, worth };
  }
  const { x, y, width, height } = best;
  return {
    x: Math.round(x),
    y: Math.round(y),
    room: { width: Math.max(0, Math.round(width)), height: Math.max(0, Math.round(height)) },
  };
}

/** The stretch of a level that holds a place; none where the place is outside of the ring. */
function spanAround(ring: readonly Point[], level: number, place: number): [number, number] {
  return spansAt(ring, level).find(([from, to]) => from <= place && place <= to) ?? [place, place];
}

function widestSpan(ring: readonly Point[], level: number): [number, number] {
  const spans = spansAt(ring, level).sort((one, other) => other[1] - other[0] - (one[1] - one[0]));
  return spans[0] ?? [0, 0];
}

/** The stretches of a level that lie within the ring. */
function spansAt(ring: readonly Point[], level: number): [number, number][] {
  const crossings: number[] = [];
  for (let index = 0; index < ring.length; index++) {
    const [x1, y1] = ring[index]!;
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    if (y1 > level === y2 > level) continue;
    crossings.push(x1 + ((level - y1) / (y2 - y1)) * (x2 - x1));
  }
  crossings.sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2)
    spans.push([crossings[index]!, crossings[index + 1]!]);
  return spans;
}
