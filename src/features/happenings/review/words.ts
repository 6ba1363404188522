import type { EventWords } from "#platform/feature.ts";

const titled = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} “${particulars.title ?? "a happening"}”`;

/** What happens to happenings, as the audit log tells it. */
export const reviewWords: EventWords = {
  "happening.written": titled("wrote"),
  "happening.received": titled("confirmed"),
  "happening.held": ({ title, takenOver }) =>
    `${takenOver ? "took over" : "took in hand"} “${title ?? "a happening"}”`,
  "happening.released": titled("handed back"),
  "happening.taken-up": titled("put into review"),
  "happening.changed": ({ title, version }) =>
    `changed “${title ?? "a happening"}”${version ? `, now version ${version}` : ""}`,
  "happening.restored": ({ title, restored, version }) =>
    `restored version ${restored ?? "?"} of “${title ?? "a happening"}” as version ${version ?? "?"}`,
  "happening.changes-asked": titled("asked for changes to"),
  "happening.letter-sent": titled("wrote to the sender of"),
  "happening.cleared": titled("found nothing odd about"),
  "happening.noted": titled("left a note about"),
  "happening.scheduled": ({ title, at }) =>
    `set a time for “${title ?? "a happening"}”${at ? `: ${at}` : ""}`,
  "happening.unscheduled": titled("took back the time set for"),
  "happening.published": titled("published"),
  "happening.unpublished": titled("took off the site"),
  "happening.declined": titled("declined"),
  "happening.withdrawn": titled("withdrew"),
  "happening.featured": titled("featured"),
  "happening.unfeatured": titled("stopped featuring"),
  "happening.dated": titled("corrected the date of"),
};
