import { sql } from "kysely";
import type { Ctx } from "../context.ts";

const DAYS_TO_KEEP = 365;

/** Deletes copies of mails that have done their work and are older than a year. Answers how many. */
export async function forgetOldMails(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .deleteFrom("mails")
    .where("state", "in", ["sent", "kept"])
    .where("created_at", "<", new Date(ctx.now.getTime() - DAYS_TO_KEEP * 86_400_000))
    .returning("id")
    .execute();
  return rows.length;
}

/** Deletes mails of one kind by the address of a page that they lead to, such as `/share/confirm/` and an id. */
export async function forgetMailsLeadingTo(ctx: Ctx, kind: string, to: string, path: string): Promise<void> {
  await ctx.db
    .deleteFrom("mails")
    .where("recipient", "=", to)
    .where("kind", "=", kind)
    .where((is) => is(is.fn<number>("strpos", ["text", is.val(path)]), ">", 0))
    .execute();
}

/**
 * Deletes the copies of mails to an address, of those that are answered to it, and of those that name it. Answers how
 * many.
 *
 * @param email lower case
 */
export async function forgetMails(ctx: Ctx, email: string): Promise<number> {
  // The address as a whole: ann@example.org is neither in joann@example.org nor in ann@example.org.uk.
  const literal = email.replace(/[^a-z0-9@]/g, "\\$&");
  const named = `(^|[^[:alnum:]._%+-])${literal}($|[^[:alnum:].-]|\\.($|[^[:alnum:]]))`;
  const { rows } = await sql`delete from mails
    where lower(recipient) = ${email} or lower(reply_to) = ${email} or text ~* ${named} returning id`.execute(
    ctx.db,
  );
  return rows.length;
}

/** Deletes the copies of mails of some kinds that have gone out before a time: letters between others. */
export async function forgetSentMails(ctx: Ctx, kinds: readonly string[], before: Date): Promise<void> {
  await ctx.db
    .deleteFrom("mails")
    .where("kind", "in", kinds)
    .where("state", "=", "sent")
    .where("sent_at", "<", before)
    .execute();
}
