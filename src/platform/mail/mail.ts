import { type Selectable, sql } from "kysely";
import type { Ctx } from "../context.ts";
import type { MailState, MailsTable } from "./tables.ts";

/** A letter to one person, in both its forms. */
export interface Letter {
  kind: string;
  to: string;
  replyTo?: string;
  /** The person behind `replyTo`. */
  replyToName?: string;
  /** Who it comes from where that is not the site itself; the address is the site's all the same. */
  fromName?: string;
  /** Written by a person to a person: it does not call itself made by a machine. */
  personal?: boolean;
  /** A page that ends such mail when it is sent a form without being asked anything (RFC 8058). */
  unsubscribeUrl?: string;
  subject: string;
  text: string;
  html: string;
  /** Small: together at most a megabyte. */
  attachments?: readonly Attachment[];
}

export interface Attachment {
  /** A file name, such as `meeting.ics`. */
  name: string;
  /** Such as `text/calendar; charset=utf-8; method=REQUEST`. */
  type: string;
  bytes: Uint8Array;
}

export interface Mail extends Letter {
  id: string;
  createdAt: Date;
  state: MailState;
  tries: number;
  lastProblem: string | null;
  sentAt: Date | null;
  /** When the house found that it had stopped with this one in hand; it may have gone out twice. */
  retakenAt: Date | null;
}

export const SEND_MAIL = "mail.send";
export const SEND_BATCH = "mail.send-batch";

/** What one statement takes. */
const ROWS_AT_ONCE = 500;
const MOST_ATTACHED_BYTES = 2 ** 20;

/**
 * Writes a letter in the caller's transaction: it goes out if and only if the deed it speaks of is committed.
 * The send job picks it up; without a mail server it is kept for the outbox page.
 */
export async function queueMail(ctx: Ctx, letter: Letter): Promise<string> {
  const [id] = await writeMails(ctx, [letter], null);
  await ctx.jobs.enqueue(ctx, SEND_MAIL, { mail: id });
  return id!;
}

/**
 * Writes many letters that go out together: one job sends them over a few lines that stay open. Each is claimed,
 * tried and noted by itself, as if it had been written alone.
 *
 * @returns their ids, in the order given
 */
export async function queueMails(ctx: Ctx, letters: readonly Letter[]): Promise<string[]> {
  if (letters.length === 0) return [];
  const batch = ctx.random.id();
  const ids: string[] = [];
  for (let from = 0; from < letters.length; from += ROWS_AT_ONCE)
    ids.push(...(await writeMails(ctx, letters.slice(from, from + ROWS_AT_ONCE), batch)));
  await ctx.jobs.enqueue(ctx, SEND_BATCH, { batch });
  return ids;
}

async function writeMails(ctx: Ctx, letters: readonly Letter[], batch: string | null): Promise<string[]> {
  const rows = letters.map((letter) => ({
    id: ctx.random.id(),
    created_at: ctx.now,
    recipient: letter.to,
    reply_to: letter.replyTo ?? null,
    reply_name: letter.replyToName ? oneLine(letter.replyToName) : null,
    from_name: letter.fromName ? oneLine(letter.fromName) : null,
    personal: letter.personal ?? false,
    unsubscribe_url: letter.unsubscribeUrl ?? null,
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    kind: letter.kind,
    batch,
    state: "queued" as const,
    last_problem: null,
    claimed_until: null,
    sent_at: null,
  }));
  await ctx.db.insertInto("mails").values(rows).execute();
  const attached = letters.flatMap(({ attachments = [] }, index) => {
    const size = attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > MOST_ATTACHED_BYTES)
      throw new Error("What goes along with a mail must stay below a megabyte.");
    return attachments.map(({ name, type, bytes }, position) => ({
      mail: rows[index]!.id,
      position,
      name: oneLine(name),
      type: oneLine(type),
      bytes: Buffer.from(bytes),
    }));
  });
  if (attached.length > 0) await ctx.db.insertInto("mail_attachments").values(attached).execute();
  return rows.map(({ id }) => id);
}

/** Header lines end where a line ends, so nothing that stands in one may break it. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
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
  return row && (await mailsFrom(ctx, [row]))[0];
}

/** Mails as rows hold them, with what goes along with each. */
export async function mailsFrom(
  ctx: Pick<Ctx, "db">,
  rows: readonly Selectable<MailsTable>[],
): Promise<Mail[]> {
  const attached = await attachmentsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    kind: row.kind,
    to: row.recipient,
    ...(row.reply_to ? { replyTo: row.reply_to } : {}),
    ...(row.reply_name ? { replyToName: row.reply_name } : {}),
    ...(row.from_name ? { fromName: row.from_name } : {}),
    ...(row.unsubscribe_url ? { unsubscribeUrl: row.unsubscribe_url } : {}),
    personal: row.personal,
    subject: row.subject,
    text: row.text,
    html: row.html,
    attachments: attached.get(row.id) ?? [],
    state: row.state,
    tries: row.tries,
    lastProblem: row.last_problem,
    sentAt: row.sent_at,
    retakenAt: row.retaken_at,
  }));
}

async function attachmentsOf(
  ctx: Pick<Ctx, "db">,
  ids: readonly string[],
): Promise<Map<string, Attachment[]>> {
  const found = new Map<string, Attachment[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .selectFrom("mail_attachments")
    .select(["mail", "name", "type", "bytes"])
    .where("mail", "in", ids)
    .orderBy("mail")
    .orderBy("position")
    .execute();
  for (const { mail, ...attachment } of rows) found.set(mail, [...(found.get(mail) ?? []), attachment]);
  return found;
}

export interface MailProgress {
  state: MailState;
  /** The address it goes to, or went to last. */
  to: string;
  tries: number;
  lastProblem: string | null;
  sentAt: Date | null;
  retakenAt: Date | null;
}

/**
 * What became of mails, for the room that wrote them. One query. What is no longer here (copies go after a year) is
 * left out.
 */
export async function mailStates(
  ctx: Pick<Ctx, "db">,
  ids: readonly string[],
): Promise<Map<string, MailProgress>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("mails")
    .select(["id", "state", "recipient", "tries", "last_problem", "sent_at", "retaken_at"])
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, state, recipient, tries, last_problem, sent_at, retaken_at }) => [
      id,
      { state, to: recipient, tries, lastProblem: last_problem, sentAt: sent_at, retakenAt: retaken_at },
    ]),
  );
}

/**
 * Puts a failed or kept mail back into the queue.
 *
 * @param to another address, where the one before was wrong
 */
export async function requeueMail(ctx: Ctx, id: string, to?: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable("mails")
    .set({
      ...{ state: "queued", tries: 0, last_problem: null, claimed_until: null },
      ...(to === undefined ? {} : { recipient: to }),
    })
    .where("id", "=", id)
    .where("state", "in", ["failed", "kept"])
    .returning("id")
    .executeTakeFirst();
  if (row) await ctx.jobs.enqueue(ctx, SEND_MAIL, { mail: id });
  return row !== undefined;
}

/** A server took it and said later, to a person, that it did not arrive. False where it had not gone out. */
export async function noteReturned(ctx: Ctx, id: string, words: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable("mails")
    .set({ state: "failed", last_problem: words })
    .where("id", "=", id)
    .where("state", "=", "sent")
    .returning("id")
    .executeTakeFirst();
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
