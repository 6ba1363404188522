import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { forgetUnconfirmed } from "./actions.ts";

export const askingJobs: Job[] = [
  job({
    name: "meetings.forget-unconfirmed",
    payload: z.object({}),
    every: "37 8 * * *",
    run: forgetUnconfirmed,
  }),
];
