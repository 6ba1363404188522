import { NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { contactById } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { lockAction, setStatus } from "../actions.ts";
import type { Answer } from "../statuses.ts";
import { tellOf } from "../telling.ts";
import { PLAN_MAIL } from "./mails.tsx";
import { monthOpen } from "./months.ts";
import { letterById, type PlanLetter } from "./queries.ts";
import "../tables.ts";

export interface GivenAnswer {
  action: string;
  status: Answer;
  word: string;
}

/**
 * Keeps what an owner answers by a letter's link. Sent twice it is one answer; an action that was handed on meanwhile
 * is not the owner's to answer for.
 */
export async function keepAnswers(
  ctx: Ctx,
  workspace: Workspace,
  letter: PlanLetter,
  answers: readonly GivenAnswer[],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    let changed = 0;
    for (const { action: id, status, word } of answers) {
      const action = await lockAction(ctx, workspace.id, id);
      if (action.owner !== letter.contact) throw new NotFound();
      if (action.status === status && (word === "" || action.lastWord === word)) continue;
      await setStatus(ctx, workspace, action, { status, word }, letter.contact);
      changed += 1;
    }
    await ctx.db
      .updateTable("plan_letters")
      .set({ answered_at: ctx.now })
      .where("id", "=", letter.id)
      .execute();
    if (changed > 0) await tellOf(ctx, "action-plan.answered", workspace.id, { actions: changed });
  });
}

/** No more of these letters to this owner, from this partnership. Asked twice, it is so already. */
export async function stopLetters(ctx: Ctx, letter: PlanLetter): Promise<void> {
  await transact(ctx, async (ctx) => {
    const contact = await contactById(ctx, letter.partnership, letter.contact);
    if (!contact?.email) return;
    const stopped = await ctx.db
      .insertInto("plan_stops")
      .values({ partnership: letter.partnership, email: contact.email, at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning("at")
      .executeTakeFirst();
    if (stopped) await tellOf(ctx, "action-plan.letters-stopped", letter.partnership, {}, "private");
  });
}

/** Takes a letter's link back: it opens nothing from now on, and the copy of the mail goes. @throws NotFound */
export async function withdrawLink(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const letter = await letterById(ctx, id);
    if (letter?.partnership !== partnership) throw new NotFound();
    await ctx.db.updateTable("plan_letters").set({ link_key: null }).where("id", "=", id).execute();
    const contact = await contactById(ctx, partnership, letter.contact);
    if (contact?.email) await forgetMailsLeadingTo(ctx, PLAN_MAIL, contact.email, `/plan-answers/${id}/`);
    await tellOf(ctx, "action-plan.link-withdrawn", partnership, {}, "private");
  });
}

/** Whether owners are asked once a month. Switched on in the days of a month's letters, it begins with the next. */
export async function setAsking(
  ctx: Ctx,
  { id, timeZone }: Pick<Workspace, "id" | "timeZone">,
  asks: boolean,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable("action_plans")
      .set({ asks })
      .where("partnership", "=", id)
      .where("asks", "<>", asks)
      .returning("partnership")
      .executeTakeFirst();
    if (!changed) return;
    const month = monthOpen(ctx.now, timeZone);
    if (asks && month)
      await ctx.db
        .insertInto("plan_rounds")
        .values({ partnership: id, month, at: ctx.now })
        .onConflict((on) => on.doNothing())
        .execute();
    await tellOf(ctx, "action-plan.asking-set", id, { asks }, "private");
  });
}
