export type Point = [x: number, y: number];

/**
 * Leaves out the points that shape a line least (Visvalingam): those whose triangle with their neighbours is
 * smaller than `smallest`, in square units of the points. Both ends stay, so lines that met still meet.
 */
export function simplifyLine(line: Point[], smallest: number, keep = 2): Point[] {
  const points = [...line];
  const areas = points.map((_, i) => triangle(points[i - 1], points[i], points[i + 1]));
  while (points.length > keep) {
    let least = 0;
    for (let i = 1; i < areas.length; i++) if (areas[i]! < areas[least]!) least = i;
    if (areas[least]! >= smallest) break;
    points.splice(least, 1);
    areas.splice(least, 1);
    // A neighbour never counts for less than what was just removed, or whole curves would unravel.
    for (const i of [least - 1, least]) {
      areas[i] = Math.max(areas[i]!, triangle(points[i - 1], points[i], points[i + 1]));
    }
  }
  return points;
}

/** Infinite for the two ends of a line, which have one neighbour only. */
function triangle(a: Point | undefined, b: Point | undefined, c: Point | undefined): number {
  if (!a || !b || !c) return Number.POSITIVE_INFINITY;
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}

/** Area inside a closed line, in square units, whichever way it runs. */
export function ringArea(ring: Point[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    sum += x1 * y2 - x2 * y1;
  }
  return Math.abs(sum) / 2;
}

/** Center of gravity of a ring; of one so small that it encloses nothing, its first point. */
export function ringMiddle(ring: Point[]): Point {
  let [sum, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    sum += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return sum === 0 ? ring[0]! : [x / (3 * sum), y / (3 * sum)];
}

/** Closed lines as the shortest SVG path on whole units: "M12 30l5-6 7 8z". */
export function pathOf(rings: Point[][]): string {
  return rings.map(ringPath).join("");
}

function ringPath(ring: Point[]): string {
  const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  let [x, y] = points[0]!;
  let path = `M${x} ${y}`;
  let steps = "";
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX === x && nextY === y) continue;
    for (const step of [nextX - x, nextY - y]) steps += step < 0 || steps === "" ? step : ` ${step}`;
    [x, y] = [nextX, nextY];
  }
  // A ring that ends where it began needs no last step: "z" closes it.
  if (steps) path += `l${steps}`;
  return `${path}z`;
}
