import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import { DECIDED } from "./door.ts";
import { type Choice, choiceById } from "./queries.ts";
import "./tables.ts";

export const actorId = ({ actor }: Ctx): string | null => (actor.kind === "person" ? actor.id : null);

/** Tells without names, scores or words: the audit log is read by people who may not see them. */
export async function tellOf(
  ctx: Ctx,
  name: `sector-choice.${string}`,
  { id, region, title }: Pick<Choice, "id" | "region" | "title">,
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "sector-choice", id }, particulars: { region, title } });
}

/**
 * Locks a choice that is still open, until the caller's transaction ends.
 *
 * @throws Conflict once it is decided; NotFound when it is gone
 */
export async function lockOpen(ctx: Ctx, id: string): Promise<Choice> {
  const row = await ctx.db
    .selectFrom("sector_choices")
    .select("state")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.state === "decided") throw new Conflict(DECIDED);
  const choice = await choiceById(ctx, id);
  if (!choice) throw new NotFound();
  return choice;
}

/**
 * Takes the next version of an open choice if nobody has written since `version` was read.
 *
 * @returns it as it was
 * @throws Conflict when somebody has, or decided it
 */
export async function stepVersion(ctx: Ctx, id: string, version: number): Promise<Choice> {
  const choice = await lockOpen(ctx, id);
  if (choice.version !== version) throw new Conflict();
  await ctx.db
    .updateTable("sector_choices")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  return choice;
}
