import type { Ctx } from "#platform/context.ts";

export interface Opportunity {
  id: string;
  slug: string;
  name: string;
  season: string | null;
  summary: string;
  paragraph: string;
  open: boolean;
  version: number;
}

export async function opportunities(ctx: Ctx, options: { openOnly: boolean }): Promise<Opportunity[]> {
  let query = ctx.db.selectFrom("sponsor_opportunities").selectAll().orderBy("position").orderBy("name");
  if (options.openOnly) query = query.where("open", "=", true);
  return query.execute();
}
