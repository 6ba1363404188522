import type { Ctx } from "#platform/context.ts";
import type { StateWords } from "../tables.ts";

export interface StatePage extends StateWords {
  version: number;
  changedAt: Date;
}

/** What a state's page says; undefined where nobody has written it. One query. */
export async function statePage(ctx: Ctx, code: string): Promise<StatePage | undefined> {
  return ctx.db
    .selectFrom("state_pages")
    .select(["intro", "links", "sources", "version", "changed_at as changedAt"])
    .where("state_code", "=", code)
    .executeTakeFirst();
}

/** States whose page says something, with when that changed last. */
export async function toldStates(ctx: Ctx): Promise<Map<string, Date>> {
  const rows = await ctx.db.selectFrom("state_pages").select(["state_code", "changed_at"]).execute();
  return new Map(rows.map((row) => [row.state_code, row.changed_at]));
}

export interface PageVersion {
  number: number;
  at: Date;
  byName: string;
  note: string;
}

export const VERSIONS_PER_PAGE = 20;

/** Newest first; numbers run without a gap, so the newest says how many there are. */
export async function versionsOf(ctx: Ctx, code: string, page: number): Promise<PageVersion[]> {
  const rows = await ctx.db
    .selectFrom("state_page_versions")
    .select(["number", "at", "by_name as byName", "note"])
    .where("state_code", "=", code)
    .orderBy("number", "desc")
    .limit(VERSIONS_PER_PAGE)
    .offset((page - 1) * VERSIONS_PER_PAGE)
    .execute();
  return rows;
}

/** The words of some versions by number; what is not there is left out. */
export async function wordsOfVersions(
  ctx: Ctx,
  code: string,
  numbers: readonly number[],
): Promise<Map<number, StateWords>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("state_page_versions")
    .select(["number", "content"])
    .where("state_code", "=", code)
    .where("number", "in", numbers)
    .execute();
  return new Map(rows.map(({ number, content }) => [number, content]));
}
