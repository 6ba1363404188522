import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockRoom, showOn } from "./changing.ts";
import { MOST_OPPORTUNITIES, type Opportunity, opportunitiesOf } from "./queries.ts";
import { mayGroup } from "./rules.ts";

const OVER =
  "The room is voting now, so this came too late to be on the ballot. Tell the facilitator: it can still be written down in the notes.";

/**
 * Puts an opportunity on the wall. The same one sent again, by a phone that did not hear our answer, is the same one.
 *
 * @param given.id made where it was typed
 */
export async function sayOpportunity(
  ctx: Ctx,
  meeting: string,
  given: { id: string; words: string; company: string },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const room = await lockRoom(ctx, meeting);
    const known = await ctx.db
      .selectFrom("launch_opportunities")
      .select("meeting")
      .where("id", "=", given.id)
      .executeTakeFirst();
    if (known)
      return known.meeting === meeting ? done(null) : problem("words", "Please send this once more.");
    if (!mayGroup(room.step)) return problem("words", OVER);
    const there = await opportunitiesOf(ctx, meeting);
    if (there.length >= MOST_OPPORTUNITIES)
      return problem(
        "words",
        `There are ${MOST_OPPORTUNITIES} on the wall already, and it takes no more. Please tell the scribe.`,
      );
    await ctx.db
      .insertInto("launch_opportunities")
      .values({ ...given, meeting, launch_group: null, created_at: ctx.now })
      .execute();
    await showOn(ctx, meeting, "everywhere");
    return done(null);
  });
}

/** Mends the words of one. Refused, with what stands there now, where somebody has mended them meanwhile. */
export async function mendOpportunity(
  ctx: Ctx,
  meeting: string,
  id: string,
  given: { words: string; company: string; version: number },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    await lockRoom(ctx, meeting);
    const there = await opportunityOf(ctx, meeting, id);
    if (there.words === given.words && there.company === given.company) return done(null);
    if (there.version !== given.version)
      return problem(
        "words",
        `Somebody else has just changed this to “${there.words}”. Yours is still in the field; save again to use it instead.`,
      );
    await ctx.db
      .updateTable("launch_opportunities")
      .set({ words: given.words, company: given.company, version: there.version + 1 })
      .where("id", "=", id)
      .execute();
    await showOn(ctx, meeting, "everywhere");
    return done(null);
  });
}

/** Takes one off the wall: what was sent twice, or does not belong there. */
export async function removeOpportunity(ctx: Ctx, meeting: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockRoom(ctx, meeting);
    await ctx.db
      .deleteFrom("launch_opportunities")
      .where("id", "=", id)
      .where("meeting", "=", meeting)
      .execute();
    await showOn(ctx, meeting, "everywhere");
  });
}

/** @throws NotFound */
export async function opportunityOf(ctx: Ctx, meeting: string, id: string): Promise<Opportunity> {
  const found = await ctx.db
    .selectFrom("launch_opportunities")
    .select(["id", "launch_group as group", "words", "company", "version"])
    .where("id", "=", id)
    .where("meeting", "=", meeting)
    .executeTakeFirst();
  if (!found) throw new NotFound("Somebody has taken this off the wall.");
  return found;
}
