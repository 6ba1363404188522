import fc from "fast-check";
import { expect, test } from "vitest";
import { type Point, pathOf, ringArea, simplifyLine } from "./simplify.ts";

const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
  minLength: 2,
  maxLength: 60,
});

test("both ends of a line stay, nothing new appears, and the order holds", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 0, max: 5000 }), (points, smallest) => {
      const simple = simplifyLine(points as Point[], smallest);
      expect(simple[0]).toEqual(points[0]);
      expect(simple.at(-1)).toEqual(points.at(-1));
      let from = 0;
      for (const point of simple) {
        const at = (points as Point[]).indexOf(point, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
    }),
  );
});

test("a bend too small to see goes, a corner stays", () => {
  const corner: Point[] = [
    [0, 0],
    [50, 0.1],
    [100, 0],
    [100, 100],
  ];
  expect(simplifyLine(corner, 10)).toEqual([corner[0], corner[2], corner[3]]);
});

test("a square has its area whichever way it is walked, and a short path", () => {
  const square: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  expect(ringArea(square)).toBe(100);
  expect(ringArea(square.toReversed())).toBe(100);
  expect(pathOf([square])).toBe("M0 0l10 0 0 10-10 0 0-10z");
});
