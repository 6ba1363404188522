import type { Selectable } from "kysely";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { SetContent } from "../content.ts";
import type { IndicatorSetsTable, SetState } from "../tables.ts";

export interface IndicatorSet {
  version: number;
  name: string;
  note: string;
  source: string;
  content: SetContent;
  state: SetState;
  revision: number;
  createdAt: Date;
  publishedAt: Date | null;
}

function setFrom(row: Selectable<IndicatorSetsTable>): IndicatorSet {
  return {
    version: row.version,
    name: row.name,
    note: row.note,
    source: row.source,
    // An earlier release may have written it, so what it left out gets its default.
    content: SetContent.parse(row.content),
    state: row.state,
    revision: row.revision,
    createdAt: row.created_at,
    publishedAt: row.published_at,
  };
}

/** The set that is asked today; undefined on a site that has published none. */
export async function currentSet(ctx: Ctx): Promise<IndicatorSet | undefined> {
  return inState(ctx, "current");
}

export async function draftSet(ctx: Ctx): Promise<IndicatorSet | undefined> {
  return inState(ctx, "draft");
}

async function inState(ctx: Ctx, state: SetState): Promise<IndicatorSet | undefined> {
  const row = await ctx.db
    .selectFrom("indicator_sets")
    .selectAll()
    .where("state", "=", state)
    .executeTakeFirst();
  return row && setFrom(row);
}

/** A published set. @throws NotFound for a draft as for none */
export async function publishedSet(ctx: Ctx, version: number): Promise<IndicatorSet> {
  const found = (await setsByVersion(ctx, [version])).get(version);
  if (!found || found.state === "draft") throw new NotFound();
  return found;
}

/** Sets by their version, for answers that name it. One query. */
export async function setsByVersion(
  ctx: Ctx,
  versions: readonly number[],
): Promise<Map<number, IndicatorSet>> {
  if (versions.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("indicator_sets")
    .selectAll()
    .where("version", "in", [...new Set(versions)])
    .execute();
  return new Map(rows.map((row) => [row.version, setFrom(row)]));
}

export interface ListedSet {
  version: number;
  name: string;
  note: string;
  state: SetState;
  publishedAt: Date | null;
  /** How many times partnerships have looked at themselves with it; settled ones. */
  settled: number;
}

/** All versions, the newest first. A new one comes every few years, so they are never paged. */
export async function allSets(ctx: Ctx): Promise<ListedSet[]> {
  const rows = await ctx.db
    .selectFrom("indicator_sets as s")
    .select((all) => [
      "s.version",
      "s.name",
      "s.note",
      "s.state",
      "s.published_at",
      all
        .selectFrom("assessments as a")
        .select((inner) => inner.fn.countAll<number>().as("settled"))
        .whereRef("a.set_version", "=", "s.version")
        .where("a.state", "=", "settled")
        .as("settled"),
    ])
    .orderBy("s.version", "desc")
    .execute();
  return rows.map(({ published_at, settled, ...row }) => ({
    ...row,
    publishedAt: published_at,
    settled: settled ?? 0,
  }));
}
