import { expect, test } from "vitest";
import { businessYears, meetingFigures, spansUntil } from "./figures.ts";

const ZONE = "America/Chicago";

test("new is who never came before, retained is who came again, and of nothing there is no share", () => {
  const spans = spansUntil(new Date("2026-05-04T15:00:00Z"), ZONE);
  expect(spans[0]).toMatchObject({ first: "2025-05-05", last: "2026-05-04" });
  expect(spans[1]).toMatchObject({ first: "2024-05-05", last: "2025-05-04" });
  expect(spans[0]!.from).toEqual(spans[1]!.to);
  const old = new Date("2020-01-01");
  const [now, before] = businessYears(spans, [
    [
      { company: "a", firstEver: old },
      { company: "b", firstEver: new Date("2026-01-01") },
    ],
    [
      { company: "a", firstEver: old },
      { company: "c", firstEver: old },
    ],
  ]);
  expect(now).toMatchObject({ engaged: 2, fresh: 1, returning: 1, before: 2 });
  expect(before).toMatchObject({ engaged: 2, fresh: 0, returning: 0, before: 0 });
});

test("the same day is the day where they met, not the day in Greenwich", () => {
  const meeting = {
    ...{
      id: "m",
      kind: "partnership" as const,
      title: "Evening",
      notesPromisedOn: null,
      notesPublishedAt: null,
    },
    ...{ startsAt: new Date("2026-05-04T23:00:00Z"), endedAt: new Date("2026-05-05T01:00:00Z") },
    ...{ business: 5, public: 0, businesses: 5, firstTimers: 0 },
  };
  const [figures] = meetingFigures(
    [meeting],
    { followUps: new Map([["m", new Date("2026-05-05T02:00:00Z")]]) },
    ZONE,
  );
  expect(figures).toMatchObject({ on: "2026-05-04", sameDay: true, ratio: null });
});
