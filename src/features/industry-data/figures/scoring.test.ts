import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bounded, between, exactly, UNKNOWN } from "./bounded.ts";
import { eliminate } from "./elimination.ts";
import { isEmerging } from "./emerging.ts";
import { NORMALISATIONS } from "./normalise.ts";
import { type Candidate, type Criterion, score } from "./scoring.ts";

const criteria: Criterion[] = [
  { key: "size", weight: 3, better: "more" },
  { key: "turnover", weight: 1, better: "less" },
];
const candidate = (key: string, size: Bounded | number, turnover: Bounded | number = 0): Candidate => ({
  key,
  figures: {
    size: typeof size === "number" ? exactly(size) : size,
    turnover: typeof turnover === "number" ? exactly(turnover) : turnover,
  },
});
function scored(candidates: Candidate[], by = criteria, how: "min-max" | "rank" = "min-max") {
  const outcome = score(candidates, by, how);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe("the composite", () => {
  it("is the sum of weight times normalised figure, and says what each criterion adds", () => {
    const [best, middle, worst] = scored([
      candidate("mining", 100, 30),
      candidate("health", 300, 20),
      candidate("retail", 200, 10),
    ]);
    expect([best?.key, middle?.key, worst?.key]).toEqual(["health", "retail", "mining"]);
    expect(best?.composite).toEqual(exactly(0.875));
    expect(best?.parts).toEqual([
      {
        criterion: "size",
        figure: exactly(300),
        normalised: exactly(1),
        weight: 0.75,
        contribution: exactly(0.75),
      },
      {
        criterion: "turnover",
        figure: exactly(20),
        normalised: exactly(0.5),
        weight: 0.25,
        contribution: exactly(0.125),
      },
    ]);
    expect(worst?.composite.value).toBe(0);
  });

  it("by rank counts whom a candidate is better than, and halves whom it equals", () => {
    const list = scored(
      [candidate("a", 1), candidate("b", 1_000), candidate("c", 5), candidate("d", 5)],
      criteria.slice(0, 1),
      "rank",
    );
    expect(list.map(({ key, composite, place, tied }) => [key, composite.value, place, tied])).toEqual([
      ["b", 1, 1, false],
      ["c", 0.5, 2, true],
      ["d", 0.5, 2, true],
      ["a", 0, 4, false],
    ]);
  });

  it("places a withheld figure by what it is at least, and says what it may come to", () => {
    const list = scored(
      [candidate("hidden", between(150, 400)), candidate("big", 300), candidate("small", 100)],
      criteria.slice(0, 1),
    );
    expect(list.map(({ key, place, bestPlace, worstPlace }) => [key, place, bestPlace, worstPlace])).toEqual([
      ["big", 1, 1, 1],
      ["hidden", 2, 1, 2],
      ["small", 3, 3, 3],
    ]);
    expect(list[1]?.composite).toEqual(between(0.25, 1));
  });

  it("a figure of which nothing is known may be the best and may be the worst", () => {
    for (const how of NORMALISATIONS) {
      const list = scored([candidate("a", UNKNOWN), candidate("b", 1), candidate("c", 2)], undefined, how);
      expect(list.find(({ key }) => key === "a")?.parts[0]?.normalised).toEqual(between(0, 1));
    }
  });

  it("a criterion without weight leaves no doubt, whatever is withheld", () => {
    const by = criteria.map((one) => ({ ...one, weight: one.key === "size" ? 1 : 0 }));
    expect(scored([candidate("a", 2, UNKNOWN), candidate("b", 1)], by)[0]?.composite).toEqual(exactly(1));
  });

  it("a criterion in which all are equal says nothing between them", () => {
    for (const how of NORMALISATIONS) {
      const list = scored([candidate("a", 7), candidate("b", 7)], criteria.slice(0, 1), how);
      expect(list.map(({ composite }) => composite.value)).toEqual([0.5, 0.5]);
    }
  });

  it("weights that are all zero, or no numbers, are refused with a sentence", () => {
    const none = score(
      [candidate("a", 1)],
      criteria.map((one) => ({ ...one, weight: 0 })),
      "rank",
    );
    expect(none).toEqual({
      ok: false,
      problems: {
        weights: ["All weights are 0, so nothing would count. Give at least one criterion a weight."],
      },
    });
    const minus = score([], [{ key: "size", weight: -1, better: "more" }], "rank");
    expect(minus).toMatchObject({ ok: false, problems: { size: ["A weight is a number from 0 on."] } });
  });

  it("neither the unit of a figure, nor that of the weights, nor the order of candidates changes a score", () => {
    const figure = fc.integer({ min: -1_000, max: 100_000 });
    const many = fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 12 });
    const byKey = (list: ReturnType<typeof scored>) =>
      [...list]
        .sort((a, b) => a.key.localeCompare(b.key))
        .map(({ key, composite, place }) => [key, composite, place]);
    fc.assert(
      fc.property(many, fc.constantFrom(...NORMALISATIONS), (pairs, how) => {
        const plain = pairs.map(([size, turnover], at) => candidate(`${at}`, size, turnover));
        const changed = pairs
          .map(([size, turnover], at) => candidate(`${at}`, size * 4, turnover + 50))
          .reverse();
        const heavier = criteria.map((one) => ({ ...one, weight: one.weight * 10 }));
        expect(byKey(scored(changed, heavier, how))).toEqual(byKey(scored(plain, criteria, how)));
      }),
    );
  });

  it("by rank, the score that would be if nothing were withheld lies between the bounds", () => {
    const cell = fc.record({ truth: fc.nat(50), below: fc.nat(20), above: fc.nat(20), hidden: fc.boolean() });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 10 }), (cells) => {
        const by = criteria.slice(0, 1);
        const seen = scored(
          cells.map(({ truth, below, above, hidden }, at) =>
            candidate(`${at}`, hidden ? between(truth - below, truth + above) : truth),
          ),
          by,
          "rank",
        );
        for (const true1 of scored(
          cells.map(({ truth }, at) => candidate(`${at}`, truth)),
          by,
          "rank",
        )) {
          const one = seen.find(({ key }) => key === true1.key)!;
          expect(one.composite.low).toBeLessThanOrEqual(true1.composite.value!);
          expect(one.composite.high).toBeGreaterThanOrEqual(true1.composite.value!);
          expect(one.bestPlace).toBeLessThanOrEqual(true1.place);
          expect(one.worstPlace).toBeGreaterThanOrEqual(true1.place);
        }
      }),
    );
  });
});

