import { z } from "zod";
import { transact } from "../database/transact.ts";
import { type Job, job } from "../jobs.ts";
import { deliverBatch } from "./batch.ts";
import { forgetOldMails } from "./forgetting.ts";
import { SEND_BATCH, SEND_MAIL } from "./mail.ts";
import type { PostOffice } from "./post-office.ts";
import { deliver, findStranded, findStrandedBatches } from "./sending.ts";

export function mailJobs(office: PostOffice): Job[] {
  return [
    job({
      name: SEND_MAIL,
      payload: z.object({ mail: z.uuid() }),
      run: (ctx, { mail }) => deliver(ctx, office, mail),
    }),
    job({
      name: SEND_BATCH,
      payload: z.object({ batch: z.uuid() }),
      run: (ctx, { batch }) => deliverBatch(ctx, office, batch),
    }),
    job({
      name: "mail.forget-old",
      payload: z.object({}),
      every: "53 8 * * *",
      run: async (ctx) => {
        await forgetOldMails(ctx);
      },
    }),
    job({
      name: "mail.sweep",
      payload: z.object({}),
      every: "*/5 * * * *",
      run: (ctx) =>
        transact(ctx, async (inner) => {
          for (const mail of await findStranded(inner)) await inner.jobs.enqueue(inner, SEND_MAIL, { mail });
          for (const batch of await findStrandedBatches(inner))
            await inner.jobs.enqueue(inner, SEND_BATCH, { batch });
        }),
    }),
  ];
}
