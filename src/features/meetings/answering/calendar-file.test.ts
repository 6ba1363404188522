import { expect, test } from "vitest";
import type { Site } from "#base/site.ts";
import { readMeeting } from "../planning/forms.ts";
import type { Meeting } from "../queries.ts";
import { hoursWords, whenWords } from "../when.ts";
import { calendarFile } from "./calendar-file.ts";

const site = { name: "Commons", url: "https://commons.example" } as Site;

function meetingOn(startsLocal: string, timeZone: string, occurrence = ""): Meeting {
  const facts = readMeeting({
    kind: "launch",
    title: "Launch, at last; with O’Brien",
    startsLocal,
    timeZone,
    occurrence,
    minutes: "120",
    place: "Hall",
    address: "1 Main St, Cheyenne, WY",
  });
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems));
  return {
    id: "7c1f",
    version: 3,
    state: "planned",
    ...facts.value,
  } as Meeting;
}

function fileOf(meeting: Meeting, repliesTo: { name: string; email: string } | null = null): string {
  const about = {
    meeting,
    partnership: "Platte",
    href: "/rsvp/1/2",
    repliesTo,
    now: new Date("2026-01-01T00:00:00Z"),
  };
  // Long lines are folded by RFC 5545; folded, no words can be looked for.
  return calendarFile(site, about).replace(/\r\n[ \t]/g, "");
}

test.each([
  ["summer in Denver", "2018-10-04T09:00", "America/Denver", "20181004T150000Z", "20181004T170000Z"],
  ["winter in Denver", "2018-11-05T09:00", "America/Denver", "20181105T160000Z", "20181105T180000Z"],
  [
    "summer in Phoenix, which has none",
    "2018-10-04T09:00",
    "America/Phoenix",
    "20181004T160000Z",
    "20181004T180000Z",
  ],
  [
    "over the hour that clocks skip",
    "2026-03-08T01:30",
    "America/Denver",
    "20260308T083000Z",
    "20260308T103000Z",
  ],
])("%s: a calendar file holds the moment that the wall clock means", (_, local, zone, start, end) => {
  const file = fileOf(meetingOn(local, zone));
  expect(file).toContain(`DTSTART:${start}`);
  expect(file).toContain(`DTEND:${end}`);
  expect(file).toContain("SEQUENCE:3");
  expect(file).toContain("UID:meeting-7c1f@commons.example");
});

test("an hour that comes twice is asked about, and each of the two is another moment", () => {
  const asked = readMeeting({
    kind: "launch",
    title: "Night shift",
    startsLocal: "2026-11-01T01:30",
    timeZone: "America/Denver",
    minutes: "60",
  });
  expect(asked.ok ? {} : asked.problems).toEqual({
    occurrence: ["1:30 AM comes twice on that day, because clocks go back. Say which of the two you mean."],
  });
  expect(fileOf(meetingOn("2026-11-01T01:30", "America/Denver", "first"))).toContain(
    "DTSTART:20261101T073000Z",
  );
  expect(fileOf(meetingOn("2026-11-01T01:30", "America/Denver", "second"))).toContain(
    "DTSTART:20261101T083000Z",
  );
});

test("a time that does not exist is told beside its field, with the next one there is", () => {
  const asked = readMeeting({
    kind: "launch",
    title: "Early",
    startsLocal: "2026-03-08T02:30",
    timeZone: "America/Denver",
    minutes: "60",
  });
  expect(asked.ok ? {} : asked.problems).toEqual({
    startsLocal: [
      "There is no 2:30 AM on that day: clocks go forward over it. The next time there is, is 3:30 AM.",
    ],
  });
});

test("what was called off is taken off, by whoever answers for it; where nobody does, the entry says it", () => {
  const off = { ...meetingOn("2018-10-04T09:00", "America/Denver"), state: "cancelled" as const, version: 4 };
  const ordered = fileOf(off, { name: "Pat", email: "pat@platte.example" });
  for (const line of ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4", "UID:meeting-7c1f@commons.example"])
    expect(ordered).toContain(line);
  expect(ordered).toMatch(/ORGANIZER.*pat@platte\.example/);
  const said = fileOf(off);
  expect(said).toContain("METHOD:PUBLISH");
  expect(said).toContain("STATUS:CANCELLED");
});

test("names and places cannot add lines of their own to the file", () => {
  const file = fileOf({
    ...meetingOn("2018-10-04T09:00", "America/Denver"),
    title: "A\r\nATTENDEE:mailto:x@y.example",
  });
  expect(file).not.toMatch(/^ATTENDEE/m);
  expect(file).toContain("SUMMARY:A\\nATTENDEE:mailto:x@y.example");
});

test("a time is told with its zone as people call it, and never says standard time in summer", () => {
  const launch = meetingOn("2018-10-04T09:00", "America/Denver");
  expect(whenWords(launch)).toBe("Thursday, October 4, 2018, 9:00 AM Mountain Time");
  expect(hoursWords(launch)).toBe("9:00 AM to 11:00 AM Mountain Time");
});
