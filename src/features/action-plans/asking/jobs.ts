import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { findDueLetters, WRITE_LETTERS, writeLetters } from "./writing.ts";

export const askingJobs: Job[] = [
  job({
    name: "action-plan.find-due-letters",
    payload: z.object({}),
    every: "9 * * * *",
    run: (ctx) => findDueLetters(ctx),
  }),
  job({
    name: WRITE_LETTERS,
    payload: z.object({ partnership: z.uuid(), month: z.string().regex(/^\d{4}-\d\d$/) }),
    run: async (ctx, { partnership, month }) => {
      await writeLetters(ctx, partnership, month);
    },
  }),
];
