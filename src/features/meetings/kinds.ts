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
export const MEETING_STATE_WORDS: Record<MeetingState, string> = {
  planned: "Planned",
  "under-way": "Under way",
  held: "Held",
  cancelled: "Called off",
};

/** `listed`: to be invited. `walked-in`: came unasked. `withdrawn`: not asked any more. */
export type GuestState = "listed" | "invited" | "walked-in" | "withdrawn";

/** How it is known that somebody came: they said so at the door, the greeter did, a paper list, or the team afterwards. */
export type CameBy = "self" | "greeter" | "sheet" | "later";
export type Answer = "yes" | "no" | "maybe";
export const ANSWERS: readonly Answer[] = ["yes", "maybe", "no"];

export const ANSWER_WORDS: Record<Answer, string> = { yes: "Comes", maybe: "Maybe", no: "Cannot come" };

/** What somebody has to do in the room, apart from being there. */
export const ROOM_ROLES = ["facilitator", "scribe", "timekeeper", "greeter"] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

export const ROOM_ROLE_WORDS: Record<RoomRole, { name: string; does: string }> = {
  facilitator: {
    name: "Facilitator",
    does: "Leads through the agenda, keeps business talking and public partners listening, and watches that everyone is heard.",
  },
  scribe: {
    name: "Scribe",
    does: "Writes down what is said in the words it was said in: opportunities, priorities, decisions, who offered what.",
  },
  timekeeper: {
    name: "Timekeeper",
    does: "Shows when five minutes are left and when time is up, so that votes and sign-ups are never what falls away.",
  },
  greeter: {
    name: "Greeter",
    does: "Stands at the door, checks people in, hands out name tents and shows the way to the table.",
  },
};
