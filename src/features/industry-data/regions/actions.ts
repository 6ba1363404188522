import { sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { partnershipBySlug } from "#features/partnerships/public.ts";
import {
  endGrant,
  giveGrant,
  holdersOf,
  openInvitations,
  withdrawInvitation,
} from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { type RegionCommand, statesOf } from "./forms.ts";
import { type Region, regionsByIds, regionsOf } from "./queries.ts";
import "./tables.ts";

const FIRST_SHAPE = 1;

/** Names a region; the person who does it keeps it. */
export async function nameRegion(
  ctx: Ctx,
  person: { id: string } | undefined,
  command: RegionCommand,
): Promise<Outcome<{ slug: string }>> {
  return transact(ctx, async (ctx): Promise<Outcome<{ slug: string }>> => {
    await nameOneAtATime(ctx);
    const twin = person && sameName(await regionsOf(ctx, person.id), command.name);
    if (twin) return twin;
    const partnership = await partnershipFor(ctx, command.partnership);
    if (!partnership.ok) return partnership;
    const id = ctx.random.id();
    const slug = await freeSlug(ctx, command.name);
    await ctx.db
      .insertInto("regions")
      .values({
        id,
        slug,
        name: command.name,
        note: command.note,
        shown: command.shown,
        partnership: partnership.value,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await addShape(ctx, id, FIRST_SHAPE, command.counties, "");
    if (person) await giveGrant(ctx, person.id, { role: "region-keeper", scope: id }, command.name);
    await tellOf(ctx, "region.named", { id, name: command.name }, { counties: command.counties.length });
    return done({ slug });
  });
}

/**
 * Changes a region. Other counties make a new shape; the shapes before it stay, with all that was decided on them.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function changeRegion(
  ctx: Ctx,
  id: string,
  command: RegionCommand & { version: number; why: string },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const region = await lockRegion(ctx, id);
    if (region.version !== command.version) throw new Conflict();
    if (ctx.actor.kind === "person") {
      await nameOneAtATime(ctx);
      const others = (await regionsOf(ctx, ctx.actor.id)).filter((other) => other.id !== id);
      const twin = sameName(others, command.name);
      if (twin) return twin;
    }
    const partnership = await partnershipFor(ctx, command.partnership);
    if (!partnership.ok) return partnership;
    const reshaped = region.counties.join() !== command.counties.join();
    const shape = reshaped ? region.shape + 1 : region.shape;
    if (reshaped) await addShape(ctx, id, shape, command.counties, command.why);
    await ctx.db
      .updateTable("regions")
      .set({
        name: command.name,
        note: command.note,
        shown: command.shown,
        partnership: partnership.value,
        shape,
        version: command.version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .execute();
    const { name } = command;
    await tellOf(ctx, "region.changed", { id, name }, { shown: command.shown });
    if (reshaped)
      await tellOf(ctx, "region.reshaped", { id, name }, { shape, counties: command.counties.length });
    return done(null);
  });
}

/**
 * Takes a region away that was named by mistake, with its team and what was begun on it.
 *
 * @throws Conflict once something was decided on it, which stays readable for ever
 */
export async function removeRegion(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const region = await lockRegion(ctx, id);
    for (const { grantId } of await holdersOf(ctx, [id], ["region-keeper", "region-member"]))
      await endGrant(ctx, grantId, id, region.name);
    for (const invitation of await openInvitations(ctx, [id], ["region-keeper", "region-member"]))
      await withdrawInvitation(ctx, invitation.id, id);
    await ctx.db.deleteFrom("regions").where("id", "=", id).execute();
    await tellOf(ctx, "region.removed", region);
  });
}

async function addShape(
  ctx: Ctx,
  region: string,
  number: number,
  counties: readonly string[],
  note: string,
): Promise<void> {
  const { actor } = ctx;
  await ctx.db
    .insertInto("region_shapes")
    .values({
      region,
      number,
      counties: [...counties],
      states: statesOf(counties),
      note,
      by_person: actor.kind === "person" ? actor.id : null,
      by_name: actor.kind === "guest" ? "" : actor.name,
      at: ctx.now,
    })
    .execute();
}

/**
 * Locks a region until the caller's transaction ends.
 *
 * @throws NotFound when it is gone
 */
export async function lockRegion(ctx: Ctx, id: string): Promise<Region> {
  await ctx.db.selectFrom("regions").select("id").where("id", "=", id).forUpdate().execute();
  const [region] = await regionsByIds(ctx, [id]);
  if (!region) throw new NotFound();
  return region;
}

/** Two who name at the same moment would find the same name and the same address free. */
async function nameOneAtATime(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('regions'))`.execute(ctx.db);
}

/** One person's list with two of one name would leave them guessing. */
function sameName(regions: readonly Region[], name: string) {
  const twin = regions.find((region) => region.name.toLowerCase() === name.toLowerCase());
  return (
    twin &&
    problem("name", `You work with a region named “${twin.name}” already. Give this one a name of its own.`)
  );
}

async function partnershipFor(ctx: Ctx, slug: string | null): Promise<Outcome<string | null>> {
  if (slug === null) return done(null);
  const partnership = await partnershipBySlug(ctx, slug);
  return partnership
    ? done(partnership.id)
    : problem("partnership", "There is no such partnership any more. Choose another, or none.");
}

async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  // "new" is the address of the form.
  const wished = slugify(name) || "region";
  const base = wished === "new" ? "new-region" : wished;
  const rows = await ctx.db
    .selectFrom("regions")
    .select("slug")
    .where("slug", "like", `${base.slice(0, 70)}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    if (!taken.has(slug)) return slug;
  }
}

export async function tellOf(
  ctx: Ctx,
  name: `region.${string}`,
  { id, name: title }: Pick<Region, "id" | "name">,
  more: Record<string, unknown> = {},
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "region", id }, particulars: { name: title, ...more } });
}
