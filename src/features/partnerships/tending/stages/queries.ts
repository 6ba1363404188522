import type { Ctx } from "#platform/context.ts";
import type { Stage } from "../../stages.ts";

export interface StageEntry {
  id: string;
  stage: Stage;
  /** As much of a date as is known. */
  since: string | null;
  word: string;
  /** When and by whom it was written down. */
  at: Date;
  byName: string;
}

/** More moves than these no page shows. */
const MOST = 100;

/** Where it has been, the newest first. */
export async function stageHistory(ctx: Pick<Ctx, "db">, partnership: string): Promise<StageEntry[]> {
  const rows = await ctx.db
    .selectFrom("partnership_stages")
    .selectAll()
    .where("partnership", "=", partnership)
    .orderBy("at", "desc")
    .orderBy("since", (order) => order.desc().nullsLast())
    .orderBy("id", "desc")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    since: row.since,
    word: row.word,
    at: row.at,
    byName: row.by_name,
  }));
}
