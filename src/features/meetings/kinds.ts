export const MEETING_KINDS = ["launch", "partnership", "action-team", "support-team", "champions"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_KIND_WORDS: Record<MeetingKind, string> = {
  launch: "Launch meeting",
  partnership: "Full meeting",
  "action-team": "Action team",
  "support-team": "Support team",
  champions: "Champions’ preparation",
};

export type MeetingState = "planned" | "under-way" | "held" | "cancelled";
export type GuestState = "listed" | "invited" | "walked-in" | "asking" | "withdrawn";
export type Answer = "yes" | "no" | "maybe";
