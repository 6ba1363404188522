import { CSV_START, csvLine } from "#base/csv.ts";
import { nameOrAddress, SIDE_WORDS } from "#features/roster/public.ts";
import type { Guest } from "../guests/queries.ts";
import { ANSWER_WORDS, ROOM_ROLE_WORDS } from "../kinds.ts";
import type { Meeting } from "../queries.ts";
import { clockWords } from "../when.ts";

const HEADINGS = [
  "name",
  "title",
  "company",
  "side",
  "email",
  "phone",
  "invited_by",
  "invited_on",
  "answer",
  "note",
  "role",
  "came_at",
  "first_meeting",
];

/** The guest list as a spreadsheet takes it, with names instead of numbers. */
export function guestsAsCsv(meeting: Meeting, guests: readonly Guest[], names: Map<string, string>): string {
  const day = (at: Date | null) =>
    at ? new Intl.DateTimeFormat("en-CA", { timeZone: meeting.timeZone }).format(at) : "";
  const lines = guests.map((guest) =>
    csvLine([
      guest.contact ? nameOrAddress(guest.contact) : "",
      guest.contact?.title ?? "",
      guest.company?.name ?? "",
      SIDE_WORDS[guest.side].one,
      guest.contact?.email ?? "",
      guest.contact?.phone ?? "",
      (guest.invitedBy && names.get(guest.invitedBy)) || "",
      day(guest.invitedAt),
      guest.answer ? ANSWER_WORDS[guest.answer] : "",
      guest.answerNote,
      guest.roomRole ? ROOM_ROLE_WORDS[guest.roomRole].name : "",
      guest.cameAt ? clockWords(guest.cameAt, meeting.timeZone) : "",
      guest.cameAt ? (guest.isFirst ? "yes" : "no") : "",
    ]),
  );
  return CSV_START + csvLine(HEADINGS) + lines.join("");
}
