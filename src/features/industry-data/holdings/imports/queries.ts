import type { Ctx } from "#platform/context.ts";
import type { Findings } from "../findings.ts";
import type { BroughtFile, FiguresImportState } from "./tables.ts";
import "./tables.ts";

export interface FiguresImport {
  id: string;
  state: FiguresImportState;
  files: BroughtFile[];
  findings: Findings | null;
  share: number;
  doing: string;
  problem: string | null;
  byName: string;
  createdAt: Date;
  finishedAt: Date | null;
}

export async function figuresImportById(ctx: Ctx, id: string): Promise<FiguresImport | undefined> {
  const row = await ctx.db.selectFrom("industry_imports").selectAll().where("id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** The newest first, without what was found in them. */
export async function latestFiguresImports(ctx: Ctx, limit: number): Promise<FiguresImport[]> {
  const rows = await ctx.db
    .selectFrom("industry_imports")
    .select(["id", "state", "files", "share", "doing", "problem", "by_name", "created_at", "finished_at"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow({ ...row, findings: null }));
}

function fromRow(row: {
  id: string;
  state: FiguresImportState;
  files: BroughtFile[];
  findings: Findings | null;
  share: number;
  doing: string;
  problem: string | null;
  by_name: string;
  created_at: Date;
  finished_at: Date | null;
}): FiguresImport {
  const { id, state, files, findings, share, doing, problem } = row;
  return {
    id,
    state,
    files,
    findings,
    share,
    doing,
    problem,
    byName: row.by_name,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
