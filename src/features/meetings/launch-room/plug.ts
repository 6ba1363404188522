import type { Feature } from "#platform/feature.ts";
import { conductRoutes } from "./conduct-routes.tsx";
import { personalSignUps } from "./personal-sign-ups.ts";
import { phoneRoutes } from "./phone-routes.tsx";
import { STEP_WORDS, type Step } from "./steps.ts";
import { teamRoutes } from "./team-routes.tsx";
import "./tables.ts";

/** What this inner room brings to the plug of the meetings. */
export const launchRoom = {
  routes: [...conductRoutes, ...teamRoutes, ...phoneRoutes],
  personalData: [personalSignUps],
  eventWords: {
    "launch.room-opened": () => "opened the room of a partnership’s meeting",
    "launch.step-changed": ({ step }) =>
      `took the room of a partnership’s meeting to “${STEP_WORDS[step as Step]?.title ?? "another step"}”`,
    "launch.votes-counted": ({ companies }) =>
      `opened the ballot box of a partnership’s meeting, with the votes of ${companies ?? 0} companies`,
  },
} satisfies Partial<Feature>;
