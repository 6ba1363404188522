import { z } from "zod";
import { job } from "#platform/jobs.ts";
import { clearChallenges } from "../passkeys/challenges.ts";
import { clearExpired } from "./actions.ts";

export const signInJobs = [
  job({
    name: "sign-in.cleanup",
    payload: z.object({}),
    every: "17 4 * * *",
    run: async (ctx) => {
      await clearExpired(ctx);
      await clearChallenges(ctx);
    },
  }),
];
