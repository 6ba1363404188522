import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { regionsByIds } from "../regions/queries.ts";
import { type Criterion, FIGURE_CRITERIA, USUAL_OWN_CRITERIA } from "./content.ts";
import type { CriteriaCommand, QuestionCommand } from "./forms.ts";
import { actorId, lockOpen, stepVersion, tellOf } from "./locking.ts";
import { PRESETS } from "./presets.ts";
import { forgetScoreMails } from "./scoring/inviting.ts";
import "./tables.ts";

/** What a team begins with: the balanced preset, and what people know as the field asks it. */
export function firstCriteria(): Criterion[] {
  const [balanced] = PRESETS;
  return [
    ...FIGURE_CRITERIA.map(
      ({ id, name, figures }): Criterion => ({
        id,
        name,
        hint: "",
        weight: balanced?.weights[id] ?? 1,
        figure: figures[0],
      }),
    ),
    ...USUAL_OWN_CRITERIA.map((own): Criterion => ({ ...own, weight: balanced?.own ?? 1, figure: null })),
  ];
}

/** Opens a choice on the region's shape as it is now. */
export async function openChoice(
  ctx: Ctx,
  region: { id: string; shape: number },
  { title, ...question }: QuestionCommand,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    await ctx.db
      .insertInto("sector_choices")
      .values({
        id,
        region: region.id,
        shape: region.shape,
        title,
        question: JSON.stringify(question),
        candidates: "[]",
        criteria: JSON.stringify(firstCriteria()),
        preset: "balanced",
        scale: "min-max",
        state: "open",
        opened_by: actorId(ctx),
        reopens: null,
        created_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "sector-choice.opened", { id, region: region.id, title });
    return id;
  });
}

/** Other periods, other employers, another level; at another level the candidates are others. */
export async function changeQuestion(
  ctx: Ctx,
  id: string,
  { title, version, ...question }: QuestionCommand & { version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, id, version);
    const sameLevel = choice.question.level === question.level;
    await ctx.db
      .updateTable("sector_choices")
      .set({
        title,
        question: JSON.stringify(question),
        ...(sameLevel ? {} : { candidates: "[]" }),
      })
      .where("id", "=", id)
      .execute();
    if (!sameLevel) await ctx.db.deleteFrom("choice_rounds").where("choice", "=", id).execute();
    await tellOf(ctx, "sector-choice.changed", { ...choice, title });
  });
}

export async function setCandidates(
  ctx: Ctx,
  id: string,
  command: { version: number; candidates: readonly string[] },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, id, command.version);
    await ctx.db
      .updateTable("sector_choices")
      .set({ candidates: JSON.stringify(command.candidates) })
      .where("id", "=", id)
      .execute();
    // Rounds are about those that were in: with others they would say something that nobody said.
    if (choice.candidates.join() !== command.candidates.join())
      await ctx.db.deleteFrom("choice_rounds").where("choice", "=", id).execute();
    await tellOf(ctx, "sector-choice.changed", choice);
  });
}

export async function setCriteria(
  ctx: Ctx,
  id: string,
  { version, criteria, preset, scale }: CriteriaCommand & { version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, id, version);
    await ctx.db
      .updateTable("sector_choices")
      .set({ criteria: JSON.stringify(criteria), preset, scale })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "sector-choice.changed", choice);
  });
}

/** Looks at the region's present shape from now on; what was scored stays. */
export async function takePresentShape(ctx: Ctx, id: string, version: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, id, version);
    const [region] = await regionsByIds(ctx, [choice.region]);
    if (!region) throw new NotFound();
    await ctx.db.updateTable("sector_choices").set({ shape: region.shape }).where("id", "=", id).execute();
    await tellOf(ctx, "sector-choice.changed", choice);
  });
}

/** Takes an open one away with its scores, because it was begun by mistake. */
export async function dropChoice(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await lockOpen(ctx, id);
    await forgetScoreMails(ctx, id);
    await ctx.db.deleteFrom("sector_choices").where("id", "=", id).execute();
    await tellOf(ctx, "sector-choice.dropped", choice);
  });
}
