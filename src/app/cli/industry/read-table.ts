import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { SmallTable, SmallTableLine } from "#features/industry-data/figures/small-table.ts";
import { sheetRows } from "#platform/spreadsheets/read.ts";
import { type SheetRow, SpreadsheetProblem } from "#platform/spreadsheets/sheet.ts";
import { CommandProblem } from "../command.ts";

/** Where each number stands: by period, the index of its column. */
interface Columns {
  industry: number;
  region: readonly number[];
  nation: readonly number[];
}

const HOW = "The first line must be: industry,region0,region1,nation0,nation1";

/**
 * Reads a small table of jobs, CSV or XLSX: `industry`, and for each period `region0`, `region1` …, `nation0` ….
 *
 * @throws CommandProblem with a sentence that says in which line and column something is wrong
 */
export async function readTable(folder: string, file: string): Promise<SmallTable> {
  const [head, ...rows] = await rowsOf(resolve(folder, file), file);
  if (!head) throw new CommandProblem(`${file} is empty. ${HOW}`);
  const columns = columnsOf(file, head);
  const lines = rows.map((row) => lineOf(file, row, columns));
  refuseDoubles(file, rows, lines);
  const [total, another] = lines.filter(({ industry }) => isTotal(industry, lines));
  if (another)
    throw new CommandProblem(
      `${file} has two lines of totals, “${total?.industry}” and “${another.industry}”.`,
    );
  const industries = lines.filter((line) => line !== total);
  if (industries.length === 0) throw new CommandProblem(`${file} has no line with an industry. ${HOW}`);
  return { industries, ...(total ? { total } : {}) };
}

/** It says of itself that it is all the others. 10 does so where the others are NAICS codes, as BLS writes them. */
function isTotal(industry: string, lines: readonly SmallTableLine[]): boolean {
  if (industry === "10") return lines.every((line) => /^\d\d/.test(line.industry));
  return /^(10 )?(total\b|all industries\b)/i.test(industry);
}

async function rowsOf(path: string, file: string): Promise<SheetRow[]> {
  const bytes = await readFile(path).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === "ENOENT") throw new CommandProblem(`There is no file ${file}.`);
    if (failure.code === "EISDIR") throw new CommandProblem(`${file} is a folder, not a file.`);
    throw failure;
  });
  try {
    const rows: SheetRow[] = [];
    for await (const row of sheetRows(bytes)) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof SpreadsheetProblem) throw new CommandProblem(`${file}: ${error.message}`);
    throw error;
  }
}

function columnsOf(file: string, { number, cells }: SheetRow): Columns {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const double = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (double) throw new CommandProblem(`${file}, line ${number}: the column ${double} stands there twice.`);
  const place = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new CommandProblem(`${file}, line ${number}: there is no column ${name}. ${HOW}`);
    return at;
  };
  const periods = names.flatMap((name) => /^(?:region|nation)(\d{1,3})$/.exec(name)?.[1] ?? []);
  const last = Math.max(1, ...periods.map(Number));
  const all = Array.from({ length: last + 1 }, (_, period) => period);
  return {
    industry: place("industry"),
    region: all.map((period) => place(`region${period}`)),
    nation: all.map((period) => place(`nation${period}`)),
  };
}

function lineOf(file: string, row: SheetRow, columns: Columns): SmallTableLine {
  const industry = row.cells[columns.industry] ?? "";
  if (industry === "")
    throw new CommandProblem(`${file}, line ${row.number}, column industry: the industry has no name.`);
  const numbers = (name: string, places: readonly number[]) =>
    places.map((place, period) => {
      const problem = jobsProblem(row, place);
      if (problem)
        throw new CommandProblem(`${file}, line ${row.number}, column ${name}${period}: ${problem}`);
      return jobsIn(row, place);
    });
  return { industry, region: numbers("region", columns.region), nation: numbers("nation", columns.nation) };
}

function jobsIn(row: SheetRow, place: number): number {
  return Number((row.cells[place] ?? "").replaceAll(",", ""));
}

function jobsProblem(row: SheetRow, place: number): string | undefined {
  const own = row.problems.find(({ cell }) => cell === place);
  if (own) return own.message;
  const text = row.cells[place] ?? "";
  if (text === "")
    return "the number is missing. What is withheld is no zero: leave the industry out, or put what is known.";
  if (/^-\s*\d/.test(text)) return `there cannot be ${text} jobs.`;
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) || !Number.isFinite(jobsIn(row, place)))
    return `“${text}” is not a number.`;
  return undefined;
}

function refuseDoubles(file: string, rows: readonly SheetRow[], lines: readonly SmallTableLine[]): void {
  const seen = new Map<string, number>();
  for (const [at, { industry }] of lines.entries()) {
    const number = rows[at]?.number ?? 0;
    const before = seen.get(industry);
    if (before !== undefined)
      throw new CommandProblem(`${file}, line ${number}: “${industry}” stands in line ${before} as well.`);
    seen.set(industry, number);
  }
}
