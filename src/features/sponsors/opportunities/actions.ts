import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { freeSlug } from "../free-slug.ts";
import { staleOrMissing } from "../stale.ts";
import type { OpportunityCommand } from "./forms.ts";

export async function addOpportunity(ctx: Ctx, command: OpportunityCommand): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const last = await ctx.db
      .selectFrom("sponsor_opportunities")
      .select((all) => all.fn.max("position").as("position"))
      .executeTakeFirst();
    await ctx.db
      .insertInto("sponsor_opportunities")
      .values({
        ...command,
        id,
        slug: await freeSlug(ctx, "sponsor_opportunities", command.name),
        position: (last?.position ?? 0) + 1,
      })
      .execute();
    await tell(ctx, {
      name: "opportunity.added",
      subject: { kind: "opportunity", id },
      particulars: { name: command.name },
    });
    return id;
  });
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeOpportunity(
  ctx: Ctx,
  id: string,
  command: OpportunityCommand & { version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { version, ...values } = command;
    const row = await ctx.db
      .updateTable("sponsor_opportunities")
      .set({ ...values, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, "sponsor_opportunities", id);
    await tell(ctx, {
      name: "opportunity.changed",
      subject: { kind: "opportunity", id },
      particulars: { name: values.name },
    });
  });
}
