import { z } from "zod";
import { job } from "#platform/jobs.ts";
import { clearChallenges } from "./challenges.ts";

export const passkeyJobs = [
  job({
    name: "passkeys.cleanup",
    payload: z.object({}),
    every: "22 4 * * *",
    run: (ctx) => clearChallenges(ctx),
  }),
];
