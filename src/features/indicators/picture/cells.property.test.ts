import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, groupsToShow, LEAST, nextCounted } from "./cells.ts";

/** What may happen between two drawings to each of some partnerships: nothing, a new answer, coming, or leaving. */
const story = fc.array(
  fc.array(fc.constantFrom("rest", "rest", "answer", "leave"), { minLength: 24, maxLength: 24 }),
  { minLength: 1, maxLength: 8 },
);
/** To which of six overlapping groups each belongs. */
const belonging = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }), {
  minLength: 24,
  maxLength: 24,
});

interface Item {
  id: string;
  partnership: string;
}

/** Lives through a story and answers with every picture that readers saw. */
function livedThrough(steps: readonly string[][], groupsOf: readonly number[][]) {
  const standing = new Map<number, Item>();
  let counted: Item[] = [];
  let groups: ReturnType<typeof groupsToShow> = [];
  let answers = 0;
  return steps.map((step) => {
    for (const [partnership, deed] of step.entries()) {
      if (deed === "leave") standing.delete(partnership);
      if (deed === "answer") {
        answers += 1;
        standing.set(partnership, { id: `a${answers}`, partnership: String(partnership) });
      }
    }
    counted = nextCounted(counted, [...standing.values()]);
    const wanted = [0, 1, 2, 3, 4, 5].map((group) => ({
      key: `group:${group}`,
      members: counted
        .filter(({ partnership }) => groupsOf[Number(partnership)]?.includes(group))
        .map(({ id }) => id),
    }));
    groups = groupsToShow(
      counted.map(({ id }) => id),
      wanted,
      groups,
    );
    return { counted, shown: groups.filter(({ shown }) => shown), standing: [...standing.values()] };
  });
}

const without = (a: readonly string[], b: readonly string[]) => a.filter((one) => !b.includes(one));
const expectNobodyOrMany = (some: readonly unknown[]) => {
  if (some.length > 0) expect(some.length).toBeGreaterThanOrEqual(LEAST);
};

describe("the network's picture", () => {
  test("never counts fewer than five, and no partnership twice", () => {
    fc.assert(
      fc.property(story, belonging, (steps, groupsOf) => {
        for (const { counted, shown } of livedThrough(steps, groupsOf)) {
          expectNobodyOrMany(counted);
          expect(new Set(counted.map(({ partnership }) => partnership)).size).toBe(counted.length);
          for (const { members } of shown) expect(members.length).toBeGreaterThanOrEqual(LEAST);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("shows no groups from which, added and subtracted, something follows about fewer than five", () => {
    fc.assert(
      fc.property(story, belonging, (steps, groupsOf) => {
        for (const { counted, shown } of livedThrough(steps, groupsOf)) {
          const all = counted.map(({ id }) => id);
          const groups = [all, ...shown.map(({ members }) => members)];
          // Every way of being inside of some and outside of others, counted afresh and not by the code under test.
          for (let mask = 1; mask < 2 ** groups.length; mask += 1) {
            const exactly = all.filter((one) =>
              groups.every((members, index) => members.includes(one) === Boolean(mask & (1 << index))),
            );
            expectNobodyOrMany(exactly);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("differs from the picture before by nobody, or by five who came and five who left", () => {
    fc.assert(
      fc.property(story, belonging, (steps, groupsOf) => {
        const pictures = livedThrough(steps, groupsOf).map(({ counted }) => counted.map(({ id }) => id));
        for (const [index, now] of pictures.entries()) {
          const before = pictures[index - 1] ?? [];
          expectNobodyOrMany(without(now, before));
          expectNobodyOrMany(without(before, now));
          expectNobodyOrMany(now.filter((one) => before.includes(one)));
        }
      }),
      { numRuns: 400 },
    );
  });

  test("shows a group again only when at least five came to it or left it since it was shown last", () => {
    fc.assert(
      fc.property(story, belonging, (steps, groupsOf) => {
        const last = new Map<string, readonly string[]>();
        for (const { shown } of livedThrough(steps, groupsOf)) {
          for (const { key, members } of shown) {
            const before = last.get(key);
            if (before) {
              expectNobodyOrMany(without(members, before));
              expectNobodyOrMany(without(before, members));
            }
            last.set(key, members);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("catches up with everybody once nothing holds it back", () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ id: `a${n}`, partnership: String(n) }));
    expect(nextCounted([], many)).toHaveLength(12);
    const anew = many.map((one, n) => (n < 5 ? { ...one, id: `b${n}` } : one));
    expect(nextCounted(many, anew).map(({ id }) => id)).toEqual(
      expect.arrayContaining(anew.map(({ id }) => id)),
    );
    const four = many.map((one, n) => (n < 4 ? { ...one, id: `b${n}` } : one));
    expect(nextCounted(many, four)).toEqual(many);
  });

  test("a sector is left out when the rest without it would be too few", () => {
    const all = Array.from({ length: 8 }, (_, n) => `a${n}`);
    expect(groupsToShow(all, [{ key: "most", members: all.slice(0, 6) }], [])).toEqual([]);
    const ten = Array.from({ length: 10 }, (_, n) => `a${n}`);
    const shown = groupsToShow(ten, [{ key: "half", members: ten.slice(0, 5) }], []);
    expect(shown.map(({ key }) => key)).toEqual(["half"]);
    expect(cellsOf([ten, ten.slice(0, 5)])).toHaveLength(2);
  });
});
