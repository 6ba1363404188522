import type { Ctx } from "#platform/context.ts";
import type { ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import "../tables.ts";

/** A stored row with what became of it. */
export interface TriedRow {
  number: number;
  judged: JudgedRow;
  /** What was found when it was tried before. */
  before: { outcome: string; changes: JudgedRow["changes"]; target: string | null };
}

const AT_ONCE = 250;

/** Asks the table's room about every row of an import, in order, some hundreds at a time. */
export async function* judgeRows(ctx: Ctx, id: string, table: ExchangeTable): AsyncGenerator<TriedRow[]> {
  const earlier = new Map<string, number>();
  for (let after = 0; ; ) {
    const rows = await ctx.db
      .selectFrom("import_rows")
      .select(["number", "cells", "misread", "outcome", "changes", "target"])
      .where("import", "=", id)
      .where("number", ">", after)
      .orderBy("number")
      .limit(AT_ONCE)
      .execute();
    const tried: TriedRow[] = [];
    for (const run of runsOf(rows)) {
      const sound = run[0]!.misread.length === 0;
      const judged = sound
        ? await judgeRun(ctx, table, run, earlier)
        : run.map(({ cells, misread }) => refused(table, cells, misread));
      for (const [index, { number, outcome, changes, target }] of run.entries())
        tried.push({ number, judged: judged[index]!, before: { outcome, changes, target } });
    }
    if (tried.length > 0) yield tried;
    after = rows.at(-1)?.number ?? after;
    if (rows.length < AT_ONCE) return;
  }
}

/** A room numbers the rows that it is given from the first one on, so each run has no gap in it. */
function runsOf<Row extends { number: number; misread: unknown[] }>(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && last.number + 1 === row.number && !last.misread.length === !row.misread.length;
    if (goesOn) runs.at(-1)!.push(row);
    else runs.push([row]);
  }
  return runs;
}

async function judgeRun(
  ctx: Ctx,
  table: ExchangeTable,
  run: readonly { number: number; cells: ExchangeRow }[],
  earlier: Map<string, number>,
): Promise<JudgedRow[]> {
  // Every column is there, with an empty text where nothing was given.
  const whole = run.map(({ cells }) =>
    Object.fromEntries(table.columns.map(({ key }) => [key, cells[key] ?? ""])),
  );
  const judged = await table.judge(ctx, whole, earlier, run[0]!.number);
  return judged.map((row, index) =>
    isExample(table, whole[index]!) ? refused(table, whole[index]!, EXAMPLE) : row,
  );
}

const EXAMPLE = [{ column: "", message: "This is the example from the template. Delete this row." }];

function isExample(table: ExchangeTable, row: ExchangeRow): boolean {
  return table.columns.every(({ key, example }) => row[key] === example);
}

function refused(table: ExchangeTable, cells: ExchangeRow, problems: JudgedRow["problems"]): JudgedRow {
  const named = table.columns.find(({ key, required }) => required && cells[key]);
  return {
    outcome: "refused",
    title: named ? cells[named.key]! : "",
    target: null,
    problems,
    changes: [],
    command: null,
  };
}
