import { describe, expect, test } from "vitest";
import type { Level } from "../content.ts";
import { SetContent } from "../content.ts";
import { setLike } from "../factory.ts";
import type { SettledAssessment } from "../queries.ts";
import type { IndicatorSet } from "../sets/queries.ts";
import { withWordings } from "../sets/rules.ts";
import { compareOverTime, movesBetween } from "./series.ts";

const first = withWordings(SetContent.parse(setLike(["region", "room", "plan"])), undefined, 1);

function setAt(version: number, content: SetContent): IndicatorSet {
  return {
    version,
    name: "Signs",
    note: "",
    source: "",
    content,
    state: "past",
    revision: 1,
    createdAt: new Date(0),
    publishedAt: new Date(0),
  };
}

/** The set's next version with one indicator asked otherwise, and one that was only mended. */
function second(): SetContent {
  const indicators = first.indicators.map((one) => {
    if (one.id === "room") return { ...one, question: "Who fills the room?" };
    return one.id === "plan" ? { ...one, question: "How is the plan, then?", sameMeaning: true } : one;
  });
  return withWordings({ ...first, indicators }, first, 2);
}

const sets = new Map([
  [1, setAt(1, first)],
  [2, setAt(2, second())],
]);

function settled(
  heldOn: string,
  setVersion: number,
  levels: Record<string, Level | null>,
): SettledAssessment {
  return {
    id: heldOn,
    partnership: "p",
    setVersion,
    heldOn,
    state: "settled",
    note: "",
    sharedWith: "partnership",
    inPicture: false,
    settledAt: new Date(heldOn),
    version: 3,
    results: Object.entries(levels).map(([indicator, level]) => ({
      indicator,
      level,
      note: "",
      evidence: [],
    })),
  };
}

describe("answers over time", () => {
  test("stand oldest first, and a sentence says what moved", () => {
    const { dates, series, sentence } = compareOverTime(
      [
        settled("2026-05-01", 1, { region: 3, room: 2, plan: 1 }),
        settled("2025-05-01", 1, { region: 2, room: 2, plan: 2 }),
      ],
      sets,
    );
    expect(dates.map(({ heldOn }) => heldOn)).toEqual(["2025-05-01", "2026-05-01"]);
    expect(series[0]?.runs).toEqual([
      [
        { heldOn: "2025-05-01", level: 2, name: "Beginning" },
        { heldOn: "2026-05-01", level: 3, name: "Mostly there" },
      ],
    ]);
    expect(sentence).toBe(
      "Since May 1, 2025: “The region” moved up; “The plan” moved down; “The room” stayed.",
    );
  });

  test("to reworded indicators are not compared, and the line is cut; mended ones go on", () => {
    const before = settled("2025-05-01", 1, { region: 1, room: 1, plan: 1 });
    const now = settled("2026-05-01", 2, { region: 2, room: 4, plan: 3 });
    const { series, versions } = compareOverTime([now, before], sets);
    expect(Object.fromEntries(series.map(({ id, runs }) => [id, runs.length]))).toEqual({
      region: 1,
      room: 2,
      plan: 1,
    });
    expect(versions).toContain("versions 1 and 2");
    expect(versions).toContain("The words of “The room” changed in between");
    const moves = movesBetween(before, now, sets);
    expect([...moves.keys()]).toEqual(["region", "plan"]);
    expect(moves.get("plan")).toMatchObject({ move: "up", from: 1, to: 3 });
  });

  test("where somebody could not say are shown, and moved nowhere", () => {
    const before = settled("2025-05-01", 1, { region: null, room: 2, plan: 2 });
    const now = settled("2026-05-01", 1, { region: 2, room: 2, plan: 2 });
    expect(movesBetween(before, now, sets).has("region")).toBe(false);
    const { series, sentence } = compareOverTime([now, before], sets);
    expect(series[0]?.runs[0]?.[0]).toEqual({ heldOn: "2025-05-01", level: null, name: "Cannot say" });
    expect(sentence).toBe("Since May 1, 2025, everything that can be compared stayed where it was.");
  });

  test("to an indicator that is not asked any more stay visible, and are said to be past", () => {
    const onlyRegion = withWordings(
      { ...first, indicators: first.indicators.filter(({ id }) => id === "region") },
      first,
      3,
    );
    const withThird = new Map([...sets, [3, setAt(3, onlyRegion)]]);
    const { series } = compareOverTime(
      [settled("2026-05-01", 3, { region: 2 }), settled("2025-05-01", 1, { region: 2, room: 3, plan: 2 })],
      withThird,
    );
    expect(series.map(({ id, past }) => [id, past])).toEqual([
      ["region", false],
      ["room", true],
      ["plan", true],
    ]);
  });
});
