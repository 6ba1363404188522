import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import type { Shown } from "./statuses.ts";
import "./tables.ts";

/** Whether a deed may look different to readers, where they see anything at all. */
type Seen = "private" | "seen";

/**
 * The audit log names the partnership, and nobody and no words of its plan. Where readers see the plan, a second event
 * says that what they see has changed, and drops the pages that are kept for them.
 */
export async function tellOf(
  ctx: Ctx,
  name: `action-plan.${string}`,
  partnership: string,
  particulars: Record<string, unknown> = {},
  seen: Seen = "seen",
): Promise<void> {
  const subject = { kind: "partnership", id: partnership };
  await tell(ctx, { name, subject, particulars });
  if (seen === "seen" && (await shownOf(ctx, partnership)) !== "nothing")
    await tell(ctx, { name: "action-plan.public-face-changed", subject });
}

async function shownOf(ctx: Ctx, partnership: string): Promise<Shown> {
  const row = await ctx.db
    .selectFrom("action_plans")
    .select("shown")
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row?.shown ?? "nothing";
}

/** Who is doing this, as a list shows it. */
export function actorName({ actor }: Pick<Ctx, "actor">): string {
  return actor.kind === "guest" ? "" : actor.name;
}
