import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { deleteUnconfirmed, forgetNetworks } from "./forgetting.ts";

export const submissionJobs: Job[] = [
  job({
    name: "submissions.delete-unconfirmed",
    payload: z.object({}),
    every: "41 8 * * *",
    run: async (ctx) => {
      await deleteUnconfirmed(ctx);
    },
  }),
  job({
    name: "submissions.forget-networks",
    payload: z.object({}),
    every: "47 8 * * *",
    run: forgetNetworks,
  }),
];
