import type { THEMES } from "#features/partnerships/public.ts";

/** What a priority is about; the network's themes. */
export type Theme = keyof typeof THEMES;

/** How an action stands. */
export const STATUSES = ["open", "on-track", "stuck", "done", "dropped"] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_WORDS: Record<Status, string> = {
  open: "Open",
  "on-track": "On track",
  stuck: "Stuck",
  done: "Done",
  dropped: "Dropped",
};

/** Still to be done. */
export const IN_WORK: readonly Status[] = ["open", "on-track", "stuck"];

export function isInWork(status: Status): boolean {
  return IN_WORK.includes(status);
}

/** What an owner may answer to a letter. */
export const ANSWERS = ["done", "on-track", "stuck"] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_WORDS: Record<Answer, string> = {
  done: "Done",
  "on-track": "On track",
  stuck: "Stuck",
};

/** How a priority stands; in the words of the partnership's own page. */
export const PRIORITY_STATES = ["open", "under-way", "achieved", "set-aside"] as const;
export type PriorityState = (typeof PRIORITY_STATES)[number];

export const PRIORITY_STATE_WORDS: Record<PriorityState, string> = {
  open: "Chosen",
  "under-way": "Under way",
  achieved: "Achieved",
  "set-aside": "Set aside",
};

export const TEAM_ROLES = ["champion", "member", "support"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export const TEAM_ROLE_WORDS: Record<TeamRole, string> = {
  champion: "Champion",
  member: "Member",
  support: "Support partner",
};

/** What everybody may see of a plan. */
export const SHOWN = ["nothing", "priorities", "actions"] as const;
export type Shown = (typeof SHOWN)[number];

export const SHOWN_WORDS: Record<Shown, { label: string; hint: string }> = {
  nothing: { label: "Nothing", hint: "The plan stays with your team." },
  priorities: {
    label: "Priorities and how each stands",
    hint: "Chosen, under way, achieved. No actions, no names.",
  },
  actions: {
    label: "Priorities with their actions",
    hint: "What is done, in work and when it is due. Nobody’s name, no notes and no evidence.",
  },
};
