import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { momentAt, type Occurrence } from "#base/local-time.ts";
import { done, joinProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { US_TIME_ZONES } from "#features/places/public.ts";
import { checkboxField, type FormValues, parse } from "#platform/http/forms.ts";
import { MEETING_KINDS } from "../kinds.ts";
import type { Meeting } from "../queries.ts";

const uuidOrNone = z
  .union([z.literal(""), z.uuid()], "Choose somebody from the list.")
  .default("")
  .transform((value) => value || null);

const MeetingForm = z.object({
  kind: z.enum(MEETING_KINDS, "Choose what kind of meeting it is."),
  title: line("A title", { max: 160 }),
  startsLocal: z
    .string()
    .default("")
    .transform((value) => value.trim().slice(0, 16))
    .refine((value) => value !== "", "A date and a time are needed.")
    .refine(
      (value) => !/^\d/.test(value) || /^20\d\d-/.test(value),
      "The year should be one of this century.",
    ),
  occurrence: z
    .enum(["", "first", "second"])
    .default("")
    .transform((value): Occurrence | null => value || null),
  timeZone: z.string().refine(isZone, "Choose a time zone from the list."),
  minutes: z.coerce
    .number("Say how many minutes it takes, such as 120.")
    .int("Say how many minutes it takes, such as 120.")
    .min(5, "A meeting takes at least 5 minutes.")
    .max(1_440, "A meeting takes at most a day, which has 1,440 minutes."),
  place: optionalLine("The place", { max: 160 }),
  address: optionalLine("The address", { max: 240 }),
  onlineUrl: z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine(
      (value) => value === "" || httpUrl(value) !== undefined,
      "The link must be a web address that starts with https:// or http://.",
    )
    .transform((value) => (value === "" ? null : (httpUrl(value) ?? null))),
  purpose: optionalText("The purpose", { max: 1_000 }),
  welcomedBy: uuidOrNone,
  notesPromisedOn: z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine((value) => value === "" || isDay(value), "Give a day, such as March 14, 2026.")
    .transform((value) => value || null),
});

const Rest = z.object({ version: versionField, tellGuests: checkboxField });
const From = z.object({ from: uuidOrNone });

export type MeetingFacts = z.output<typeof MeetingForm> & { startsAt: Date };

function isZone(name: string): boolean {
  return (US_TIME_ZONES as readonly string[]).includes(name);
}

function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A meeting's facts, with the moment its clock means. Fields that are wrong and a time that is none come together. */
export function readMeeting(values: FormValues): Outcome<MeetingFacts> {
  const form = parse(MeetingForm, values);
  const at = timeIn(values);
  if (!form.ok || !at.ok)
    return refused(joinProblems(form.ok ? {} : form.problems, at.ok || !form.ok ? {} : at.problems));
  const facts = { ...form.value, ...at.value };
  const problems: Problems = {};
  if (facts.notesPromisedOn && facts.notesPromisedOn < facts.startsLocal.slice(0, 10))
    problems.notesPromisedOn = ["Notes come after the meeting. Give its own day or a later one."];
  return Object.keys(problems).length > 0 ? refused(problems) : done(facts);
}

function timeIn(values: FormValues): Outcome<{ startsAt: Date; occurrence: Occurrence | null }> {
  const form = parse(MeetingForm.pick({ startsLocal: true, timeZone: true, occurrence: true }), values);
  if (!form.ok) return form;
  const { startsLocal, timeZone, occurrence } = form.value;
  const at = momentAt(startsLocal, timeZone, occurrence ?? undefined);
  if (!at.ok) {
    const { at: wrong, ...others } = at.problems;
    return refused({ ...others, ...(wrong ? { startsLocal: wrong } : {}) });
  }
  // Which of the two is kept only where there are two: the day may have been another one when it was chosen.
  const isTwice = !momentAt(startsLocal, timeZone).ok;
  return done({ startsAt: at.value, occurrence: isTwice ? occurrence : null });
}

export function readVersion(values: FormValues) {
  return parse(Rest, values);
}

/** The meeting that a new one is made after; null for none, and for what is no id. */
export function copiedFrom(values: FormValues): string | null {
  const form = parse(From, values);
  return form.ok ? form.value.from : null;
}

/** A meeting as its form carries it. */
export function valuesOf(meeting: Meeting): FormValues {
  return {
    kind: meeting.kind,
    title: meeting.title,
    startsLocal: meeting.startsLocal,
    occurrence: meeting.occurrence ?? "",
    timeZone: meeting.timeZone,
    minutes: String(meeting.minutes),
    place: meeting.place,
    address: meeting.address,
    onlineUrl: meeting.onlineUrl ?? "",
    purpose: meeting.purpose,
    welcomedBy: meeting.welcomedBy ?? "",
    notesPromisedOn: meeting.notesPromisedOn ?? "",
    version: String(meeting.version),
  };
}
