import { sql } from "kysely";
import { z } from "zod";
import type { Ctx } from "#platform/context.ts";
import { job } from "#platform/jobs.ts";
import { forgetSentMails } from "#platform/mail/forgetting.ts";
import { CONFIRM_DAYS, KEEP_DAYS } from "./links.ts";
import { RELAY_MAILS } from "./mails.tsx";

const DAY = 24 * 3600_000;

/** Letters nobody confirmed, what is left of old ones, and the house's copies of their mails. */
export async function clearLetters(ctx: Ctx): Promise<void> {
  const unconfirmedBefore = new Date(ctx.now.getTime() - CONFIRM_DAYS * DAY);
  const decidedBefore = new Date(ctx.now.getTime() - KEEP_DAYS * DAY);
  await sql`delete from relay_letters
    where (state = 'unconfirmed' and received_at < ${unconfirmedBefore})
      or (state in ('passed-on', 'dropped') and received_at < ${decidedBefore})`.execute(ctx.db);
  await ctx.db.deleteFrom("relay_links").where("expires_at", "<=", ctx.now).execute();
  await forgetSentMails(ctx, RELAY_MAILS, new Date(ctx.now.getTime() - DAY));
}

export const relayJobs = [
  job({
    name: "letters.cleanup",
    payload: z.object({}),
    every: "27 4 * * *",
    run: (ctx) => clearLetters(ctx),
  }),
];
