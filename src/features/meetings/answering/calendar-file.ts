import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { absoluteUrl, type Site } from "#base/site.ts";
import type { Attachment } from "#platform/mail/mail.ts";
import type { Meeting } from "../queries.ts";
import { endsAt, whenWords } from "../when.ts";

export interface CalendarEntry {
  meeting: Meeting;
  partnership: string;
  /** The guest's own page. */
  href: string;
  /** Who is answerable for it, where the team has said so. */
  repliesTo: { name: string; email: string } | null;
  now: Date;
}

/** What a calendar is to do with it: one that takes orders from mails takes an entry off where whoever made it says so. */
function methodOf({ meeting, repliesTo }: CalendarEntry): ICalCalendarMethod {
  // An order to take it off needs somebody who gives it (RFC 5546); without one the entry itself says that it is off.
  return meeting.state === "cancelled" && repliesTo ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
}

/**
 * A meeting as a calendar takes it (RFC 5545). Times are in UTC, so every calendar shows them by its own clock, and
 * no zone's name can be misread; the wall clock of the place stands in the words. The same meeting keeps its id, and a
 * change has a higher number, so that a second file replaces the first.
 */
export function calendarFile(site: Site, entry: CalendarEntry): string {
  const { meeting, partnership, href, repliesTo, now } = entry;
  const calendar = ical({
    prodId: { company: site.name, product: "Sector Commons", language: "EN" },
    method: methodOf(entry),
  });
  const url = absoluteUrl(site, href);
  calendar.createEvent({
    id: `meeting-${meeting.id}@${new URL(site.url).hostname}`,
    sequence: meeting.version,
    stamp: now,
    start: meeting.startsAt,
    end: endsAt(meeting),
    summary: meeting.title,
    description: [
      partnership,
      whenWords(meeting),
      meeting.purpose,
      meeting.onlineUrl ? `Join online: ${meeting.onlineUrl}` : "",
      `Your answer: ${url}`,
    ]
      .filter(Boolean)
      .join("\n\n"),
    location: [meeting.place, meeting.address].filter(Boolean).join(", ") || meeting.onlineUrl,
    url,
    status: meeting.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(repliesTo ? { organizer: { name: repliesTo.name || partnership, email: repliesTo.email } } : {}),
  });
  return calendar.toString();
}

/** The same file as a mail carries it, so that mail programs offer to keep it, to change it or to take it off. */
export function calendarAttachment(site: Site, entry: CalendarEntry): Attachment {
  return {
    name: calendarFileName(entry.meeting),
    type: `text/calendar; charset=utf-8; method=${methodOf(entry)}`,
    bytes: new TextEncoder().encode(calendarFile(site, entry)),
  };
}

/** What the file is called: "launch-2018-10-04.ics". */
export function calendarFileName(meeting: Pick<Meeting, "kind" | "startsLocal">): string {
  return `${meeting.kind}-${meeting.startsLocal.slice(0, 10)}.ics`;
}
