/** The way of a launch, from what people say to what they sign up for. */
export const STEPS = ["capture", "group", "vote", "count", "results", "sign-up", "closed"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Record<Step, { title: string; now: string }> = {
  capture: { title: "Capture", now: "Business says where it sees opportunities" },
  group: { title: "Group", now: "What belongs together is put together" },
  vote: { title: "Vote", now: "Each company gives its votes" },
  count: { title: "Count", now: "Voting is closed; votes on paper go into the box" },
  results: { title: "Results", now: "What the companies chose" },
  "sign-up": { title: "Sign up", now: "Who works on what" },
  closed: { title: "Closed", now: "The room is closed" },
};

export const ROLES = ["champion", "member", "support"] as const;
export type SignUpRole = (typeof ROLES)[number];

export const ROLE_WORDS: Record<SignUpRole, { one: string; many: string; hint: string }> = {
  champion: { one: "Champion", many: "Champions", hint: "From business: I lend it my name and voice." },
  member: { one: "Member", many: "Members", hint: "From business: I work on it." },
  support: {
    one: "Support partner",
    many: "Support partners",
    hint: "From a college, agency or other public partner: I listen first, then help deliver.",
  },
};
