import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Counted,
  distinctOf,
  maySameMoney,
  money,
  partProblem,
  sumOf,
  sumWords,
  type Told,
  wholeProblem,
  yearsOf,
} from "./rules.ts";

const entry = (id: string, more: Partial<Counted> = {}): Counted => ({
  id,
  dollars: 1_000,
  atLeast: false,
  inKind: false,
  fromYear: 2017,
  toYear: 2018,
  partOf: null,
  ...more,
});
const wholesIn = (entries: readonly Counted[]) => new Map(entries.map(({ id, partOf }) => [id, partOf]));

/** Some investments; each may be part of one that comes before it, so that no chain leads back. */
const someInvestments = fc
  .array(
    fc.record({
      dollars: fc.option(fc.integer({ min: 1, max: 5_000_000_000 })),
      atLeast: fc.boolean(),
      inKind: fc.boolean(),
      from: fc.option(fc.integer({ min: 1990, max: 2060 })),
      years: fc.integer({ min: 0, max: 30 }),
      within: fc.option(fc.nat()),
    }),
    { maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(
      ({ dollars, atLeast, inKind, from, years, within }, index): Counted => ({
        id: `i${index}`,
        dollars,
        atLeast,
        inKind,
        fromYear: from,
        toYear: from === null ? null : from + years,
        partOf: within === null || index === 0 ? null : `i${within % index}`,
      }),
    ),
  );
const half = (entries: Counted[], bits: number) => entries.filter((_, index) => (bits >> index) & 1);

describe("a sum", () => {
  test("counts each dollar once: what has a counted whole is not among the distinct ones", () => {
    fc.assert(
      fc.property(someInvestments, (entries) => {
        const wholes = wholesIn(entries);
        const byId = new Map(entries.map((one) => [one.id, one]));
        for (const one of distinctOf(entries, wholes)) {
          for (let whole = one.partOf; whole; whole = byId.get(whole)!.partOf)
            expect(byId.get(whole)!.dollars).toBeNull();
        }
      }),
    );
  });

  test("of a union is never more than the two sums, and equal where nothing of the one is part of the other", () => {
    fc.assert(
      fc.property(someInvestments, fc.nat(2 ** 14), (entries, bits) => {
        const wholes = wholesIn(entries);
        const a = half(entries, bits);
        const b = half(entries, ~bits);
        const both = sumOf(entries, wholes).dollars;
        expect(both).toBeLessThanOrEqual(sumOf(a, wholes).dollars + sumOf(b, wholes).dollars);
        const alone = entries.map((one) => ({ ...one, partOf: null }));
        const none = wholesIn(alone);
        expect(sumOf(alone, none).dollars).toBe(
          sumOf(half(alone, bits), none).dollars + sumOf(half(alone, ~bits), none).dollars,
        );
      }),
    );
  });

  test("does not change with the order of its list, nor when parts of what is counted are added to it", () => {
    fc.assert(
      fc.property(someInvestments, fc.integer({ min: 1, max: 1_000 }), (entries, dollars) => {
        const sum = sumOf(entries, wholesIn(entries));
        expect(sumOf(entries.toReversed(), wholesIn(entries))).toEqual(sum);
        const told = entries.find((one) => one.dollars !== null);
        if (!told) return;
        const more = [...entries, entry("added", { dollars, partOf: told.id })];
        expect(sumOf(more, wholesIn(more))).toEqual(sum);
      }),
    );
  });

  test("spread over years adds up to itself, to the dollar", () => {
    fc.assert(
      fc.property(someInvestments, (entries) => {
        const wholes = wholesIn(entries);
        const spread = [...yearsOf(entries, wholes).values()].reduce((a, b) => a + b, 0);
        expect(spread).toBe(sumOf(entries, wholes).dollars);
      }),
    );
  });

  test("counts a part in its own state's sum when the whole belongs to another state", () => {
    const national = entry("program", { dollars: 5_000 });
    const grant = entry("grant", { dollars: 800, partOf: "program" });
    const wholes = wholesIn([national, grant]);
    expect(sumOf([grant], wholes).dollars).toBe(800);
    expect(sumOf([national, grant], wholes).dollars).toBe(5_000);
  });

  test("counts parts while the whole's amount is not told, and says at least", () => {
    const entries = [
      entry("whole", { dollars: null }),
      entry("a", { partOf: "whole" }),
      entry("b", { partOf: "a", dollars: 10 }),
    ];
    expect(sumOf(entries, wholesIn(entries))).toMatchObject({
      dollars: 1_000,
      counted: 1,
      withoutAmount: 1,
      atLeast: true,
    });
  });

  test("finds an end even where stored chains lead in a circle", () => {
    const entries = [entry("a", { partOf: "b" }), entry("b", { partOf: "a" })];
    expect(sumOf(entries, wholesIn(entries)).dollars).toBe(0);
  });

  test("over three years leaves no dollar behind", () => {
    const entries = [
      entry("a", { dollars: 1_000, fromYear: 2017, toYear: 2019 }),
      entry("b", { fromYear: null, toYear: null }),
    ];
    expect([...yearsOf(entries, wholesIn(entries))]).toEqual([
      [2017, 334],
      [2018, 333],
      [2019, 333],
      [null, 1_000],
    ]);
  });

  test("reads as a sentence that hides nothing", () => {
    const words = (entries: Counted[]) => sumWords(sumOf(entries, wholesIn(entries)));
    expect(words([])).toBe("");
    expect(words([entry("a", { dollars: null })])).toBe("One investment, its amount not told.");
    expect(words([entry("a", { dollars: 1_600_000, atLeast: true })])).toBe(
      "At least $1.6 million, from one investment.",
    );
    expect(
      words([
        entry("a", { dollars: 400 }),
        entry("b", { dollars: 200, inKind: true }),
        entry("c", { dollars: null }),
      ]),
    ).toBe("At least $600, from 2 investments, $200 of it in kind. Of one more the amount is not told.");
  });
});

describe("a part", () => {
  const all = (...entries: Counted[]) => new Map(entries.map((one) => [one.id, one]));

  test("is refused where the chain would lead back, however long it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
        const chain = Array.from({ length }, (_, index) =>
          entry(`c${index}`, { dollars: null, partOf: index === 0 ? null : `c${index - 1}` }),
        );
        const last = `c${length - 1}`;
        const wrong = partProblem({ id: "c0", dollars: null, partOf: last }, all(...chain));
        expect(wrong).toMatch(length === 1 ? /part of itself/ : /itself part of this one/);
      }),
    );
  });

  test("of a part is fine", () => {
    const there = all(entry("a", { dollars: 100 }), entry("b", { dollars: 50, partOf: "a" }));
    expect(partProblem({ id: null, dollars: 20, partOf: "b" }, there)).toBeUndefined();
  });

  test("is not more than its whole, alone or with its siblings, unless the whole is a lower bound", () => {
    const whole = entry("whole", { dollars: 100 });
    const there = all(whole, entry("first", { dollars: 70, partOf: "whole" }));
    expect(partProblem({ id: null, dollars: 101, partOf: "whole" }, there)).toContain(
      "more than its whole, $100",
    );
    expect(partProblem({ id: null, dollars: 31, partOf: "whole" }, there)).toContain("would be $101");
    expect(partProblem({ id: "first", dollars: 100, partOf: "whole" }, there)).toBeUndefined();
    expect(
      partProblem({ id: null, dollars: 900, partOf: "whole" }, all({ ...whole, atLeast: true })),
    ).toBeUndefined();
    expect(wholeProblem({ id: "whole", dollars: 60, atLeast: false }, there)).toContain("$70");
    expect(wholeProblem({ id: "whole", dollars: 70, atLeast: false }, there)).toBeUndefined();
  });

  test("of what is gone is refused", () => {
    expect(partProblem({ id: null, dollars: 1, partOf: "gone" }, all())).toContain("no such investment");
  });
});

