import { dayOf } from "#base/local-time.ts";
import { absoluteUrl } from "#base/site.ts";
import { workspaceById } from "#features/partnerships/public.ts";
import { firstNameOf } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMails } from "#platform/mail/mail.ts";
import { peopleOf } from "../people.ts";
import { tellOf } from "../telling.ts";
import { answerHref, choiceHref, stopHref } from "./links.ts";
import { PLAN_MAIL, planMail } from "./mails.tsx";
import { monthDue, monthOf, morningOf } from "./months.ts";
import { actionsInWork, ownersToAsk, plansWithoutRound } from "./queries.ts";
import "../tables.ts";

export const WRITE_LETTERS = "action-plan.write-letters";

const LINK_DAYS = 60;
/** Plans that are looked at together. */
const AT_ONCE = 200;

/** Finds the plans whose letters are due and gives each a job of its own, so that one that fails holds up no other. */
export async function findDueLetters(ctx: Ctx): Promise<void> {
  const today = ctx.now.getUTCDate();
  // Nothing is due in the middle of a month in any zone, so most hours ask the database nothing.
  if (today > 12 && today < 28) return;
  // Where it is the first already, in a zone ahead of ours, the month is the next one.
  const month = monthOf(new Date(ctx.now.getTime() + 86_400_000), "UTC");
  let after: string | null = null;
  do {
    const some = await plansWithoutRound(ctx, month, { after, limit: AT_ONCE });
    for (const { partnership, begunAt } of some) {
      const workspace = await workspaceById(ctx, partnership);
      const isDue = workspace && monthDue(ctx.now, workspace.timeZone) === month;
      // A plan that was begun since that morning has told its owners already.
      if (isDue && begunAt < morningOf(month, workspace.timeZone))
        await transact(ctx, (ctx) => ctx.jobs.enqueue(ctx, WRITE_LETTERS, { partnership, month }));
    }
    after = some.length === AT_ONCE ? some.at(-1)!.partnership : null;
  } while (after);
}

/**
 * Writes a month's letters to all owners of a plan, in one transaction with the entry that says so: whoever comes
 * second, or again after a fall, finds the month written.
 *
 * @returns how many were written
 */
export async function writeLetters(ctx: Ctx, partnership: string, month: string): Promise<number> {
  return transact(ctx, async (ctx) => {
    const { reachable } = await ownersToAsk(ctx, partnership);
    // Where nobody is to be asked yet, the month stays open for those who take something on.
    if (reachable.length === 0) return 0;
    const begun = await ctx.db
      .insertInto("plan_rounds")
      .values({ partnership, month, at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning("month")
      .executeTakeFirst();
    const workspace = begun && (await workspaceById(ctx, partnership));
    if (!workspace) return 0;
    const people = await peopleOf(
      ctx,
      partnership,
      reachable.map(({ contact }) => contact),
    );
    const today = dayOf(ctx.now, workspace.timeZone);
    const linkEndsAt = new Date(ctx.now.getTime() + LINK_DAYS * 86_400_000);
    const inWork = await actionsInWork(ctx, partnership);
    const letters = [...people.values()].flatMap((person) =>
      person.email
        ? [{ id: ctx.random.id(), linkKey: ctx.random.token(), person, actions: inWork.get(person.id) ?? [] }]
        : [],
    );
    if (letters.length === 0) return 0;
    await ctx.db
      .insertInto("plan_letters")
      .values(
        letters.map(({ id, linkKey, person, actions }) => ({
          id,
          partnership,
          month,
          contact: person.id,
          actions: actions.length,
          link_key: linkKey,
          link_ends_at: linkEndsAt,
          sent_at: ctx.now,
          answered_at: null,
        })),
      )
      .execute();
    const { repliesTo, name } = workspace;
    const mails = letters.map((letter) => ({
      kind: PLAN_MAIL,
      to: letter.person.email!,
      fromName: name,
      ...(repliesTo ? { replyTo: repliesTo.email, replyToName: repliesTo.name } : {}),
      unsubscribeUrl: absoluteUrl(ctx.site, stopHref(ctx, letter)),
      ...planMail(ctx.site, {
        called: firstNameOf(letter.person),
        partnership: name,
        from: repliesTo ? repliesTo.name || "the team" : null,
        actions: letter.actions,
        today,
        linkEndsOn: dayOf(linkEndsAt, workspace.timeZone),
        hrefs: {
          all: answerHref(ctx, letter),
          stop: stopHref(ctx, letter),
          answer: (action, say) => choiceHref(ctx, letter, action, say),
        },
      }),
    }));
    await queueMails(ctx, mails);
    await tellOf(ctx, "action-plan.owners-asked", partnership, { letters: mails.length }, "private");
    return mails.length;
  });
}
