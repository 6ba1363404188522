import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";
import type { NamedBy } from "#platform/exchange.ts";
import "./tables.ts";

/** Two entries of one organization became one, and profiles follow. */
export const organizationMerged: Listener = async (ctx, { subject, particulars }) => {
  await ctx.db
    .updateTable("profiles")
    .set({ organization: subject.id })
    .where("organization", "=", String(particulars?.goneId))
    .execute();
};

export const namedByProfiles: NamedBy = {
  kind: "organizations",
  label: "members’ profiles",
  async count(ctx, ids) {
    const { rows } = await sql<{ id: string; count: number }>`
      select organization as id, count(*)::integer as count from profiles
      where organization = any(${ids}::uuid[]) group by 1`.execute(ctx.db);
    return new Map(rows.map(({ id, count }) => [id, count]));
  },
};
