import { FigureFault } from "#platform/figures/fault.ts";
import type { SurveyedTable, SurveyLimits } from "#platform/figures/survey.ts";
import type { Workbench } from "#platform/figures/workbench.ts";
import { isKnownArea } from "./areas.ts";
import { boundWithheld, twinCell } from "./bounds.ts";
import { GEOGRAPHIES, of, periodName } from "./cell-keys.ts";
import { inWords } from "./complaints.ts";
import type { FoundArea } from "./findings.ts";
import { groupsOf, readCsv, type TableGroup, text } from "./layouts.ts";
import { settleQuarters } from "./quarters.ts";
import { firstFault, readGroup, readSeries } from "./reading.ts";
import { layTables } from "./tables-of-import.ts";

/** Of one file; a year of the whole country unpacks to about 0.6 GB, its four quarters to 2.5. */
const LIMITS: SurveyLimits = { unpackedBytes: 6 * 2 ** 30, ratio: 100, entries: 20_000, lineBytes: 2 ** 16 };

/** Files that were read and found good; their cells lie on the workbench. */
export interface Looked {
  tables: SurveyedTable[];
  groups: TableGroup[];
  areas: FoundArea[];
  /** Numbers of the years that were made of four quarters. */
  madeYears: number[];
  /** How many rows of which period a file gave; `file` counts the files of the import. */
  origins: { period: number; file: number; rows: number }[];
  /** Digits of NAICS to be taken in, and industries of more digits that are taken in as well. */
  deepest: number;
  also: readonly string[];
}

export type OnStep = (share: number, doing: string) => void;

/**
 * Reads files, whole, and says what is wrong with them. Afterwards `cells` and `highs` are on the workbench.
 *
 * @param files in the order they were chosen
 * @throws FigureFault with a sentence that names file, line and column
 */
export async function lookAt(
  bench: Workbench,
  files: readonly { path: string; name: string }[],
  {
    deepest = 6,
    also = [],
    limits = LIMITS,
    onStep = () => {},
  }: { deepest?: number; also?: readonly string[]; limits?: SurveyLimits; onStep?: OnStep },
): Promise<Looked> {
  const { tables, looked } = await openFiles(bench, files, limits, onStep);
  const groups = groupsOf(tables);
  const withRows = groups.filter(({ layout }) => layout.kind !== "series");
  await layTables(bench);
  try {
    const read = readAll(bench, groups, also.length > 0 ? 6 : deepest, onStep);
    // What is wrong with a file as a whole comes before what the engine makes of it.
    const ended = read.then(
      () => {},
      () => {},
    );
    await looked().finally(() => ended);
    await read;
    await refuseFaults(bench, withRows);
    onStep(0.6, "Adding up quarters, looking for rows that stand twice");
    const madeYears = await settleQuarters(bench);
    await boundWithheld(bench);
    await refuseTwins(bench, withRows);
    const areas = await areasFound(bench);
    await refuseAreas(bench, areas, withRows);
    const origins = await bench.rows<Looked["origins"][number]>(
      `select ${of("key").period} as period, file, count(*) as rows from cells group by 1, 2 order by 1, 2`,
    );
    return { tables, groups, areas, madeYears, origins, deepest, also };
  } catch (error) {
    throw error instanceof FigureFault ? inWords(error, tables) : error;
  }
}

/**
 * The tables in these files. Those that the engine can read as they are, are looked through while it does; `looked`
 * waits for that.
 */
async function openFiles(
  bench: Workbench,
  files: readonly { path: string; name: string }[],
  limits: SurveyLimits,
  onStep: OnStep,
): Promise<{ tables: SurveyedTable[]; looked: () => Promise<void> }> {
  const tables: SurveyedTable[] = [];
  const later: { file: { path: string; name: string }; table: SurveyedTable }[] = [];
  onStep(0, "Looking at the files");
  const peeked = await Promise.all(files.map((file) => bench.peek(file)));
  for (const [at, file] of files.entries()) {
    const table = peeked[at];
    if (table) later.push({ file, table });
    else onStep((0.2 * at) / files.length, `Looking at ${file.name}`);
    tables.push(...(table ? [table] : await bench.survey(file, limits)));
  }
  async function looked(): Promise<void> {
    for (const { file, table } of later) Object.assign(table, (await bench.survey(file, limits))[0]);
    const seen = new Map<string, SurveyedTable["file"]>();
    for (const { file } of tables) {
      const same = seen.get(file.sha256);
      if (same && same !== file)
        throw new FigureFault(`${file.name} is the same file as ${same.name}. Choose it once.`);
      seen.set(file.sha256, file);
    }
    const empty = tables.find(({ lines }) => lines === 0);
    if (empty) throw new FigureFault(`${empty.name} holds nothing but its first line.`);
  }
  return { tables, looked };
}

async function readAll(
  bench: Workbench,
  groups: readonly TableGroup[],
  deepest: number,
  onStep: OnStep,
): Promise<void> {
  for (const [at, group] of groups.entries()) {
    onStep(0.2 + (0.4 * at) / groups.length, "Reading the figures");
    if (group.layout.kind === "series") await readSeries(bench, group, deepest);
    else await readGroup(bench, group, deepest);
  }
}

