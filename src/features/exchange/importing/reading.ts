import { buffer } from "node:stream/consumers";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeProblem, ExchangeRow, ExchangeTable } from "#platform/exchange.ts";
import { sheetRows } from "#platform/spreadsheets/read.ts";
import { columnLetters, type SheetRow, SpreadsheetProblem } from "#platform/spreadsheets/sheet.ts";
import { readHeadings } from "./headings.ts";

export interface ReadRow {
  number: number;
  cells: ExchangeRow;
  misread: ExchangeProblem[];
}

const AT_ONCE = 400;

/**
 * Reads an import's file into its rows: the whole file is looked through once, so that one that cannot be taken at all
 * leaves nothing, and then written.
 *
 * @throws SpreadsheetProblem with what is wrong with the file as a whole
 */
export async function readImport(
  ctx: Ctx,
  one: { id: string; sha256: string },
  table: ExchangeTable,
): Promise<void> {
  const bytes = await bytesOf(ctx, one.sha256);
  let first: SheetRow | undefined;
  let total = 0;
  for await (const row of sheetRows(bytes)) {
    if (first) total += 1;
    first ??= row;
  }
  const read = readHeadings(first?.cells ?? [], table.columns);
  if (!read.ok) throw new SpreadsheetProblem(read.problem);
  if (total === 0)
    throw new SpreadsheetProblem("There are only headings in this file. Put at least one row below them.");
  const { places, notes } = read.headings;
  await ctx.db.deleteFrom("import_rows").where("import", "=", one.id).execute();
  await ctx.db
    .updateTable("imports")
    .set({ rows_total: total, columns: JSON.stringify(places), notes: JSON.stringify(notes) })
    .where("id", "=", one.id)
    .execute();
  const width = first?.cells.length ?? 0;
  let waiting: ReadRow[] = [];
  const write = async () => {
    if (waiting.length > 0) await keepRows(ctx, one.id, waiting);
    waiting = [];
  };
  let heading = true;
  for await (const row of sheetRows(bytes)) {
    if (!heading) waiting.push(readRow(row, places, width));
    heading = false;
    if (waiting.length >= AT_ONCE) await write();
  }
  await write();
  await ctx.db.updateTable("imports").set({ read_at: ctx.now }).where("id", "=", one.id).execute();
}

async function bytesOf(ctx: Ctx, sha256: string): Promise<Buffer> {
  try {
    const { stream } = await ctx.files.open(sha256);
    return await buffer(stream);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new SpreadsheetProblem("The file is not here any more. Please send it again.", { cause: error });
  }
}

function readRow(row: SheetRow, places: Record<string, number>, width: number): ReadRow {
  const keyAt = new Map(Object.entries(places).map(([key, place]) => [place, key]));
  const cells = Object.fromEntries(
    Object.entries(places).flatMap(([key, place]) => (row.cells[place] ? [[key, row.cells[place]!]] : [])),
  );
  const misread = row.problems.flatMap(({ cell, message }) => {
    const column = keyAt.get(cell);
    // What stands in a column that is left out does no harm.
    return column ? [{ column, message }] : [];
  });
  for (let place = width; place < row.cells.length; place += 1)
    if (row.cells[place])
      misread.push({
        column: "",
        message: `There is something in column ${columnLetters(place)}, which has no heading. A text with a comma in it may have lost its quotation marks.`,
      });
  return { number: row.number, cells, misread };
}

async function keepRows(ctx: Ctx, id: string, rows: readonly ReadRow[]): Promise<void> {
  await ctx.db
    .insertInto("import_rows")
    .values(
      rows.map(({ number, cells, misread }) => ({
        import: id,
        number,
        outcome: "untried" as const,
        title: "",
        cells: JSON.stringify(cells),
        misread: JSON.stringify(misread),
        target: null,
      })),
    )
    .execute();
}
