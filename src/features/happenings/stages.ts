export const STAGES = [
  "unconfirmed",
  "received",
  "in-review",
  "changes-asked",
  "scheduled",
  "published",
  "unpublished",
  "declined",
  "withdrawn",
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Which stage may follow which, and by whose deed. There is no way from `unconfirmed` to `published` but a trusted
 * submitter's own confirmation; every other way passes an editor.
 */
const WAYS: Record<Stage, Partial<Record<Stage, readonly Mover[]>>> = {
  unconfirmed: { received: ["submitter"], published: ["trusted"], withdrawn: ["submitter"] },
  received: {
    "in-review": ["editor"],
    "changes-asked": ["editor"],
    scheduled: ["editor"],
    published: ["editor", "starter"],
    declined: ["editor"],
    withdrawn: ["submitter"],
  },
  "in-review": {
    received: ["editor"],
    "changes-asked": ["editor"],
    scheduled: ["editor"],
    published: ["editor"],
    declined: ["editor"],
    withdrawn: ["submitter"],
  },
  "changes-asked": {
    received: ["submitter"],
    "in-review": ["editor"],
    scheduled: ["editor"],
    published: ["editor"],
    declined: ["editor"],
    withdrawn: ["submitter"],
  },
  scheduled: {
    published: ["schedule", "editor"],
    "in-review": ["editor", "schedule"],
    declined: ["editor"],
    withdrawn: ["submitter"],
  },
  published: { unpublished: ["editor"], withdrawn: ["submitter"] },
  unpublished: {
    published: ["editor"],
    "in-review": ["editor"],
    declined: ["editor"],
    withdrawn: ["submitter"],
  },
  declined: { "in-review": ["editor"], withdrawn: ["submitter"] },
  withdrawn: {},
};

/**
 * Whose deed moves a happening on: the sender, a sender whom editors trust, an editor, the clock, or the operator who
 * lays the starter content down in an empty house.
 */
export type Mover = "submitter" | "trusted" | "editor" | "schedule" | "starter";

export function mayMove(from: Stage, to: Stage, mover: Mover): boolean {
  return WAYS[from][to]?.includes(mover) ?? false;
}

/** The stages that stand on the desk. */
export const WAITING_STAGES: readonly Stage[] = ["received", "in-review", "changes-asked", "scheduled"];

/** How a stage reads to the person who sent it in. */
export const STAGE_WORDS: Record<Stage, string> = {
  unconfirmed: "Waits for you to confirm your e-mail address",
  received: "Received",
  "in-review": "In review",
  "changes-asked": "Changes asked",
  scheduled: "Scheduled",
  published: "Published",
  unpublished: "Taken off the site",
  declined: "Declined",
  withdrawn: "Withdrawn",
};
