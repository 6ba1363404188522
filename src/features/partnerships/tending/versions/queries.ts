import type { Ctx } from "#platform/context.ts";
import { PartnershipContent } from "../../content.ts";

export const VERSIONS_PER_PAGE = 30;

export interface VersionEntry {
  number: number;
  at: Date;
  byName: string;
  /** Whom the writer stood in for. */
  onBehalfOf: string;
  note: string;
}

/** Newest first. @param page from 1 */
export async function versionsOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  page = 1,
): Promise<VersionEntry[]> {
  const rows = await ctx.db
    .selectFrom("partnership_versions")
    .select(["number", "at", "by_name", "on_behalf_of", "note"])
    .where("partnership", "=", partnership)
    .orderBy("number", "desc")
    .limit(VERSIONS_PER_PAGE)
    .offset((page - 1) * VERSIONS_PER_PAGE)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    byName: row.by_name,
    onBehalfOf: row.on_behalf_of,
    note: row.note,
  }));
}

/** The contents of several versions by number, in one query; what is not there is left out. */
export async function contentsOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  numbers: readonly number[],
): Promise<Map<number, PartnershipContent>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("partnership_versions")
    .select(["number", "content"])
    .where("partnership", "=", partnership)
    .where("number", "in", [...new Set(numbers)])
    .execute();
  return new Map(rows.map((row) => [row.number, PartnershipContent.parse(row.content)]));
}

/** "Ana Lopez, for Dana Ruiz". */
export function writerWords({ byName, onBehalfOf }: Pick<VersionEntry, "byName" | "onBehalfOf">): string {
  return onBehalfOf ? `${byName}, for ${onBehalfOf}` : byName;
}
