import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";
import type { NamedBy } from "#platform/exchange.ts";
import "./tables.ts";

/** Two entries of one organization became one, and affiliates follow. */
export const organizationMerged: Listener = async (ctx, { subject, particulars }) => {
  await ctx.db
    .updateTable("affiliates")
    .set({ organization: subject.id })
    .where("organization", "=", String(particulars?.goneId))
    .execute();
};

/** And so do those who lead them, when two entries of one person became one. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  await ctx.db
    .updateTable("affiliate_leads")
    .set({ person: subject.id })
    .where("person", "=", String(particulars?.goneId))
    .execute();
};

export const namedByAffiliates: NamedBy = {
  kind: "organizations",
  label: "affiliates",
  async count(ctx, ids) {
    const { rows } = await sql<{ id: string; count: number }>`
      select organization as id, count(*)::integer as count from affiliates
      where organization = any(${ids}::uuid[]) group by 1`.execute(ctx.db);
    return new Map(rows.map(({ id, count }) => [id, count]));
  },
};