describe("two entries that may be the same money", () => {
  const told = (id: string, more: Partial<Told> = {}): Told => ({
    ...entry(id),
    stateCode: "or",
    investor: "State of Oregon",
    purpose: "Starting sector partnerships in local areas",
    ...more,
  });
  const none = new Map<string, string | null>();

  test("are of one investor and state, in years that meet, for much the same", () => {
    expect(
      maySameMoney(
        told("a"),
        told("b", { fromYear: 2018, toYear: 2019, purpose: "To start partnerships in areas" }),
        none,
      ),
    ).toBe(true);
    expect(maySameMoney(told("a"), told("b", { investor: "The state of oregon" }), none)).toBe(true);
    expect(maySameMoney(told("a"), told("b", { fromYear: null, toYear: null }), none)).toBe(true);
    expect(maySameMoney(told("a"), told("b", { fromYear: 2019, toYear: 2020 }), none)).toBe(false);
    expect(maySameMoney(told("a"), told("b", { investor: "State of Ohio" }), none)).toBe(false);
    expect(maySameMoney(told("a"), told("b", { stateCode: "ca" }), none)).toBe(false);
    expect(maySameMoney(told("a"), told("b", { purpose: "The national academy of 2017" }), none)).toBe(false);
  });

  test("are not asked about where one is part of the other, or both of a third", () => {
    expect(maySameMoney(told("a"), told("b"), new Map([["b", "a"]]))).toBe(false);
    expect(
      maySameMoney(
        told("a"),
        told("b"),
        new Map([
          ["a", "c"],
          ["b", "c"],
        ]),
      ),
    ).toBe(false);
  });
});

test("money is rounded only where nothing is lost", () => {
  expect([1_600_000, 1_600_400, 250_000, 1_250_000, 2_000_000_000].map(money)).toEqual([
    "$1.6 million",
    "$1,600,400",
    "$250,000",
    "$1.25 million",
    "$2 billion",
  ]);
});
