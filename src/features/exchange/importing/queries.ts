import type { Ctx } from "#platform/context.ts";
import type { JudgedRow } from "#platform/exchange.ts";
import type { ImportState, Outcome } from "../tables.ts";

export interface Import {
  id: string;
  kind: string;
  fileName: string;
  bytes: number;
  state: ImportState;
  byName: string;
  createdAt: Date;
  finishedAt: Date | null;
  /** How many dry runs there were. */
  tries: number;
  rowsTried: number;
  rowsTotal: number | null;
  /** Column key → number of its column in the file, from 0. */
  columns: Record<string, number>;
  counts: Partial<Record<Outcome, number>>;
  notes: string[];
  problem: string | null;
  leavesOut: boolean;
}

export async function importById(ctx: Ctx, id: string): Promise<Import | undefined> {
  const row = await ctx.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
  return row && importFrom(row);
}

/** The newest first, of the kinds given. */
export async function latestImports(ctx: Ctx, kinds: readonly string[], limit: number): Promise<Import[]> {
  if (kinds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("imports")
    .selectAll()
    .where("kind", "in", [...kinds])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(importFrom);
}

type Row = Awaited<ReturnType<typeof rowType>>;
const rowType = (ctx: Ctx) => ctx.db.selectFrom("imports").selectAll().executeTakeFirstOrThrow();

function importFrom(row: Row): Import {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    state: row.state,
    byName: row.by_name,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    tries: row.tries,
    rowsTried: row.rows_tried,
    rowsTotal: row.rows_total,
    columns: row.columns,
    counts: row.counts,
    notes: row.notes,
    problem: row.problem,
    leavesOut: row.leaves_out,
  };
}

export interface ImportedRow {
  number: number;
  outcome: Outcome | "untried";
  title: string;
  cells: Record<string, string>;
  problems: JudgedRow["problems"];
  changes: JudgedRow["changes"];
}

/** Rows in the order of the file, all or those of one outcome. One query. */
export async function importedRows(
  ctx: Ctx,
  id: string,
  page: { outcome?: Outcome | undefined; offset?: number; after?: number; limit: number },
): Promise<ImportedRow[]> {
  let rows = ctx.db
    .selectFrom("import_rows")
    .select(["number", "outcome", "title", "cells", "problems", "changes"])
    .where("import", "=", id)
    .orderBy("number")
    .limit(page.limit);
  if (page.outcome) rows = rows.where("outcome", "=", page.outcome);
  if (page.after !== undefined) rows = rows.where("number", ">", page.after);
  if (page.offset) rows = rows.offset(page.offset);
  return rows.execute();
}
