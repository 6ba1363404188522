/**
 * A figure and how sure it is. Published: `value`, `low` and `high` are the same. Reconstructed: `value` with bounds
 * around it. Withheld: no `value`, the truth lies from `low` to `high`; no `high` where nobody can say.
 *
 * Every formula of this room is written once, with the sums below, and so yields its value and its bounds together
 * (interval arithmetic, R. E. Moore, "Interval Analysis", 1966). Each sum takes its figures for independent of each
 * other, so bounds may be wider than they need be, and are never narrower than the truth.
 */
export interface Bounded {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Nobody can say anything about it. */
export const UNKNOWN: Bounded = { value: null, low: null, high: null };

/** Published. */
export function exactly(value: number): Bounded {
  return bounded(value, value, value);
}

/** Withheld; `high` is null where nobody can say. */
export function between(low: number, high: number | null): Bounded {
  return bounded(null, low, high ?? Number.POSITIVE_INFINITY);
}

export function add(...all: readonly Bounded[]): Bounded {
  let [value, low, high]: [number | null, number, number] = [0, 0, 0];
  for (const one of all) {
    value = value === null || one.value === null ? null : value + one.value;
    low += lowest(one);
    high += highest(one);
  }
  return bounded(value, low, high);
}

export function subtract(from: Bounded, what: Bounded): Bounded {
  return add(from, scale(what, -1));
}

/** `factor` has no unit and no doubt about it. */
export function scale(figure: Bounded, factor: number): Bounded {
  return multiply(figure, exactly(factor));
}

export function multiply(a: Bounded, b: Bounded): Bounded {
  const corners = [lowest(a), highest(a)].flatMap((x) => [lowest(b), highest(b)].map((y) => product(x, y)));
  const value = a.value === null || b.value === null ? null : product(a.value, b.value);
  return bounded(value, Math.min(...corners), Math.max(...corners));
}

/** Where the divisor is zero there is no number; where it may come to zero, there is no bound on that side. */
export function divide(figure: Bounded, by: Bounded): Bounded {
  const [low, high] = [lowest(by), highest(by)];
  if ((low === 0 && high === 0) || (low < 0 && high > 0)) return UNKNOWN;
  const side = high > 0 ? 1 : -1;
  const corners = [lowest(figure), highest(figure)].flatMap((x) =>
    [low, high].map((y) => quotient(x, y, side)),
  );
  const value = figure.value === null || !by.value ? null : figure.value / by.value;
  return bounded(value, Math.min(...corners), Math.max(...corners));
}

/** Applies a function that never falls. */
export function raise(figure: Bounded, rising: (number: number) => number): Bounded {
  return bounded(
    figure.value === null ? null : rising(figure.value),
    rising(lowest(figure)),
    rising(highest(figure)),
  );
}

/** What is known for another reason narrows the bounds; a value is left alone. */
export function within(figure: Bounded, low: number, high: number): Bounded {
  if (figure.value !== null) return figure;
  return bounded(null, Math.max(low, lowest(figure)), Math.min(high, highest(figure)));
}

const lowest = (figure: Bounded) => figure.low ?? Number.NEGATIVE_INFINITY;
const highest = (figure: Bounded) => figure.high ?? Number.POSITIVE_INFINITY;

/** Nothing of something is nothing, however large it may be. */
function product(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

/** @param side from which the divisor comes near to zero: 1 from above, -1 from below */
function quotient(x: number, y: number, side: number): number {
  if (x === 0 || !Number.isFinite(y)) return 0;
  return y === 0 ? x * side * Number.POSITIVE_INFINITY : x / y;
}

function bounded(value: number | null, low: number, high: number): Bounded {
  return { value: finite(value), low: finite(low), high: finite(high) };
}

/** Adding zero makes of minus zero, which nobody would understand, a zero. */
function finite(number: number | null): number | null {
  return number !== null && Number.isFinite(number) ? number + 0 : null;
}
