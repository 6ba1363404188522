import type { EventWords } from "#platform/feature.ts";

const titled = (verb: string, what: string) => (particulars: Record<string, unknown>) =>
  particulars.title ? `${verb} “${particulars.title}”` : `${verb} ${what}`;

/** What submitters do, as the audit log tells it. */
export const submissionWords: EventWords = {
  "submission.sent": () => "sent in an update, which waits to be confirmed",
  "submission.answered": titled("wrote to the editors about", "an update"),
  "submission.expired": () => "deleted an update that nobody had confirmed",
  "submitter.trusted": ({ email }) => `trusted ${email ?? "a submitter"}, whose updates no longer wait`,
  "submitter.distrusted": ({ email }) => `let updates of ${email ?? "a submitter"} wait for an editor again`,
};