async function refuseFaults(bench: Workbench, groups: readonly TableGroup[]): Promise<void> {
  const [bad] = await bench.rows<{ n: number }>(
    "select count(*) as n from (select key from cells union all select key from quarters) where key is null",
  );
  if (!bad?.n) return;
  for (const group of groups) {
    const words = await firstFault(bench, group);
    if (words)
      throw new FigureFault(bad.n === 1 ? words : `${words} ${bad.n} rows of these files cannot be right.`);
  }
  throw new FigureFault(`${bad.n} rows of these files cannot be right.`);
}

async function refuseTwins(bench: Workbench, groups: readonly TableGroup[]): Promise<void> {
  const twin = await twinCell(bench);
  if (twin === undefined) return;
  const [parts] = await bench.rows<Record<string, string | number>>(
    `select ${Object.entries(of(`${twin}::bigint`))
      .map(([part, sql]) => `${sql} as ${part}`)
      .join(", ")}`,
  );
  if (!parts) return;
  const period = periodName(Number(parts.period));
  const area = areaText(Number(parts.geography), Number(parts.area));
  const industry = String(parts.industry);
  const where = `area_fips = ${text(area)} and own_code = ${parts.ownership} and year = ${period.slice(0, 4)}
    and (industry_code = ${text(industry)} or industry_code like ${text(`${industry}-%`)}) and size_code = '0'`;
  const places: string[] = [];
  for (const group of groups) {
    const rows = await bench.rows<{ filename: string; industry_code: string; qtr: string }>(
      `select filename, industry_code, qtr from ${readCsv(group, ", filename = true")} where ${where} limit 20`,
    );
    const times = new Map<string, number>();
    for (const row of rows) {
      if (period[5] && row.qtr !== period[5]) continue;
      const table = group.tables.find(({ path }) => path === row.filename);
      const key = `${row.filename} ${row.qtr}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      const cell = (heading: string, value: string) => ({ column: columnOf(group, heading), text: value });
      const line =
        table &&
        (await bench.findLine(
          table,
          [
            cell("area_fips", area),
            cell("own_code", String(parts.ownership)),
            cell("industry_code", row.industry_code),
            cell("year", period.slice(0, 4)),
            cell("qtr", row.qtr),
          ],
          times.get(key),
        ));
      if (table) places.push(line ? `${table.name}, line ${line}` : table.name);
    }
  }
  throw new FigureFault(
    `The same row stands twice: area ${area}, ownership ${parts.ownership}, industry ${industry}, ${period}. ${places.slice(0, 2).join("; ")}.`,
  );
}

const columnOf = ({ layout }: TableGroup, heading: string) =>
  layout.columns.findIndex(({ name }) => name === heading);

const areaText = (geography: number, area: number) =>
  GEOGRAPHIES[geography] === "nation" ? "US000" : String(area).padStart(5, "0");

async function areasFound(bench: Workbench): Promise<FoundArea[]> {
  const { period, geography, area, digits, ownership } = of("key");
  const rows = await bench.rows<Omit<FoundArea, "area"> & { area: number }>(`
    select ${period} as period, ${geography} as geography, ${area} as area, count(*) as rows,
      count(*) filter (withheld) as withheld, max(${digits}) as digits,
      bool_or(${digits} = 0 and ${ownership} = 0) as "hasTotal"
    from cells group by 1, 2, 3 order by 1, 2, 3`);
  return rows.map((row) => ({ ...row, area: areaText(row.geography, row.area) }));
}

async function refuseAreas(
  bench: Workbench,
  areas: readonly FoundArea[],
  groups: readonly TableGroup[],
): Promise<void> {
  if (areas.length === 0)
    throw new FigureFault(
      "There are no counties, states or the nation in these files, so there is nothing to import.",
    );
  const unknown = areas.find(({ area }) => !isKnownArea(area));
  if (unknown) {
    const place = await firstLineOf(bench, groups, unknown.area);
    throw new FigureFault(
      `${place}: there is no area with the code ${unknown.area}. Counties have the five digits of their FIPS code, states two and 000.`,
    );
  }
  const headless = areas.find(({ hasTotal }) => !hasTotal);
  if (headless)
    throw new FigureFault(
      `The total of ${headless.area} in ${periodName(headless.period)} is missing (industry 10, ownership 0), so its shares could not be told. The files seem to be parts of BLS’s.`,
    );
}

async function firstLineOf(bench: Workbench, groups: readonly TableGroup[], area: string): Promise<string> {
  for (const group of groups) {
    const [row] = await bench.rows<{ filename: string }>(
      `select filename from ${readCsv(group, ", filename = true")} where area_fips = ${text(area)} limit 1`,
    );
    const table = group.tables.find(({ path }) => path === row?.filename);
    if (!table) continue;
    const line = await bench.findLine(table, [{ column: columnOf(group, "area_fips"), text: area }]);
    return `${table.name}${line ? `, line ${line}` : ""}, column “area_fips”`;
  }
  return "In these files";
}
