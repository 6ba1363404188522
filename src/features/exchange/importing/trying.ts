import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeTable } from "#platform/exchange.ts";
import { SpreadsheetProblem } from "#platform/spreadsheets/sheet.ts";
import type { Outcome } from "../tables.ts";
import { judgeRows, type TriedRow } from "./judging.ts";
import { readImport } from "./reading.ts";

/**
 * The dry run: reads the file, where that has not been done, and writes beside each row what would become of it.
 * Beginning anew does no harm, so it may be cut off anywhere.
 */
export async function tryImport(ctx: Ctx, tables: readonly ExchangeTable[], id: string): Promise<void> {
  const one = await ctx.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
  if (one?.state !== "reading") return;
  const table = tables.find(({ kind }) => kind === one.kind);
  try {
    if (!table) throw new SpreadsheetProblem("Tables of this kind are not taken here any more.");
    if (!one.read_at) await readImport(ctx, one, table);
    await tryRows(ctx, id, table);
  } catch (error) {
    const whole = error instanceof SpreadsheetProblem;
    if (!whole) ctx.log.error({ err: error, import: id }, "an import could not be tried");
    await endImport(ctx, id, {
      state: whole ? "refused" : "failed",
      problem: whole ? error.message : UNFORESEEN,
    });
  }
}

const UNFORESEEN =
  "Something went wrong that nobody foresaw while the rows were looked at. Nothing was changed. The server’s log says more; please tell whoever runs this site.";

async function tryRows(ctx: Ctx, id: string, table: ExchangeTable): Promise<void> {
  const counts: Partial<Record<Outcome, number>> = {};
  let tried = 0;
  for await (const rows of judgeRows(ctx, id, table)) {
    await writeOutcomes(ctx, id, rows);
    for (const { judged } of rows) counts[judged.outcome] = (counts[judged.outcome] ?? 0) + 1;
    tried += rows.length;
    await ctx.db.updateTable("imports").set({ rows_tried: tried }).where("id", "=", id).execute();
  }
  await ctx.db
    .updateTable("imports")
    .set({ state: "tried", counts: JSON.stringify(counts), tries: sql`tries + 1` })
    .where("id", "=", id)
    .where("state", "=", "reading")
    .execute();
}

/** Many rows in one statement, or twenty thousand would be twenty thousand commits. */
async function writeOutcomes(ctx: Ctx, id: string, rows: readonly TriedRow[]): Promise<void> {
  const written = rows.map(({ number, judged: { outcome, title, problems, changes, target } }) => ({
    number,
    outcome,
    title: title.slice(0, 200),
    problems,
    changes,
    target,
  }));
  await sql`update import_rows set outcome = one.outcome, title = one.title, problems = one.problems,
      changes = one.changes, target = one.target
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as one (number integer, outcome text, title text, problems jsonb, changes jsonb, target uuid)
    where import_rows.import = ${id} and import_rows.number = one.number`.execute(ctx.db);
}

export async function endImport(
  ctx: Ctx,
  id: string,
  end: { state: "refused" | "failed"; problem: string },
): Promise<void> {
  await ctx.db
    .updateTable("imports")
    .set({ ...end, finished_at: ctx.now })
    .where("id", "=", id)
    .where("state", "in", ["reading", "taking-in"])
    .execute();
}
