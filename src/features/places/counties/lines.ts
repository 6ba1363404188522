import type { Point } from "../simplify.ts";

/** A line on whole units as text: its first point, then step by step, "12-30 5 1" being [12,-30] and [17,-29]. */
export function writeLine(line: Point[]): string {
  let [x, y] = [0, 0];
  let text = "";
  for (const [index, [toX, toY]] of line.entries()) {
    if (index > 0 && toX === x && toY === y) continue;
    for (const step of [toX - x, toY - y]) text += step < 0 || text === "" ? step : ` ${step}`;
    [x, y] = [toX, toY];
  }
  return text;
}

export function readLine(text: string): Point[] {
  const steps = text.match(/-?\d+/g) ?? [];
  const line: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += Number(steps[i]);
    y += Number(steps[i + 1]);
    line.push([x, y]);
  }
  return line;
}
