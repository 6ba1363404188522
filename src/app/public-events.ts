import type { EventName } from "#platform/telling.ts";

/**
 * Events after which no page for readers looks different. What is not named here drops the kept pages, so that
 * forgetting to list an event costs a little speed and never shows something stale.
 */
const PRIVATE_EVENTS = new Set<EventName>([
  "media.added",
  "person.joined",
  "person.renamed",
  "person.signed-in",
  "person.signed-out-everywhere",
  "editor.invited",
  "editor.made",
  "editor.removed",
  "profile.saved",
  "letter.received",
  "letter.held",
  "letter.passed-on",
  "letter.dropped",
  "letter.stopped",
  "invitation.sent",
  "invitation.withdrawn",
  "invitation.taken-up",
  "inquiry.received",
  "inquiry.taken",
  "inquiry.released",
  "inquiry.answered",
  "inquiry.closed",
  "submission.sent",
  "submission.answered",
  "submission.expired",
  "submitter.trusted",
  "submitter.distrusted",
  "happening.received",
  "happening.written",
  "happening.held",
  "happening.released",
  "happening.taken-up",
  "happening.cleared",
  "happening.noted",
  "happening.letter-sent",
  "happening.changes-asked",
  "happening.scheduled",
  "happening.unscheduled",
  "happening.declined",
  "mail.requeued",
  "job.retried",
]);

export function changesPages(name: EventName): boolean {
  return !PRIVATE_EVENTS.has(name);
}
