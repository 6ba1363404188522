import { NotFound } from "#base/surprises.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { PlanContent } from "../content.ts";
import { type People, peopleOf } from "../people.ts";
import { actionsOf, objectivesOf, planOf, prioritiesOfPlan } from "../queries.ts";
import { MOST_ACTIONS } from "../rules.ts";
import { actorName, tellOf } from "../telling.ts";
import "../tables.ts";

/**
 * Keeps the whole plan as it stands, under the next number: what the team reviewed.
 *
 * @returns its number
 * @throws NotFound where there is no plan
 */
export async function keepReview(
  ctx: Ctx,
  partnership: string,
  { reviewedOn, word }: { reviewedOn: string; word: string },
): Promise<number> {
  return transact(ctx, async (ctx) => {
    // Two who press the button at once make two numbers, one after the other.
    await ctx.db
      .selectFrom("action_plans")
      .select("partnership")
      .where("partnership", "=", partnership)
      .forUpdate()
      .execute();
    const plan = await planOf(ctx, partnership);
    if (!plan) throw new NotFound();
    const { content, people } = await contentNow(ctx, partnership);
    const number = (plan.reviewed?.number ?? 0) + 1;
    await ctx.db
      .insertInto("plan_reviews")
      .values({
        partnership,
        number,
        content: JSON.stringify(content),
        reviewed_on: reviewedOn,
        word,
        by_name: actorName(ctx),
        at: ctx.now,
      })
      .execute();
    if (people.size > 0)
      await ctx.db
        .insertInto("plan_review_names")
        .values(
          [...people.values()].map((one) => ({
            partnership,
            number,
            contact: one.id,
            name: nameOrAddress(one),
          })),
        )
        .execute();
    await tellOf(ctx, "action-plan.reviewed", partnership, { number });
    return number;
  });
}

async function contentNow(ctx: Ctx, partnership: string): Promise<{ content: PlanContent; people: People }> {
  const priorities = await prioritiesOfPlan(ctx, partnership);
  const objectives = await objectivesOf(ctx, partnership);
  const { items } = await actionsOf(
    ctx,
    partnership,
    { status: "all" },
    { today: "2000-01-01", offset: 0, limit: MOST_ACTIONS },
  );
  const people = await peopleOf(ctx, partnership, [
    ...priorities.flatMap((one) => [one.businessLead, one.supportLead]),
    ...items.map(({ owner }) => owner),
  ]);
  const content: PlanContent = {
    priorities: priorities.map((one) => ({
      id: one.id,
      title: one.title,
      theme: one.theme,
      state: one.state,
      businessLead: one.businessLead,
      ledByBusiness: people.get(one.businessLead ?? "")?.side === "business",
      supportLead: one.supportLead,
      objectives: objectives
        .filter(({ priority }) => priority === one.id)
        .map(({ id, title }) => ({ id, title })),
      actions: items
        .filter(({ priority }) => priority === one.id)
        .map(
          ({ id, objective, words, owner, ownerName, dueOn, status, evidence, evidenceUrl, isQuickWin }) => ({
            id,
            objective,
            words,
            owner,
            ownerName,
            dueOn,
            status,
            evidence,
            evidenceUrl,
            isQuickWin,
          }),
        ),
    })),
  };
  return { content, people };
}
