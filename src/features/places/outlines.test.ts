import { expect, test } from "vitest";
import { nationalDrawing, nationOutline, stateOutline } from "./outlines.ts";
import { allStates } from "./states.ts";

/** Corners of a path of the kind we write: M, then relative lines, then z. */
function cornersOf(path: string): [number, number][] {
  return path
    .split("z")
    .filter(Boolean)
    .flatMap((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => {
        x += numbers[2 * i]!;
        y += numbers[2 * i + 1]!;
        return [x, y];
      });
    });
}

test("every state has an outline of at most 900 bytes that fills its box and stays inside", () => {
  for (const { code, name } of allStates()) {
    const { path, viewBox } = stateOutline(code);
    expect(path.length, name).toBeLessThanOrEqual(900);
    expect(path).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
    const [, , width, height] = viewBox.split(" ").map(Number) as [number, number, number, number];
    const corners = cornersOf(path);
    expect(Math.max(width, height), name).toBe(200);
    for (const [x, y] of corners) {
      expect(x, name).toBeGreaterThanOrEqual(0);
      expect(x, name).toBeLessThanOrEqual(width);
      expect(y, name).toBeGreaterThanOrEqual(0);
      expect(y, name).toBeLessThanOrEqual(height);
    }
    // Simplifying may shave a cape, never a quarter of the land's reach.
    const reach = Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x));
    expect(reach, name).toBeGreaterThan(width * 0.75);
  }
});

test("outlines stand upright: Wyoming's borders run level and Tennessee is wide", () => {
  const [, , width, height] = stateOutline("tn").viewBox.split(" ").map(Number) as [
    number,
    number,
    number,
    number,
  ];
  expect(width / height).toBeGreaterThan(3);
  const wyoming = cornersOf(stateOutline("wy").path);
  const north = wyoming.filter(([, y]) => y < 20);
  expect(Math.max(...north.map(([, y]) => y)) - Math.min(...north.map(([, y]) => y))).toBeLessThan(6);
});

test("the national map has every state but the territories, and its marks lie within it", () => {
  const { states, viewBox } = nationalDrawing();
  expect(Object.keys(states)).toHaveLength(51);
  const [left, top, width, height] = viewBox.split(" ").map(Number) as [number, number, number, number];
  for (const { x, y } of Object.values(states)) {
    expect(x).toBeGreaterThan(left);
    expect(x).toBeLessThan(left + width);
    expect(y).toBeGreaterThan(top);
    expect(y).toBeLessThan(top + height);
  }
});

test("the nation has an outline of its own", () => {
  expect(nationOutline().path.length).toBeLessThanOrEqual(900);
});

test("an unknown code is a mistake of ours and says so", () => {
  expect(() => stateOutline("xx")).toThrow('"xx"');
});
