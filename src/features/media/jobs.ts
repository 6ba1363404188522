import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import type { Prepare } from "./prepare.ts";
import { sweepStore } from "./sweep.ts";

export function mediaJobs(prepare: Prepare): Job[] {
  return [
    job({
      name: "media.prepare",
      payload: z.object({ media: z.uuid() }),
      run: async (ctx, { media }) => {
        await prepare(ctx, media);
      },
    }),
    job({
      name: "media.sweep",
      payload: z.object({}),
      every: "17 9 * * *",
      run: async (ctx) => {
        await sweepStore(ctx);
      },
    }),
  ];
}
