import { sql } from "kysely";
import { Conflict, NotFound } from "#base/surprises.ts";
import { editors } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { staleOrMissing } from "../stale.ts";
import type { InquiryCommand } from "./forms.ts";
import { answerMail, inquiryMail } from "./mails.tsx";
import { inquiryById } from "./queries.ts";

const MINUTES_OF_THE_SAME = 10;

/**
 * Takes an inquiry from anyone. `doubt` says why a person should look twice; the inquiry is kept all the same. The
 * same words from the same address shortly after are the same inquiry: a double click, a repeated request.
 */
export async function receiveInquiry(
  ctx: Ctx,
  command: InquiryCommand,
  doubt: string | null,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const before = await sameInquiry(ctx, command);
    if (before) return before;
    const id = ctx.random.id();
    const opportunity = command.opportunity
      ? await ctx.db
          .selectFrom("sponsor_opportunities")
          .select(["id", "name"])
          .where("slug", "=", command.opportunity)
          .executeTakeFirst()
      : undefined;
    await ctx.db
      .insertInto("sponsor_inquiries")
      .values({
        id,
        received_at: ctx.now,
        name: command.name,
        organization: command.organization,
        email: command.email,
        opportunity: opportunity?.id ?? null,
        message: command.message,
        state: "new",
        in_hand: null,
        doubt,
      })
      .execute();
    // A doubtful one waits on the desk alone, so that a flood of them cannot flood the editors' mailboxes.
    if (!doubt) {
      const letter = inquiryMail(ctx.site, { ...command, id, opportunity: opportunity?.name ?? null });
      for (const editor of await editors(ctx)) await queueMail(ctx, { ...letter, to: editor.email });
    }
    await tell(ctx, { name: "inquiry.received", subject: { kind: "inquiry", id } });
    return id;
  });
}

async function sameInquiry(ctx: Ctx, { email, message }: InquiryCommand): Promise<string | undefined> {
  // Two of one address wait for each other, or neither would see the other's row.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inquiry ${email}`}, 0))`.execute(ctx.db);
  const row = await ctx.db
    .selectFrom("sponsor_inquiries")
    .select("id")
    .where("received_at", ">", new Date(ctx.now.getTime() - MINUTES_OF_THE_SAME * 60_000))
    .where("email", "=", email)
    .where("message", "=", message)
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/**
 * Puts an inquiry into an editor's hand, so that two do not answer the same person.
 *
 * @param from whose hand the editor saw it in, by id; null for nobody's. So it is taken over from somebody else
 *   knowingly, and never by accident.
 * @throws Conflict when it is in another hand by now
 */
export async function takeInquiry(ctx: Ctx, id: string, by: string, from: string | null): Promise<void> {
  await transact(ctx, async (ctx) => {
    const holder = await lockedHolder(ctx, id);
    if (holder === by) return;
    if (holder !== from)
      throw new Conflict("Somebody else has taken this in hand just now, so it was left with them.");
    await setHolder(ctx, id, by);
    await tell(ctx, {
      name: "inquiry.taken",
      subject: { kind: "inquiry", id },
      ...(from ? { particulars: { takenOver: true } } : {}),
    });
  });
}

/** Hands an inquiry back; nothing happens when it is not in this hand. */
export async function releaseInquiry(ctx: Ctx, id: string, by: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if ((await lockedHolder(ctx, id)) !== by) return;
    await setHolder(ctx, id, null);
    await tell(ctx, { name: "inquiry.released", subject: { kind: "inquiry", id } });
  });
}

async function lockedHolder(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom("sponsor_inquiries")
    .select("in_hand")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row.in_hand;
}

async function setHolder(ctx: Ctx, id: string, holder: string | null): Promise<void> {
  await ctx.db.updateTable("sponsor_inquiries").set({ in_hand: holder }).where("id", "=", id).execute();
}

/**
 * Sends an answer by mail and keeps it with the inquiry.
 *
 * @throws Conflict when another editor answered or closed since `version` was read
 */
export async function answerInquiry(
  ctx: Ctx,
  id: string,
  command: { answer: string; version: number },
  by: { id: string; name: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const inquiry = await inquiryById(ctx, id);
    if (!inquiry) throw new NotFound();
    const row = await ctx.db
      .updateTable("sponsor_inquiries")
      .set({ state: "answered", in_hand: by.id, version: command.version + 1 })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning("id")
      .executeTakeFirst();
    if (!row)
      throw new Conflict(
        "Another editor has answered or closed this inquiry meanwhile. Your answer was not sent.",
      );
    await ctx.db
      .insertInto("sponsor_answers")
      .values({
        id: ctx.random.id(),
        inquiry: id,
        at: ctx.now,
        by_person: by.id,
        by_name: by.name,
        text: command.answer,
      })
      .execute();
    await queueMail(ctx, { ...answerMail(ctx.site, inquiry, command.answer, by.name), to: inquiry.email });
    await tell(ctx, { name: "inquiry.answered", subject: { kind: "inquiry", id } });
  });
}

/** @throws Conflict when another editor acted on it since `version` was read */
export async function closeInquiry(ctx: Ctx, id: string, version: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sponsor_inquiries")
      .set({ state: "closed", version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, "sponsor_inquiries", id);
    await tell(ctx, { name: "inquiry.closed", subject: { kind: "inquiry", id } });
  });
}
