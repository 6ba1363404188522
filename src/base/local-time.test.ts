import { describe, expect, test } from "vitest";
import { dayOf, momentAt, wallClock } from "./local-time.ts";

const DENVER = "America/Denver";
const utc = (local: string, occurrence?: "first" | "second") => {
  const moment = momentAt(local, DENVER, occurrence);
  return moment.ok ? moment.value.toISOString() : moment.problems;
};

describe("a wall clock in Denver", () => {
  test("is seven hours behind UTC in winter and six in summer", () => {
    expect(utc("2026-01-15T09:30")).toBe("2026-01-15T16:30:00.000Z");
    expect(utc("2026-07-15T09:30")).toBe("2026-07-15T15:30:00.000Z");
  });

  test("never shows the hour that clocks jump over in March, and the refusal says what comes next", () => {
    expect(utc("2026-03-08T01:59")).toBe("2026-03-08T08:59:00.000Z");
    expect(utc("2026-03-08T02:30")).toEqual({
      at: ["There is no 2:30 AM on that day: clocks go forward over it. The next time there is, is 3:30 AM."],
    });
    expect(utc("2026-03-08T03:00")).toBe("2026-03-08T09:00:00.000Z");
  });

  test("shows an hour twice in November, and asks which is meant", () => {
    expect(utc("2026-11-01T01:30")).toEqual({ occurrence: [expect.stringContaining("1:30 AM comes twice")] });
    expect(utc("2026-11-01T01:30", "first")).toBe("2026-11-01T07:30:00.000Z");
    expect(utc("2026-11-01T01:30", "second")).toBe("2026-11-01T08:30:00.000Z");
    expect(utc("2026-11-01T02:00")).toBe("2026-11-01T09:00:00.000Z");
  });

  test("takes an answer that was not needed without minding it", () => {
    expect(utc("2026-07-15T09:30", "second")).toBe("2026-07-15T15:30:00.000Z");
  });

  test("what is no date is refused in words", () => {
    for (const wrong of [
      "",
      "tomorrow",
      "2026-02-30T10:00",
      "2026-13-01T10:00",
      "2026-01-01",
      "2026-01-01T25:00",
    ]) {
      expect(utc(wrong)).toEqual({ at: [expect.stringContaining("Give a date and a time")] });
    }
  });

  test("a moment reads back as it was typed", () => {
    expect(wallClock(new Date("2026-07-15T15:30:00Z"), DENVER)).toBe("2026-07-15T09:30");
    expect(dayOf(new Date("2026-07-16T05:59:00Z"), DENVER)).toBe("2026-07-15");
  });
});
