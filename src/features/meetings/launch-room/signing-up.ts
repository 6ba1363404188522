import { done, type Outcome, problem } from "#base/outcome.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockRoom, showOn } from "./changing.ts";
import { groupsOf, MOST_SIGN_UPS, signUpsOf } from "./queries.ts";
import type { SignUpRole } from "./steps.ts";

export interface SignUpCommand {
  id: string;
  group: string;
  role: SignUpRole;
  name: string;
  company: string;
  /** Lower case; null where they gave none. */
  email: string | null;
  /** Who it is, where a link of theirs says so. */
  contact?: string;
}

/**
 * Puts somebody down for a priority. Who signs up again for the same one changes what they do in it; the same sending
 * twice is one.
 */
export async function signUp(
  ctx: Ctx,
  of: { id: string; states: readonly string[] },
  meeting: string,
  given: SignUpCommand,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const room = await lockRoom(ctx, meeting);
    const there = await signUpsOf(ctx, meeting);
    if (there.some(({ id }) => id === given.id)) return done(null);
    if (room.step === "closed")
      return problem("", "The room is closed. Tell the convener, who can still write you down.");
    const group = (await groupsOf(ctx, meeting)).find(({ id }) => id === given.group);
    if (!group?.takenOn) return problem("group", "Choose what you sign up for.");
    if (there.length >= MOST_SIGN_UPS)
      return problem("", "The list is as long as it can be. Please tell the scribe.");
    const contact =
      given.contact ??
      (
        await findOrAddContact(ctx, of, {
          name: given.name,
          email: given.email,
          company: given.company,
          side: given.role === "support" ? "public" : "business",
        })
      ).id;
    await ctx.db
      .insertInto("launch_sign_ups")
      .values({
        id: given.id,
        meeting,
        launch_group: given.group,
        contact,
        name: given.name,
        company: given.company,
        role: given.role,
        created_at: ctx.now,
      })
      .onConflict((on) => on.columns(["launch_group", "contact"]).doUpdateSet({ role: given.role }))
      .execute();
    await showOn(ctx, meeting, "everywhere");
    return done(null);
  });
}

/** Takes somebody off a list. */
export async function removeSignUp(ctx: Ctx, meeting: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockRoom(ctx, meeting);
    await ctx.db.deleteFrom("launch_sign_ups").where("id", "=", id).where("meeting", "=", meeting).execute();
    await showOn(ctx, meeting, "everywhere");
  });
}
