import { type Point, pathOf, ringArea, ringMiddle, simplifyLine } from "./simplify.ts";

/** The parts of a quantized TopoJSON file that we read. */
export type Atlas = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { states: { geometries: AtlasShape[] } };
};
type AtlasShape = { id: string } & (
  | { type: "Polygon"; arcs: number[][] }
  | { type: "MultiPolygon"; arcs: number[][][] }
);

export type NationalDrawing = {
  viewBox: string;
  /** By federal code: the shape, and the point in its middle where a mark goes. */
  states: Record<string, { path: string; x: number; y: number }>;
};

/**
 * Draws the nation from an atlas that is projected already. Borders are simplified once each, not once a state,
 * so neighbours keep touching. `smallest` is the least bend kept and `islet` the least island, in square units.
 */
export function drawNation(atlas: Atlas, smallest: number, islet: number): NationalDrawing {
  const arcs = decoded(atlas).map((arc) => simplifyLine(arc, smallest, isClosed(arc) ? 4 : 2));
  const states: NationalDrawing["states"] = {};
  const all: Point[] = [];
  for (const shape of atlas.objects.states.geometries) {
    const outer = (shape.type === "Polygon" ? [shape.arcs] : shape.arcs).map((polygon) => polygon[0]!);
    const rings = outer.map((refs) => stitched(refs, arcs)).sort((a, b) => ringArea(b) - ringArea(a));
    const shown = rings.filter((ring, index) => index === 0 || ringArea(ring) >= islet);
    const [x, y] = ringMiddle(rings[0]!);
    states[shape.id] = { path: pathOf(shown), x: Math.round(x), y: Math.round(y) };
    all.push(...shown.flat());
  }
  return { viewBox: boxAround(all), states };
}

function decoded({ arcs, transform }: Atlas): Point[][] {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  });
}

function isClosed(line: Point[]): boolean {
  const [first, last] = [line[0]!, line.at(-1)!];
  return first[0] === last[0] && first[1] === last[1];
}

/** A ring from its arcs; a negative number is an arc walked backwards. */
function stitched(refs: number[], arcs: Point[][]): Point[] {
  return refs.flatMap((ref, index) => {
    const arc = ref < 0 ? arcs[~ref]!.toReversed() : arcs[ref]!;
    return index === 0 ? arc : arc.slice(1);
  });
}

function boxAround(points: Point[]): string {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.floor(Math.min(...xs)) - 3, Math.floor(Math.min(...ys)) - 3];
  return `${left} ${top} ${Math.ceil(Math.max(...xs)) + 3 - left} ${Math.ceil(Math.max(...ys)) + 3 - top}`;
}
