import { sql } from "kysely";
import { partnershipsByIds } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import type { Level } from "../content.ts";
import type { Counted } from "../tables.ts";
import { groupsToShow, nextCounted } from "./cells.ts";

/**
 * Draws the network's picture of one version anew where enough has changed (decision 008). Works in the caller's
 * transaction, after whatever may have changed who is counted.
 */
export async function redrawPicture(ctx: Ctx, version: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('indicator picture', ${version}))`.execute(ctx.db);
  const before = await ctx.db
    .selectFrom("indicator_pictures")
    .selectAll()
    .where("set_version", "=", version)
    .executeTakeFirst();
  const was = before?.counted ?? [];
  const counted = nextCounted(was, await standingAnswers(ctx, version));
  if (counted.map(({ id }) => id).join() === was.map(({ id }) => id).join()) return;
  const groups = groupsToShow(
    counted.map(({ id }) => id),
    await wantedGroups(ctx, counted),
    before?.groups ?? [],
  );
  const drawn = {
    drawn_at: ctx.now,
    counted: JSON.stringify(counted),
    groups: JSON.stringify(groups),
  };
  await ctx.db
    .insertInto("indicator_pictures")
    .values({ set_version: version, ...drawn })
    .onConflict((conflict) => conflict.column("set_version").doUpdateSet(drawn))
    .execute();
  await tell(ctx, {
    name: "indicator-picture.drawn",
    subject: { kind: "indicator-set", id: String(version) },
    particulars: { counted: counted.length },
  });
}

/** Each partnership once: the newest of its settled answers that it agreed to have counted. */
async function standingAnswers(ctx: Ctx, version: number): Promise<Counted[]> {
  const { rows } = await sql<{ id: string; partnership: string; levels: Record<string, Level | null> }>`
    with newest as (
      select distinct on (partnership) id, partnership from assessments
      where in_picture and set_version = ${version}
      order by partnership, held_on desc, settled_at desc)
    select n.id, n.partnership, jsonb_object_agg(r.indicator, r.level) as levels
    from newest n join assessment_results r on r.assessment = n.id
    group by n.id, n.partnership order by n.id`.execute(ctx.db);
  return rows;
}

/** Sectors first, then settings, then states, the larger ones first: what partnerships look for among their peers. */
async function wantedGroups(ctx: Ctx, counted: readonly Counted[]) {
  const known = await partnershipsByIds(
    ctx,
    counted.map(({ partnership }) => partnership),
  );
  const byPartnership = new Map(counted.map(({ id, partnership }) => [partnership, id]));
  const groups = new Map<string, string[]>();
  const add = (key: string, id: string) => groups.set(key, [...(groups.get(key) ?? []), id]);
  for (const { id, sectors, setting, states } of known) {
    const item = byPartnership.get(id);
    if (!item) continue;
    for (const sector of sectors) add(`sector:${sector}`, item);
    if (setting) add(`setting:${setting}`, item);
    for (const state of states) add(`state:${state}`, item);
  }
  const order = ["sector", "setting", "state"];
  const kind = (key: string) => order.indexOf(key.split(":")[0] ?? "");
  return [...groups]
    .map(([key, members]) => ({ key, members: members.sort() }))
    .sort(
      (a, b) => kind(a.key) - kind(b.key) || b.members.length - a.members.length || (a.key < b.key ? -1 : 1),
    );
}
