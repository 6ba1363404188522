import { z } from "zod";
import { emailAddress, optionalLine } from "#base/fields.ts";

export const STATE_ROLES = ["state-lead", "state-editor"] as const;
export type StateRole = (typeof STATE_ROLES)[number];

export const ROLE_WORDS: Record<StateRole, { name: string; hint: string }> = {
  "state-lead": {
    name: "State lead",
    hint: "Sees the state’s partnerships and keeps the words on its page.",
  },
  "state-editor": {
    name: "State editor",
    hint: "The same, and publishes the state’s happenings and tends its partnerships’ pages.",
  },
};

export const InviteForm = z.object({
  name: optionalLine("The name", { max: 120 }),
  email: emailAddress("Their e-mail address"),
  role: z.enum(STATE_ROLES, "Choose what they may do."),
});
