import { sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { organizationsNamed } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { CompanyFacts } from "./facts.ts";
import type { Side } from "./standings.ts";
import { type Of, tellOf } from "./telling.ts";
import "./tables.ts";

/** The company of this name on the roster, put on it where it is not; null for an empty name. */
export async function findOrAddCompany(ctx: Ctx, of: Of, name: string, side: Side): Promise<string | null> {
  const wanted = name.trim();
  if (!wanted) return null;
  const there = await ctx.db
    .selectFrom("roster_companies")
    .select("id")
    .where("partnership", "=", of.id)
    .where(sql<string>`lower(name)`, "=", wanted.toLowerCase())
    .executeTakeFirst();
  if (there) return there.id;
  const [known] = await organizationsNamed(ctx, [{ name: wanted, stateCode: of.states[0] }]);
  const row = await ctx.db
    .insertInto("roster_companies")
    .values({
      id: ctx.random.id(),
      partnership: of.id,
      organization: known?.id ?? null,
      name: wanted,
      side,
      place: known?.place ?? "",
      size: null,
      note: "",
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    // Two who type the same new name at once mean the same company.
    .onConflict((on) => on.expression(sql`partnership, lower(name)`).doUpdateSet({ changed_at: ctx.now }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @throws Conflict when somebody changed it since `version` was read, or it is gone */
export async function changeCompany(
  ctx: Ctx,
  of: Of,
  id: string,
  facts: CompanyFacts,
  version: number,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const twin = await ctx.db
      .selectFrom("roster_companies")
      .select("id")
      .where("partnership", "=", of.id)
      .where(sql<string>`lower(name)`, "=", facts.name.toLowerCase())
      .where("id", "<>", id)
      .executeTakeFirst();
    if (twin) return problem("name", `“${facts.name}” is on the roster already. Change that one instead.`);
    const [known] = await organizationsNamed(ctx, [{ name: facts.name, stateCode: of.states[0] }]);
    const changed = await ctx.db
      .updateTable("roster_companies")
      .set({ ...facts, organization: known?.id ?? null, version: version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .where("partnership", "=", of.id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await tellOf(ctx, "roster.company-changed", of.id, { company: id });
    return done(null);
  });
}
