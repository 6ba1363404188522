import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { writerFrom } from "../writing.ts";

/**
 * From now on, what this address sends is published as soon as it is confirmed, unless something about it looks
 * odd. Nothing happens where it is trusted already.
 *
 * @param email lower case
 */
export async function trustSubmitter(ctx: Ctx, email: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const by = writerFrom(ctx);
    const row = await ctx.db
      .insertInto("trusted_submitters")
      .values({ email, since: ctx.now, by_person: by.personId, by_name: by.name })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning("email")
      .executeTakeFirst();
    if (row) await tellOf(ctx, "submitter.trusted", email);
  });
}

/** Its next updates wait for an editor again; what is published stays. */
export async function distrustSubmitter(ctx: Ctx, email: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .deleteFrom("trusted_submitters")
      .where("email", "=", email)
      .returning("email")
      .executeTakeFirst();
    if (row) await tellOf(ctx, "submitter.distrusted", email);
  });
}

function tellOf(ctx: Ctx, name: "submitter.trusted" | "submitter.distrusted", email: string): Promise<void> {
  return tell(ctx, {
    name,
    subject: { kind: "submitter", id: ctx.seal("submitter", email) },
    particulars: { email },
  });
}
