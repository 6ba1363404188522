import { longDate } from "#ui/dates.tsx";
import type { MILESTONE_KINDS, ROLES_IN_PARTNERSHIP } from "../content.ts";
import type { Placed } from "../rules.ts";

export const ROLE_WORDS: Record<(typeof ROLES_IN_PARTNERSHIP)[number], string> = {
  convener: "Convener",
  "co-convener": "Co-convener",
  "co-chair": "Co-chair",
  "business-member": "Business member",
  "support-partner": "Support partner",
  facilitator: "Facilitator",
  coach: "Coach",
  funder: "Funder",
};

export const MILESTONE_WORDS: Record<(typeof MILESTONE_KINDS)[number], string> = {
  academy: "Academy",
  launch: "Launch",
  relaunch: "Relaunch",
  meeting: "Meeting",
  "quick-win": "Quick win",
  other: "Something else",
};

export const PRIORITY_STATE_WORDS = {
  open: "Open",
  "under-way": "Under way",
  achieved: "Achieved",
  "set-aside": "Set aside",
} as const;

export const COUNTIES_KNOWN_WORDS = {
  exact: "These are all of them",
  approximate: "About these; the edge is not sure",
  "whole-state": "It works in the whole state",
  unknown: "We do not know yet",
} as const;

export const SETTING_WORDS = { rural: "Rural", metro: "Metro", both: "Rural and metro" } as const;

/** "The launch is dated March 2018, and the academy that comes before it May 2018." */
export function orderWords({ earlier, later }: { earlier: Placed; later: Placed }): string {
  return `The ${later.kind} is dated ${longDate(later.on)}, and the ${earlier.kind} that comes before it ${longDate(earlier.on)}.`;
}

/** "Since 2018", "2018 to March 2021", "Until 2021", or nothing where neither is known. */
export function spanWords(from: string | null, to: string | null): string {
  if (from && to) return `${longDate(from)} to ${longDate(to)}`;
  if (from) return `Since ${longDate(from)}`;
  return to ? `Until ${longDate(to)}` : "";
}

/** The word for a code, or the code itself where it has none. */
export function wordIn(words: Record<string, string>, code: string): string {
  return words[code] ?? code;
}
