import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { askAboutStalePages } from "./actions.ts";

export const freshnessJobs: Job[] = [
  job({
    name: "partnerships.ask-about-stale-pages",
    payload: z.object({}),
    every: "17 14 * * *",
    run: async (ctx) => {
      await askAboutStalePages(ctx);
    },
  }),
];
