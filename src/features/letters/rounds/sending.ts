import { sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { markInvited, markReminded } from "#features/meetings/public.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import { moveFurther } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { type Letter as MailLetter, queueMails } from "#platform/mail/mail.ts";
import type { LetterKind } from "../kinds.ts";
import { stopHref } from "../stopping.ts";
import { tellOf } from "../telling.ts";
import { writeLetter } from "../writing.tsx";
import { lockRound } from "./actions.ts";
import { anyRoundById, type Round } from "./queries.ts";
import { audienceOf, type Recipient } from "./recipients.ts";

export const SEND_ROUND = "letters.send-round";

/** Kinds of mail: whoever reads the site's outbox does not read a partnership's letters. */
export const LETTER_MAIL = "partnership-letter";

/**
 * Plans a round for a time; with none, for now. A job does it, so that a thousand letters do not keep anybody waiting,
 * and what was planned before under another time does nothing.
 */
export async function planRound(
  ctx: Ctx,
  workspace: Workspace,
  id: string,
  at: Date | null,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const round = await lockRound(ctx, workspace.id, id);
    const refusal = await whyNot(ctx, workspace, round);
    if (refusal) return problem("", refusal);
    const sendAt = at ?? ctx.now;
    await ctx.db
      .updateTable("letter_rounds")
      .set({ state: "scheduled", send_at: sendAt, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, SEND_ROUND, { round: id, at: sendAt.toISOString() }, at ? { at } : {});
    if (at)
      await tellOf(ctx, "letters.round-scheduled", workspace.id, {
        round: id,
        kind: round.kind,
        at: sendAt.toISOString(),
      });
    return done(null);
  });
}

async function whyNot(ctx: Ctx, workspace: Workspace, round: Round): Promise<string | undefined> {
  if (round.state === "scheduled")
    return "It is planned already. Take that back first if you want another time.";
  if (!round.repliesTo) return "Say first who gets the answers: letters from people are answered by people.";
  const { recipients } = await audienceOf(ctx, workspace, round);
  if (!recipients.some(({ held }) => held === null))
    return "Nobody would get it as it is now. The list below says why, person by person.";
  return undefined;
}

/** Takes back what was planned and has not begun. */
export async function unplanRound(ctx: Ctx, workspace: Workspace, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const round = await lockRound(ctx, workspace.id, id);
    if (round.state !== "scheduled") return;
    await ctx.db
      .updateTable("letter_rounds")
      .set({ state: round.sentAt ? "sent" : "draft", send_at: null, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "letters.round-unscheduled", workspace.id, { round: id });
  });
}

/**
 * Sends a planned round to everybody who may get it at that moment: letters, mails, marks on the guest list and the
 * event in one transaction. Asked twice, it sends once; whoever had it already does not get it again.
 */
export async function sendRound(ctx: Ctx, id: string, at: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const known = await anyRoundById(ctx, id);
    const workspace = known && (await workspaceById(ctx, known.partnership));
    if (!workspace) return;
    const round = await lockRound(ctx, workspace.id, id);
    if (round.state !== "scheduled" || round.sendAt?.toISOString() !== at) return;
    const { recipients } = await audienceOf(ctx, workspace, round);
    const going = recipients.filter(({ held }) => held === null);
    await writeAsSent(ctx, workspace, round, going);
    await ctx.db
      .updateTable("letter_rounds")
      .set({ state: "sent", sent_at: ctx.now, send_at: null })
      .where("id", "=", id)
      .execute();
    await markPeople(ctx, workspace, round, going);
    await tellOf(ctx, EVENTS[round.kind] ?? "letters.sent", workspace.id, {
      round: id,
      meeting: round.meeting,
      kind: round.kind,
      letters: going.length,
    });
  });
}

/** What the roadmap listens for; everything else is just letters. */
const EVENTS: Partial<Record<LetterKind, `letters.${string}`>> = {
  "follow-up-came": "letters.follow-up-sent",
  welcome: "letters.welcome-sent",
};

async function writeAsSent(
  ctx: Ctx,
  workspace: Workspace,
  round: Round,
  going: readonly Recipient[],
): Promise<void> {
  if (going.length === 0) return;
  const written = going.map((recipient) => write(ctx, workspace, round, recipient));
  const mails = await queueMails(
    ctx,
    written.map(({ mail }) => mail),
  );
  const rows = written.map(({ row }, index) => ({ ...row, mail: mails[index]! }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await ctx.db
      .insertInto("letters")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((on) =>
        on
          .column("id")
          .doUpdateSet(
            Object.fromEntries(SENT_COLUMNS.map((column) => [column, sql.ref(`excluded.${column}`)])),
          ),
      )
      .execute();
}

const ROWS_AT_ONCE = 500;
const SENT_COLUMNS = [
  "state",
  "link_key",
  "signer",
  "mail",
  "sent_at",
  "sent_to",
  "sent_from",
  "sent_reply_to",
  "sent_subject",
  "sent_text",
  "sent_html",
];

function write(
  ctx: Ctx,
  workspace: Workspace,
  round: Round,
  { contact, guest, letter, signer, composed }: Recipient,
) {
  const id = letter?.id ?? ctx.random.id();
  const linkKey = ctx.random.token();
  const repliesTo = round.repliesTo!;
  const from = `${signer?.name || repliesTo.name || "The team"}, ${workspace.name}`;
  const { text, html } = writeLetter(composed, {
    site: ctx.site,
    reason: `You get this letter because you are in touch with the ${workspace.name}. Answers go to ${repliesTo.name || repliesTo.email}.`,
    stopHref: ctx.site.url + stopHref(ctx, { id, linkKey }),
  });
  const mail: MailLetter = {
    kind: LETTER_MAIL,
    to: contact!.email!,
    fromName: from,
    replyTo: repliesTo.email,
    replyToName: repliesTo.name,
    personal: true,
    ...(isPersonal(round) ? {} : { unsubscribeUrl: ctx.site.url + stopHref(ctx, { id, linkKey }) }),
    subject: composed.subject,
    text,
    html,
  };
  const row = {
    id,
    round: round.id,
    contact: contact!.id,
    guest: guest?.id ?? null,
    signer: signer?.id ?? null,
    facts: JSON.stringify(letter?.facts ?? {}),
    state: "sent" as const,
    link_key: linkKey,
    created_at: ctx.now,
    sent_at: ctx.now,
    sent_to: contact!.email!,
    sent_from: from,
    sent_reply_to: repliesTo.email,
    sent_subject: composed.subject,
    sent_text: text,
    sent_html: html,
  };
  return { mail, row };
}

/** From one person to one person; what goes to a room full of people says how to end it, to mail programs as well. */
function isPersonal({ kind }: Round): boolean {
  return kind === "welcome" || kind === "champion-ask" || kind === "invitation";
}

async function markPeople(
  ctx: Ctx,
  workspace: Workspace,
  round: Round,
  going: readonly Recipient[],
): Promise<void> {
  const guests = going.flatMap(({ guest }) => guest?.id ?? []);
  const contacts = going.flatMap(({ contact }) => contact?.id ?? []);
  if (round.kind === "invitation") await markInvited(ctx, guests);
  if (round.kind === "reminder") await markReminded(ctx, guests);
  if (round.kind === "champion-ask")
    await moveFurther(ctx, workspace.id, contacts, "asked", "Was asked to be a champion");
}
