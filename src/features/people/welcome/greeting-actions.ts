import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { greetingMail } from "./mails.tsx";
import "./tables.ts";

type Greeter = { id: string; name: string; email: string };

/**
 * Takes a newcomer in hand, so that two do not write to the same person.
 *
 * @param from whose hand the editor saw it in, by id; null for nobody's
 * @throws Conflict when somebody else has them in hand by now
 */
export async function holdNewcomer(
  ctx: Ctx,
  personId: string,
  by: string,
  from: string | null,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockedWelcome(ctx, personId);
    if (row.in_hand === by) return;
    if (row.in_hand !== from)
      throw new Conflict(
        "Somebody else has taken this newcomer in hand just now, so they were left with them.",
      );
    await setHolder(ctx, personId, by);
    await tell(ctx, { name: "newcomer.taken", subject: { kind: "newcomer", id: personId } });
  });
}

/** Hands a newcomer back; nothing happens when they are not in this hand. */
export async function releaseNewcomer(ctx: Ctx, personId: string, by: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if ((await lockedWelcome(ctx, personId)).in_hand !== by) return;
    await setHolder(ctx, personId, null);
    await tell(ctx, { name: "newcomer.released", subject: { kind: "newcomer", id: personId } });
  });
}

/** Writes to a newcomer, in the editor's own name; answers go to the editor. @throws Conflict when greeted before */
export async function sendGreeting(
  ctx: Ctx,
  newcomer: { id: string; email: string },
  command: { subject: string; greeting: string },
  by: Greeter,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await setGreeted(ctx, newcomer.id, by.id, "");
    await queueMail(ctx, greetingMail(ctx.site, newcomer.email, command, by));
  });
}

/** Notes that a newcomer was greeted by other means. @throws Conflict when greeted before */
export async function noteGreeted(ctx: Ctx, personId: string, note: string, by: string): Promise<void> {
  await transact(ctx, (ctx) => setGreeted(ctx, personId, by, note));
}

async function setGreeted(ctx: Ctx, personId: string, by: string, note: string): Promise<void> {
  const row = await lockedWelcome(ctx, personId);
  if (row.greeted_at)
    throw new Conflict("Somebody has greeted this newcomer meanwhile, so nothing was sent or changed.");
  await ctx.db
    .updateTable("welcomes")
    .set({ greeted_at: ctx.now, greeted_by: by, in_hand: null, note })
    .where("person", "=", personId)
    .execute();
  await tell(ctx, { name: "newcomer.greeted", subject: { kind: "newcomer", id: personId } });
}

async function lockedWelcome(ctx: Ctx, personId: string) {
  const row = await ctx.db
    .selectFrom("welcomes")
    .selectAll()
    .where("person", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

async function setHolder(ctx: Ctx, personId: string, holder: string | null): Promise<void> {
  await ctx.db.updateTable("welcomes").set({ in_hand: holder }).where("person", "=", personId).execute();
}