describe("elimination in rounds", () => {
  const order = [
    { key: "size", better: "more" as const },
    { key: "turnover", better: "less" as const },
  ];

  it("drops the weakest at each criterion until as many remain as are wanted", () => {
    const rounds = eliminate(
      [
        candidate("a", 10, 5),
        candidate("b", 40, 90),
        candidate("c", 30, 20),
        candidate("d", 20, 10),
        candidate("e", 50, 15),
      ],
      order,
      2,
    );
    expect(rounds).toEqual([
      { criterion: "size", aim: 3, dropped: ["a", "d"], remaining: ["b", "c", "e"] },
      { criterion: "turnover", aim: 2, dropped: ["b"], remaining: ["c", "e"] },
    ]);
  });

  it("nobody falls who equals the last that stays, and nobody for being withheld", () => {
    expect(
      eliminate([candidate("a", 5), candidate("b", 5), candidate("c", 9)], order.slice(0, 1), 2),
    ).toEqual([{ criterion: "size", aim: 2, dropped: [], remaining: ["a", "b", "c"] }]);
    const hidden = [candidate("a", between(1, null)), candidate("b", 6), candidate("c", 9)];
    expect(eliminate(hidden, order.slice(0, 1), 1)[0]).toMatchObject({
      dropped: ["b"],
      remaining: ["a", "c"],
    });
  });

  it("with no more candidates than are wanted nobody falls", () => {
    expect(eliminate([candidate("a", 5)], order, 3).map(({ dropped }) => dropped)).toEqual([[], []]);
  });
});

it.each<[Bounded, Bounded, number | null, string]>([
  [exactly(0.9), exactly(1.1), 1.2, "yes"],
  [exactly(1), exactly(1), 1.01, "yes"],
  [exactly(1.1), exactly(1.2), 1.2, "no"],
  [exactly(0.9), exactly(1.1), 1, "no"],
  [between(0.8, 1.1), exactly(1.1), 1.2, "maybe"],
  [between(1.01, 1.1), UNKNOWN, null, "no"],
  [exactly(0.9), between(0, null), 1.2, "maybe"],
  [exactly(0.9), exactly(1.1), null, "maybe"],
])("with quotients %j and %j and a pay ratio of %s it is emerging: %s", (lq0, lq1, payRatio1, verdict) => {
  expect(isEmerging({ lq0, lq1, payRatio1 })).toBe(verdict);
});
