/** Chance that comes out the same in every run: a small generator after mulberry32, good enough for filling a site. */
export interface Dice {
  /** 0 up to, but not, 1. */
  next(): number;
  /** A whole number below `below`. */
  below(below: number): number;
  oneOf<T>(list: readonly T[]): T;
  uuid(): string;
}

export function throwDice(seed: number): Dice {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf: (list) => list[below(list.length)]!,
    uuid() {
      const hex = Array.from({ length: 4 }, () => word().toString(16).padStart(8, "0")).join("");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
