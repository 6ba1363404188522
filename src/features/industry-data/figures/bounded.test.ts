import fc from "fast-check";
import { expect, it } from "vitest";
import {
  add,
  type Bounded,
  between,
  divide,
  exactly,
  multiply,
  raise,
  scale,
  subtract,
  UNKNOWN,
  within,
} from "./bounded.ts";

it("published figures stay published through every sum", () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      for (const sum of [add, subtract, multiply, divide]) {
        const { value, low, high } = sum(exactly(a), exactly(b));
        expect([low, high]).toEqual([value, value]);
      }
    }),
  );
});

it("whatever lies between the bounds of two figures, its sum lies between the bounds of theirs", () => {
  const end = fc.integer({ min: -60, max: 60 });
  const figure = fc.tuple(end, end, end).map((ends) => {
    const [low, truth, high] = ends.sort((a, b) => a - b) as [number, number, number];
    return { truth, bounds: between(low, high) };
  });
  const sums: [(a: Bounded, b: Bounded) => Bounded, (a: number, b: number) => number][] = [
    [add, (a, b) => a + b],
    [subtract, (a, b) => a - b],
    [multiply, (a, b) => a * b],
    [divide, (a, b) => a / b],
  ];
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      for (const [sum, plain] of sums) {
        const truth = plain(a.truth, b.truth);
        if (!Number.isFinite(truth)) continue;
        const { value, low, high } = sum(a.bounds, b.bounds);
        expect(value).toBeNull();
        expect(low ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(truth + 1e-9);
        expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth - 1e-9);
      }
    }),
    { numRuns: 1_000 },
  );
});

it("what nobody can say has no bound on that side, and keeps the other", () => {
  const some = between(10, null);
  expect(add(some, exactly(5))).toEqual(between(15, null));
  expect(subtract(exactly(5), some)).toEqual({ value: null, low: null, high: -5 });
  expect(multiply(some, exactly(0))).toEqual({ value: null, low: 0, high: 0 });
  expect(divide(exactly(20), some)).toEqual(between(0, 2));
  expect(divide(some, between(2, 5))).toEqual(between(2, null));
  expect(divide(some, some)).toEqual(between(0, null));
  expect(scale(UNKNOWN, 3)).toEqual(UNKNOWN);
});

it("a division by what is or may be zero is no number", () => {
  expect(divide(exactly(5), exactly(0))).toEqual(UNKNOWN);
  expect(divide(exactly(0), exactly(0))).toEqual(UNKNOWN);
  expect(divide(exactly(6), between(0, 3))).toEqual(between(2, null));
  expect(divide(exactly(-6), between(0, 3))).toEqual({ value: null, low: null, high: -2 });
  expect(divide(exactly(6), between(-3, 0))).toEqual({ value: null, low: null, high: -2 });
  expect(divide(exactly(6), between(-3, 3))).toEqual(UNKNOWN);
});

it("zero never has a sign", () => {
  expect(Object.is(scale(exactly(0), -1).value, 0)).toBe(true);
});

it("a function that never falls, and what else is known, keep the sides apart", () => {
  expect(raise(between(4, 9), Math.sqrt)).toEqual(between(2, 3));
  expect(raise(between(4, null), Math.sqrt)).toEqual(between(2, null));
  expect(within(between(0.5, 1.4), 0, 1)).toEqual(between(0.5, 1));
  expect(within(exactly(1.4), 0, 1)).toEqual(exactly(1.4));
});
