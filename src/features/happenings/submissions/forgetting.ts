import { removeMedia } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { mediaIds } from "../writing.ts";
import { CONFIRM_MAIL } from "./mails.tsx";
import { DAYS_TO_CONFIRM, DAYS_TO_REMEMBER_NETWORK } from "./rules.ts";

const DAY = 24 * 60 * 60 * 1000;
const BATCH = 200;

/** Deletes what nobody confirmed in time, with its files and the mail that asked for it. Answers how many. */
export async function deleteUnconfirmed(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - DAYS_TO_CONFIRM * DAY);
  for (let deleted = 0; ; ) {
    const found = await ctx.db
      .selectFrom("happenings as h")
      .innerJoin("submissions as s", "s.happening", "h.id")
      .select(["h.id", "s.email"])
      .where("h.stage", "=", "unconfirmed")
      .where("s.sent_at", "<", before)
      .limit(BATCH)
      .execute();
    if (found.length === 0) return deleted;
    for (const one of found) await deleteOne(ctx, one);
    deleted += found.length;
  }
}

async function deleteOne(ctx: Ctx, { id, email }: { id: string; email: string }): Promise<void> {
  await transact(ctx, async (ctx) => {
    const versions = await ctx.db
      .selectFrom("happening_versions")
      .select("content")
      .where("happening", "=", id)
      .execute();
    const gone = await ctx.db
      .deleteFrom("happenings")
      .where("id", "=", id)
      .where("stage", "=", "unconfirmed")
      .returning("id")
      .executeTakeFirst();
    if (!gone) return;
    await removeMedia(ctx, [...new Set(versions.flatMap(({ content }) => mediaIds(content)))]);
    await forgetMailsLeadingTo(ctx, CONFIRM_MAIL, email, `/share/confirm/${id}/`);
    await tell(ctx, { name: "submission.expired", subject: { kind: "happening", id } });
  });
}

/** Forgets from which networks older submissions came. */
export async function forgetNetworks(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable("submissions")
    .set({ network: null })
    .where("network", "is not", null)
    .where("sent_at", "<", new Date(ctx.now.getTime() - DAYS_TO_REMEMBER_NETWORK * DAY))
    .execute();
}
