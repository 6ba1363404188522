import { sql } from "kysely";
import type { Ctx } from "../context.ts";
import type { MailState } from "./tables.ts";

/** A letter to one person, in both its forms. */
export interface Letter {
  kind: string;
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mail extends Letter {
  id: string;
  createdAt: Date;
  state: MailState;
  tries: number;
  lastProblem: string | null;
  sentAt: Date | null;
}

export const SEND_MAIL = "mail.send";

/**
 * Writes a letter in the caller's transaction: it goes out if and only if the deed it speaks of is committed.
 * The send job picks it up; without a mail server it is kept for the outbox page.
 */
export async function queueMail(ctx: Ctx, letter: Letter): Promise<string> {
  const id = ctx.random.id();
  await ctx.db
    .insertInto("mails")
    .values({
      id,
      created_at: ctx.now,
      recipient: letter.to,
      reply_to: letter.replyTo ?? null,
      subject: letter.subject.replace(/[\r\n]+/g, " "),
      text: letter.text,
      html: letter.html,
      kind: letter.kind,
      state: "queued",
      last_problem: null,
      claimed_until: null,
      sent_at: null,
    })
    .execute();
  await ctx.jobs.enqueue(ctx, SEND_MAIL, { mail: id });
  return id;
}

/**
 * The newest mails, without their texts, which would make the list heavy.
 *
 * @param filter.before the last mail of the page before; several may be written in one moment, so its id counts too
 */
export async function mailsPage(
  ctx: Ctx,
  filter: { states?: readonly MailState[]; before?: { at: Date; id: string }; limit: number },
) {
  let query = ctx.db
    .selectFrom("mails")
    .select(["id", "created_at", "recipient", "subject", "kind", "state", "tries", "last_problem", "sent_at"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(filter.limit);
  if (filter.states) query = query.where("state", "in", filter.states);
  if (filter.before) {
    const { at, id } = filter.before;
    query = query
      .where("created_at", "<=", at)
      .where((or) => or.or([or("created_at", "<", at), or("id", ">", id)]));
  }
  return query.execute();
}

export async function mailById(ctx: Ctx, id: string): Promise<Mail | undefined> {
  const row = await ctx.db.selectFrom("mails").selectAll().where("id", "=", id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      createdAt: row.created_at,
      kind: row.kind,
      to: row.recipient,
      ...(row.reply_to ? { replyTo: row.reply_to } : {}),
      subject: row.subject,
      text: row.text,
      html: row.html,
      state: row.state,
      tries: row.tries,
      lastProblem: row.last_problem,
      sentAt: row.sent_at,
    }
  );
}

/** Puts a failed or kept mail back into the queue. */
export async function requeueMail(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable("mails")
    .set({ state: "queued", tries: 0, last_problem: null, claimed_until: null })
    .where("id", "=", id)
    .where("state", "in", ["failed", "kept"])
    .returning("id")
    .executeTakeFirst();
  if (row) await ctx.jobs.enqueue(ctx, SEND_MAIL, { mail: id });
  return row !== undefined;
}

/** How many mails stand in each state. */
export async function mailCounts(ctx: Ctx): Promise<Record<MailState, number>> {
  const rows = await ctx.db
    .selectFrom("mails")
    .select(["state", sql<number>`count(*)`.as("mails")])
    .groupBy("state")
    .execute();
  const counts: Record<MailState, number> = { queued: 0, sending: 0, sent: 0, failed: 0, kept: 0 };
  for (const row of rows) counts[row.state] = row.mails;
  return counts;
}
