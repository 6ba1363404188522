import { type Direction, moved } from "#base/order.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { SectorCommand } from "./forms.ts";
import type { SectorCode } from "./naics.ts";
import { allSectors } from "./queries.ts";

type Told = "sector.added" | "sector.changed" | "sector.moved" | "sector.retired" | "sector.returned";

function tellOf(ctx: Ctx, name: Told, sector: { id: string; name: string }): Promise<void> {
  const { id } = sector;
  return tell(ctx, { name, subject: { kind: "sector", id }, particulars: { name: sector.name } });
}

async function nameIsTaken(ctx: Ctx, name: string, id?: string): Promise<Outcome<never> | undefined> {
  const same = (await allSectors(ctx)).find(
    (sector) => sector.id !== id && sector.name.toLowerCase() === name.toLowerCase(),
  );
  if (!same) return undefined;
  return problem(
    "name",
    same.retiredAt
      ? `${same.name} is a retired sector; put that one back instead.`
      : `There is a sector called ${same.name} already.`,
  );
}

async function writeCodes(ctx: Ctx, sector: string, codes: readonly SectorCode[]): Promise<void> {
  await ctx.db.deleteFrom("sector_codes").where("sector", "=", sector).execute();
  if (codes.length === 0) return;
  await ctx.db
    .insertInto("sector_codes")
    .values(codes.map((code) => ({ sector, ...code })))
    .execute();
}

/** Adds a sector at the end of the list. Its slug is made from its name, unless one is given, and never changes. */
export async function addSector(
  ctx: Ctx,
  command: SectorCommand & { slug?: string },
): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    const taken = await nameIsTaken(ctx, command.name);
    if (taken) return taken;
    const all = await allSectors(ctx);
    const id = ctx.random.id();
    await ctx.db
      .insertInto("sectors")
      .values({
        id,
        slug: freeSlug(command.slug ?? (slugify(command.name) || "sector"), all),
        name: command.name,
        description: command.description,
        hue: command.hue,
        icon: command.icon,
        position: Math.max(0, ...all.map(({ position }) => position)) + 1,
        include_public_ownership: command.includePublicOwnership,
        retired_at: null,
        created_at: ctx.now,
      })
      .execute();
    await writeCodes(ctx, id, command.codes);
    await tellOf(ctx, "sector.added", { id, name: command.name });
    return done({ id });
  });
}

function freeSlug(base: string, all: readonly { slug: string }[]): string {
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    if (!all.some((sector) => sector.slug === slug)) return slug;
  }
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeSector(
  ctx: Ctx,
  id: string,
  command: SectorCommand & { version: number },
): Promise<Outcome<void>> {
  return transact(ctx, async (ctx) => {
    const taken = await nameIsTaken(ctx, command.name, id);
    if (taken) return taken;
    const row = await ctx.db
      .updateTable("sectors")
      .set({
        name: command.name,
        description: command.description,
        hue: command.hue,
        icon: command.icon,
        include_public_ownership: command.includePublicOwnership,
        version: command.version + 1,
      })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning(["id", "name"])
      .executeTakeFirst();
    if (!row) throw (await sectorRow(ctx, id)) ? new Conflict() : new NotFound();
    await writeCodes(ctx, id, command.codes);
    await tellOf(ctx, "sector.changed", row);
    return done(undefined);
  });
}

function sectorRow(ctx: Ctx, id: string) {
  return ctx.db.selectFrom("sectors").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
}

/** Takes a sector out of what is offered, or puts it back; what belongs to it keeps it either way. */
export async function setSectorRetired(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sectors")
      .set({ retired_at: retired ? ctx.now : null })
      .where("id", "=", id)
      .where("retired_at", retired ? "is" : "is not", null)
      .returning(["id", "name"])
      .executeTakeFirst();
    if (row) await tellOf(ctx, retired ? "sector.retired" : "sector.returned", row);
    else if (!(await sectorRow(ctx, id))) throw new NotFound();
  });
}

/** Moves a sector one place up or down among those that are offered, and numbers them anew. */
export async function moveSector(ctx: Ctx, id: string, direction: Direction): Promise<void> {
  await transact(ctx, async (ctx) => {
    const rows = await ctx.db
      .selectFrom("sectors")
      .select(["id", "name"])
      .where("retired_at", "is", null)
      .orderBy("position")
      .orderBy("name")
      .forUpdate()
      .execute();
    const one = rows.find((row) => row.id === id);
    if (!one) throw new NotFound();
    const order = moved(rows, one, direction);
    if (!order) return;
    for (const [index, row] of order.entries()) {
      await ctx.db
        .updateTable("sectors")
        .set({ position: index + 1 })
        .where("id", "=", row.id)
        .execute();
    }
    await tellOf(ctx, "sector.moved", one);
  });
}
