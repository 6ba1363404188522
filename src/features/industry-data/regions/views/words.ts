import type { Shown } from "../rules.ts";

/** Who may see it, as a mark beside a title. */
export const SHOWN_WORDS: Record<Shown, string> = {
  team: "Private to your team",
  state: "Shown to the state’s lead",
  everyone: "Shown to everyone",
};
