import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockRoom, showOn } from "./changing.ts";
import { type Group, groupsOf, MOST_GROUPS } from "./queries.ts";
import { mayGroup } from "./rules.ts";

const GONE = "Somebody has merged or removed this group meanwhile. Nothing was changed.";

/**
 * One change to the groups: what two facilitators do at once is done one after the other, and each change says only
 * what it changes, so none undoes the other's.
 */
async function regroup<T>(
  ctx: Ctx,
  meeting: string,
  work: (ctx: Ctx, groups: Group[]) => Promise<T>,
): Promise<T> {
  return transact(ctx, async (ctx) => {
    const room = await lockRoom(ctx, meeting);
    if (!mayGroup(room.step))
      throw new Conflict("The room is voting, so what is voted on stays as it is. Nothing was changed.");
    const answer = await work(ctx, await groupsOf(ctx, meeting));
    await showOn(ctx, meeting, "everywhere");
    return answer;
  });
}

/** Adds a group at the end, maybe with what was chosen for it. The same id again is the same group. */
export async function addGroup(
  ctx: Ctx,
  meeting: string,
  given: { id: string; title: string; opportunities?: readonly string[] },
): Promise<Outcome<null>> {
  return regroup(ctx, meeting, async (ctx, groups): Promise<Outcome<null>> => {
    if (!groups.some(({ id }) => id === given.id)) {
      if (groups.length >= MOST_GROUPS)
        return problem(
          "title",
          `There are ${MOST_GROUPS} groups already. Merge some first: nobody reads a longer ballot.`,
        );
      await ctx.db
        .insertInto("launch_groups")
        .values({
          id: given.id,
          meeting,
          title: given.title,
          position: groups.length,
          votes: null,
          created_at: ctx.now,
        })
        .execute();
    }
    await put(ctx, meeting, given.opportunities ?? [], given.id);
    return done(null);
  });
}

/** Puts opportunities into a group, or takes them out of all. Two who move the same one: the later place counts. */
export async function moveOpportunities(
  ctx: Ctx,
  meeting: string,
  opportunities: readonly string[],
  to: string | null,
): Promise<void> {
  await regroup(ctx, meeting, async (ctx, groups) => {
    if (to !== null && !groups.some(({ id }) => id === to)) throw new Conflict(GONE);
    await put(ctx, meeting, opportunities, to);
  });
}

async function put(
  ctx: Ctx,
  meeting: string,
  opportunities: readonly string[],
  to: string | null,
): Promise<void> {
  if (opportunities.length === 0) return;
  await ctx.db
    .updateTable("launch_opportunities")
    .set({ launch_group: to })
    .where("meeting", "=", meeting)
    .where("id", "in", opportunities)
    .execute();
}

/** Names a group. Refused, with the other name, where somebody else has named it meanwhile. */
export async function nameGroup(
  ctx: Ctx,
  meeting: string,
  id: string,
  { title, version }: { title: string; version: number },
): Promise<Outcome<null>> {
  return regroup(ctx, meeting, async (ctx, groups): Promise<Outcome<null>> => {
    const group = groups.find((one) => one.id === id);
    if (!group) throw new Conflict(GONE);
    if (group.title === title) return done(null);
    if (group.version !== version)
      return problem(
        "title",
        `Somebody else has just named this “${group.title}”. Your words are still in the field; save again to use them instead.`,
      );
    await ctx.db
      .updateTable("launch_groups")
      .set({ title, version: version + 1 })
      .where("id", "=", id)
      .execute();
    return done(null);
  });
}

/** Puts everything of one group into another, which keeps its title. */
export async function mergeGroup(ctx: Ctx, meeting: string, id: string, into: string): Promise<void> {
  await regroup(ctx, meeting, async (ctx, groups) => {
    if (id === into) throw new NotFound();
    if (!groups.some((group) => group.id === into) || !groups.some((group) => group.id === id))
      throw new Conflict(GONE);
    await ctx.db
      .updateTable("launch_opportunities")
      .set({ launch_group: into })
      .where("launch_group", "=", id)
      .execute();
    await ctx.db.deleteFrom("launch_groups").where("id", "=", id).execute();
  });
}

/** Takes a group away; what was in it stands by itself again. Taken away twice, it is gone. */
export async function removeGroup(ctx: Ctx, meeting: string, id: string): Promise<void> {
  await regroup(ctx, meeting, async (ctx) => {
    await ctx.db.deleteFrom("launch_groups").where("id", "=", id).where("meeting", "=", meeting).execute();
  });
}

/** Moves a group one place up or down; at the end it stays. */
export async function shiftGroup(ctx: Ctx, meeting: string, id: string, by: 1 | -1): Promise<void> {
  await regroup(ctx, meeting, async (ctx, groups) => {
    const order = groups.map((group) => group.id);
    const at = order.indexOf(id);
    if (at === -1) throw new Conflict(GONE);
    const other = order[at + by];
    if (other === undefined) return;
    order[at + by] = id;
    order[at] = other;
    for (const [position, group] of order.entries())
      await ctx.db.updateTable("launch_groups").set({ position }).where("id", "=", group).execute();
  });
}
