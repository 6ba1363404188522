import { type GeoPermissibleObjects, geoBounds, geoCentroid, geoConicEqualArea, geoStream } from "d3-geo";
import { type Point, pathOf, ringArea, simplifyLine } from "./simplify.ts";

/** A drawing to fill with one colour, as the stamp takes it. */
export type Outline = { viewBox: string; path: string };

/** The longer side of every outline, in its own units. */
const BOX = 200;

/**
 * Draws a place standing upright, as it looks on its own map rather than tilted as on the nation's: in an
 * equal-area projection turned to its own middle. Coasts are simplified until the path fits `bytes`.
 */
export function drawUpright(place: GeoPermissibleObjects, bytes = 900): Outline {
  return drawPlane(projected(place), bytes);
}

/** The same for rings that are projected already. */
export function drawPlane(rings: Point[][], bytes = 900): Outline {
  return drawRings(gathered(mainRings(rings)), bytes);
}

/** Rings as they lie on a plane, y growing downwards, fitted and simplified; nothing is left out or moved. */
export function drawRings(plane: Point[][], bytes: number): Outline {
  const { rings, width, height } = fitted(plane);
  let smallest = 2;
  let path = "";
  do {
    path = pathOf(rings.map((ring) => simplifyLine(ring, smallest, 4)));
    smallest *= 1.25;
  } while (path.length > bytes && smallest < BOX);
  return { viewBox: `0 0 ${upTo(width)} ${upTo(height)}`, path };
}

/** The next whole unit, unless arithmetic overshot by a hair. */
function upTo(length: number): number {
  return Math.ceil(length - 0.001);
}

/** Every ring of a place, on a plane whose axis is the place's own meridian. */
function projected(place: GeoPermissibleObjects): Point[][] {
  const [longitude, latitude] = geoCentroid(place);
  const [[, south], [, north]] = geoBounds(place);
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .rotate([-longitude, 0])
    .center([0, latitude])
    .parallels([south + sixth, north - sixth])
    .scale(10_000)
    .precision(0);
  const rings: Point[][] = [];
  const sink = projection.stream({
    point: (x, y) => rings.at(-1)?.push([x, y]),
    lineStart: () => rings.push([]),
    lineEnd: () => {},
    polygonStart: () => {},
    polygonEnd: () => {},
  });
  geoStream(place, sink);
  return rings.filter((ring) => ring.length > 2);
}

/** Without the islets, which at a stamp's size are dust and, far out, make the mainland small. */
function mainRings(rings: Point[][]): Point[][] {
  const largest = Math.max(...rings.map(ringArea));
  return rings.filter((ring) => ringArea(ring) >= largest * 0.006);
}

/** Share of its box that land must fill to be seen on a stamp. */
const VISIBLE = 0.14;

/**
 * Islands strewn over an ocean, drawn closer together, as an atlas does in its insets: size and direction stay,
 * only open water shrinks, so they can never run into each other.
 */
function gathered(rings: Point[][]): Point[][] {
  const land = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  if (land / boxArea(rings) >= VISIBLE) return rings;
  const water = Math.sqrt(Math.max(...rings.map(ringArea))) / 4;
  return [0, 1].reduce((drawn, axis) => withoutGaps(drawn, axis as 0 | 1, water), rings);
}

/** Moves rings along one axis until no empty stretch between them is longer than `widest`. */
function withoutGaps(rings: Point[][], axis: 0 | 1, widest: number): Point[][] {
  const spans = rings
    .map((ring) => ring.map((point) => point[axis]))
    .map((values, index) => ({ index, from: Math.min(...values), to: Math.max(...values) }))
    .sort((a, b) => a.from - b.from);
  const shifts = new Map<number, number>();
  let [shift, reached] = [0, spans[0]!.to];
  for (const { index, from, to } of spans) {
    shift += Math.max(0, from - reached - widest);
    reached = Math.max(reached, to);
    shifts.set(index, shift);
  }
  return rings.map((ring, index) =>
    ring.map(([x, y]): Point => (axis === 0 ? [x - shifts.get(index)!, y] : [x, y - shifts.get(index)!])),
  );
}

type Box = { left: number; right: number; top: number; bottom: number };

function box(rings: Point[][]): Box {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function boxArea(rings: Point[][]): number {
  const { left, right, top, bottom } = box(rings);
  return (right - left) * (bottom - top);
}

function fitted(rings: Point[][]) {
  const { left, right, top, bottom } = box(rings);
  const scale = BOX / Math.max(right - left, bottom - top);
  return {
    rings: rings.map((ring) => ring.map(([x, y]): Point => [(x - left) * scale, (y - top) * scale])),
    width: (right - left) * scale,
    height: (bottom - top) * scale,
  };
}
