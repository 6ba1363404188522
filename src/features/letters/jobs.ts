import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { forgetOldPapers, makePapers } from "./paper/making.ts";
import { PRINT } from "./paper/starting.ts";
import { SEND_ROUND, sendRound } from "./rounds/sending.ts";

export const letterJobs: Job[] = [
  job({
    name: SEND_ROUND,
    payload: z.object({ round: z.uuid(), at: z.iso.datetime() }),
    run: (ctx, { round, at }) => sendRound(ctx, round, at),
  }),
  job({
    name: PRINT,
    payload: z.object({ print: z.uuid() }),
    run: (ctx, { print }) => makePapers(ctx, print),
  }),
  job({
    name: "letters.forget-papers",
    payload: z.object({}),
    every: "17 9 * * *",
    run: (ctx) => forgetOldPapers(ctx),
  }),
];
