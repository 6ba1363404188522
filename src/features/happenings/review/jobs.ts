import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { dueHappenings, PUBLISH_DUE, publishDue } from "./actions.ts";

const AT_ONCE = 200;

export const reviewJobs: Job[] = [
  job({
    name: PUBLISH_DUE,
    payload: z.object({ happening: z.uuid() }),
    run: (ctx, { happening }) => publishDue(ctx, happening),
  }),
  // Finds what no job speaks of: after a restore, or when a clock was set.
  job({
    name: "happening.publish-sweep",
    payload: z.object({}),
    every: "* * * * *",
    async run(ctx) {
      let failure: unknown;
      for (const happening of await dueHappenings(ctx, AT_ONCE)) {
        try {
          await publishDue(ctx, happening);
        } catch (error) {
          // One that cannot go out must not hold up the others; the job still fails and is seen.
          failure = error;
        }
      }
      if (failure) throw failure;
    },
  }),
];
