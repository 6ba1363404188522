import { FigureFault } from "#platform/figures/fault.ts";
import type { SurveyedTable } from "#platform/figures/survey.ts";

/** What DuckDB said about a line that it could not read, in words for who chose the file. */
export function inWords(fault: FigureFault, tables: readonly SurveyedTable[]): FigureFault {
  const { detail } = fault;
  const said = (pattern: RegExp) => pattern.exec(detail)?.[1]?.trim();
  if (/No space left|ENOSPC|disk.*full/i.test(detail)) return new FigureFault(DISK_FULL, detail);
  if (/max_temp_directory_size|failed to offload/i.test(detail)) return new FigureFault(TOO_MUCH, detail);
  const line = said(/CSV Error on Line: (\d+)/);
  const path = said(/file ?= ?(.+)/);
  const table = tables.find((one) => one.path === path);
  if (!table) return fault;
  const column = said(/converting column "?([^"\n.]+?)"?[. ]/);
  const value = said(/Could not convert string "(.*?)" to/);
  const where = `${table.name}${line ? `, line ${line}` : ""}${column ? `, column “${column}”` : ""}`;
  if (column && value !== undefined)
    return new FigureFault(`${where}: “${value.slice(0, 60)}” stands where a number should be.`, detail);
  const [expected, found] = [said(/Expected Number of Columns: (\d+)/), said(/Found: (\d+)/)];
  if (expected && found)
    return new FigureFault(`${where}: there are ${found} cells where the headings name ${expected}.`, detail);
  if (/quote/i.test(detail))
    return new FigureFault(`${where}: a quotation mark is not closed, or stands where none may.`, detail);
  return new FigureFault(
    `${where}: this cannot be read as a table of comma-separated values. Load the file down again.`,
    detail,
  );
}

export const DISK_FULL = "The disk of this site is full, so nothing was imported. Make room and try again.";
const TOO_MUCH =
  "These files hold more than this site can work on at once, so nothing was imported. Import fewer of them at a time.";
