import { z } from "zod";
import { job } from "#platform/jobs.ts";
import { clearExpired } from "./actions.ts";

export const signInJobs = [
  job({
    name: "sign-in.cleanup",
    payload: z.object({}),
    every: "17 4 * * *",
    run: (ctx) => clearExpired(ctx),
  }),
];
