import { geoConicEqualArea } from "d3-geo";
import type { Point } from "../simplify.ts";

/** The longer side of a map of counties, in its own units: about two for each pixel of a wide column. */
export const MAP_SIZE = 1000;

/** A plane to draw on: degrees in, the map's units out, y growing downwards. */
export type Plane = { width: number; height: number; place: (point: Point) => Point };

/**
 * An equal-area plane turned to the middle of what is drawn, so that it stands upright as on its own map, and as large as
 * its points need, with `margin` units of air around.
 */
export function planeFor(points: Point[], margin: number, size = MAP_SIZE): Plane {
  const [west, east, south, north] = reach(points);
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .rotate([-(west + east) / 2, 0])
    .center([0, (south + north) / 2])
    .parallels([south + sixth, north - sixth])
    .scale(10_000)
    .translate([0, 0]);
  const drawn = points.map((point) => projection(point) as Point);
  const [left, right, top, bottom] = reach(drawn);
  const scale = (size - 2 * margin) / Math.max(right - left, bottom - top);
  return {
    width: Math.ceil((right - left) * scale + 2 * margin),
    height: Math.ceil((bottom - top) * scale + 2 * margin),
    place(point) {
      const [x, y] = projection(point) as Point;
      return [(x - left) * scale + margin, (y - top) * scale + margin];
    },
  };
}

/** West, east, then the two ends of the other axis. A spread of a list this long would overflow the stack. */
function reach(points: Point[]): [number, number, number, number] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return [left, right, low, high];
}
