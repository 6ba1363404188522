import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Audience, LetterKind, LetterState, RoundState, Signing } from "../kinds.ts";
import type { LetterFacts, LetterRoundsTable, LettersTable } from "../tables.ts";
import "../tables.ts";

/** One text to one audience. */
export interface Round {
  id: string;
  partnership: string;
  meeting: string | null;
  kind: LetterKind;
  audience: Audience;
  /** Contact ids, where the audience was chosen one by one. */
  chosen: string[];
  template: string | null;
  subject: string;
  body: string;
  unknownGreeting: string;
  /** The one thing to do; null where there is none. */
  action: { label: string; url: string } | null;
  signing: Signing;
  /** Contact id of a champion. */
  signedBy: string | null;
  repliesTo: { name: string; email: string } | null;
  state: RoundState;
  sendAt: Date | null;
  /** The house wrote it when the meeting ended. */
  writtenByHouse: boolean;
  version: number;
  createdAt: Date;
  sentAt: Date | null;
}

type Reads = Pick<Ctx, "db">;

export function roundFrom(row: Selectable<LetterRoundsTable>): Round {
  return {
    id: row.id,
    partnership: row.partnership,
    meeting: row.meeting,
    kind: row.kind,
    audience: row.audience,
    chosen: row.chosen,
    template: row.template,
    subject: row.subject,
    body: row.body,
    unknownGreeting: row.unknown_greeting,
    action: row.action_url ? { label: row.action_label, url: row.action_url } : null,
    signing: row.signing,
    signedBy: row.signed_by,
    repliesTo: row.reply_email ? { name: row.reply_name, email: row.reply_email } : null,
    state: row.state,
    sendAt: row.send_at,
    writtenByHouse: row.written_for !== null,
    version: row.version,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}

/** A round of this partnership; undefined for those of others. @param id well-formed */
export async function roundById(ctx: Reads, partnership: string, id: string): Promise<Round | undefined> {
  const row = await ctx.db
    .selectFrom("letter_rounds")
    .selectAll()
    .where("id", "=", id)
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row && roundFrom(row);
}

/** For links and jobs, which name the round alone. @param id well-formed */
export async function anyRoundById(ctx: Reads, id: string): Promise<Round | undefined> {
  const row = await ctx.db.selectFrom("letter_rounds").selectAll().where("id", "=", id).executeTakeFirst();
  return row && roundFrom(row);
}

/** Newest first. One query. */
export async function roundsOf(
  ctx: Reads,
  partnership: string,
  { meeting, offset, limit }: { meeting?: string | undefined; offset: number; limit: number },
): Promise<{ items: (Round & { sent: number })[]; more: boolean }> {
  let query = ctx.db
    .selectFrom("letter_rounds as r")
    .selectAll("r")
    .select((all) =>
      all
        .selectFrom("letters as l")
        .select((sub) => sub.fn.countAll<number>().as("sent"))
        .whereRef("l.round", "=", "r.id")
        .where("l.state", "=", "sent")
        .as("sent"),
    )
    .where("r.partnership", "=", partnership);
  if (meeting) query = query.where("r.meeting", "=", meeting);
  const rows = await query
    .orderBy("r.created_at", "desc")
    .orderBy("r.id")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map((row) => ({ ...roundFrom(row), sent: Number(row.sent ?? 0) })),
    more: rows.length > limit,
  };
}

/** What is one person's own in a round, or was sent to them. */
export interface Letter {
  id: string;
  round: string;
  contact: string | null;
  guest: string | null;
  signer: string | null;
  facts: LetterFacts;
  /** Its own words; null where it follows the round's. */
  own: { subject: string; body: string } | null;
  state: LetterState;
  word: string;
  decidedAt: Date | null;
  decidedBy: string;
  linkKey: string | null;
  version: number;
  mail: string | null;
  sent: {
    at: Date;
    to: string;
    from: string;
    replyTo: string;
    subject: string;
    text: string;
    html: string;
  } | null;
}

export function letterFrom(row: Selectable<LettersTable>): Letter {
  return {
    id: row.id,
    round: row.round,
    contact: row.contact,
    guest: row.guest,
    signer: row.signer,
    facts: row.facts,
    own: row.body === null ? null : { subject: row.subject ?? "", body: row.body },
    state: row.state,
    word: row.word,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    linkKey: row.link_key,
    version: row.version,
    mail: row.mail,
    sent: row.sent_at && {
      at: row.sent_at,
      to: row.sent_to ?? "",
      from: row.sent_from ?? "",
      replyTo: row.sent_reply_to ?? "",
      subject: row.sent_subject ?? "",
      text: row.sent_text ?? "",
      html: row.sent_html ?? "",
    },
  };
}

/** Every letter of a round that has a row. One query. */
export async function lettersOf(ctx: Reads, round: string): Promise<Letter[]> {
  const rows = await ctx.db.selectFrom("letters").selectAll().where("round", "=", round).execute();
  return rows.map(letterFrom);
}

/** @param id well-formed */
export async function letterById(ctx: Reads, id: string): Promise<Letter | undefined> {
  const row = await ctx.db.selectFrom("letters").selectAll().where("id", "=", id).executeTakeFirst();
  return row && letterFrom(row);
}
