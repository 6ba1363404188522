import type { Stage } from "../stages.ts";

/** An unconfirmed submission is deleted after this many days; a network's hash is forgotten after that many. */
export const DAYS_TO_CONFIRM = 14;
export const DAYS_TO_REMEMBER_NETWORK = 30;

export const MOST_FILES = 10;
export const LARGEST_FILE_BYTES = 25 * 2 ** 20;
export const MOST_LINKS = 3;

/** Kept with each submission as it stood when it was agreed to. */
export const CONSENT_TEXT =
  "I may share this, and everyone who can be recognized in it knows about it. I agree to the terms of sharing.";

/** The submitter may change content and files until an editor has decided. */
export function maySubmitterEdit(stage: Stage): boolean {
  return stage === "received" || stage === "in-review" || stage === "changes-asked";
}

/** Both sides can write to each other as long as there is something to write about. */
export function maySubmitterAnswer(stage: Stage): boolean {
  return stage !== "unconfirmed" && stage !== "withdrawn";
}

/** Trust lets a submission out at once only when nothing about this very one looked odd. */
export function skipsTheQueue(submission: { doubt: string | null }, isTrusted: boolean): boolean {
  return isTrusted && submission.doubt === null;
}
