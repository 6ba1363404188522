import type { Workbench } from "#platform/figures/workbench.ts";
import { keySql, parentDigits, parentOf } from "./cell-keys.ts";
import { type Layout, name, readCsv, type TableGroup } from "./layouts.ts";

/**
 * Rows that belong to no page of ours: metropolitan areas and what is added up over them, domains and supersectors
 * (which overlap sectors), establishments by size, ownerships that overlap others.
 */
const WANTED = `own_code not in (4, 8, 9) and size_code = '0'
  and not (agglvl_code % 10 between 2 and 3 and agglvl_code // 10 in (1, 5, 7))
  and (area_fips < 'C' or area_fips = 'US000' or area_fips > 'D' and area_fips not in ('USCMS', 'USMSA', 'USNMS'))`;

const AREA = "coalesce(try_cast(area_fips as integer), if(area_fips = 'US000', 0, null))";
/** Sectors that span several codes go by the first of them. */
const INDUSTRY =
  "coalesce(try_cast(industry_code as integer), if(industry_code[3] = '-', try_cast(industry_code[1:2] as integer), null))";
const LEVEL_GEOGRAPHY = "case agglvl_code // 10 when 7 then 0 when 1 then 1 when 5 then 2 end";
const AREA_GEOGRAPHY = "case when area = 0 then 1 when area % 1000 = 0 then 2 else 0 end";
const LEVEL_DIGITS =
  "case agglvl_code % 10 when 0 then 0 when 1 then 0 when 4 then 2 when 5 then 3 when 6 then 4 when 7 then 5 when 8 then 6 end";
const CODE_DIGITS =
  "case when industry = 10 then 0 when industry < 100 then 2 else strlen(industry_code) end";

/** What may be wrong in a row that can be read, with the columns that show it. The first that holds is told. */
const FAULTS: readonly { sql(layout: Layout): string; columns: readonly string[]; words: string }[] = [
  {
    sql: () => "area is null or strlen(area_fips) <> 5 or area = 0 and area_fips <> 'US000'",
    columns: ["area_fips"],
    words: "is no area: BLS writes five digits (leading zeros count), or US000",
  },
  {
    sql: () => `geography is null or geography <> (${AREA_GEOGRAPHY})`,
    columns: ["agglvl_code", "area_fips"],
    words: "is an aggregation level that does not go with the area",
  },
  {
    sql: () => `digits is null or industry is null or digits <> (${CODE_DIGITS})`,
    columns: ["industry_code", "agglvl_code"],
    words: "is an industry that does not go with the aggregation level",
  },
  {
    sql: () => "own_code not in (0, 1, 2, 3, 5) or (own_code = 0) <> (agglvl_code % 10 = 0)",
    columns: ["own_code", "agglvl_code"],
    words: "is an ownership that does not go with the aggregation level",
  },
  {
    sql: () => "year is null or year < 1975 or year > 2100",
    columns: ["year"],
    words: "is not a year of the Quarterly Census",
  },
  {
    sql: ({ kind }) =>
      kind === "annual" ? "coalesce(qtr <> 'A', true)" : "coalesce(qtr not in ('1', '2', '3', '4'), true)",
    columns: ["qtr"],
    words: "is not what this kind of file has there: A for a year, 1 to 4 for a quarter",
  },
  {
    sql: () => "coalesce(disclosure_code, '') not in ('', ' ', 'N', '-')",
    columns: ["disclosure_code"],
    words: "is no disclosure code: BLS leaves it empty, or writes N or -",
  },
  {
    sql: ({ establishments, jobs, wages }) =>
      [establishments, ...jobs, wages].map((column) => `coalesce(${name(column)} < 0, true)`).join(" or "),
    columns: [],
    words: "must be a whole number that is not below 0",
  },
  {
    sql: ({ width }) => (width ? `coalesce(${width} < 0 or ${width} >= 1, true)` : "false"),
    columns: ["rel_half_width_emp"],
    words: "must be a fraction from 0 to below 1",
  },
];

/**
 * Whether a row has none of the faults, as one condition without branches: it is asked of every row, and a hundred
 * million comparisons are felt.
 */
const isSound = ({ kind, establishments, jobs, wages, width }: Layout) => `coalesce(
  strlen(area_fips) = 5 and geography = ${AREA_GEOGRAPHY} and (area > 0 or area_fips = 'US000') and digits = ${CODE_DIGITS}
  and (own_code < 4 or own_code = 5) and (own_code = 0) = (agglvl_code % 10 = 0) and year between 1975 and 2100
  and ${kind === "annual" ? "qtr = 'A'" : "qtr between '1' and '4' and strlen(qtr) = 1"}
  and (disclosure_code is null or disclosure_code = 'N' or disclosure_code in ('-', '', ' '))
  and ${[establishments, ...jobs, wages].map((column) => `${name(column)} >= 0`).join(" and ")}
  and ${width ? `${width} >= 0 and ${width} < 1` : "true"}, false)`;

/** A file's rows with the whole numbers behind their codes. */
function parsed(group: TableGroup, extra = "", columns = ""): string {
  return `(select *, ${AREA} as area, ${INDUSTRY} as industry, ${LEVEL_GEOGRAPHY} as geography, ${LEVEL_DIGITS} as digits
    ${columns} from ${readCsv(group, extra)} where ${WANTED})`;
}

/**
 * Reads tables with the same headings into `cells`, or into `quarters` with the sum of their months as jobs. A row
 * that cannot be right gets no key; `firstFault` says which and why.
 */
export async function readGroup(bench: Workbench, group: TableGroup, deepest: number): Promise<void> {
  const { layout, files } = group;
  const period = `(year::bigint - 1900) * 5 + ${layout.kind === "annual" ? "0" : "try_cast(qtr as integer)"}`;
  const place = { period: "period", geography: "geography", area: "area" };
  const key = keySql({ ...place, digits: "digits", industry: "industry", ownership: "own_code" });
  const up = keySql({
    ...place,
    digits: parentDigits("digits"),
    industry: parentOf("industry", "digits"),
    ownership: "if(digits = 0, 0, own_code)",
  });
  const jobs = layout.jobs.map(name).join(" + ");
  await bench.rows(`
    insert into ${layout.kind === "annual" ? "cells" : "quarters"}
    select if(sound, key, null), if(sound, if(own_code = 0, -key, up), null), establishments, if(withheld, null, jobs),
      if(withheld, null, wages), withheld, ${fileNumber(files)}
    from (
      select *, ${key} as key, ${up} as up
      from (
        select *, ${period} as period, coalesce(disclosure_code = 'N', false) as withheld, ${isSound(layout)} as sound,
          ${name(layout.establishments)} as establishments, ${jobs} as jobs, ${name(layout.wages)} as wages
        from ${parsed(group, "", ", file_index")}))
    where digits is null or digits <= ${deepest}`);
  if (!layout.width) return;
  await bench.rows(`
    insert into widths
    select ${key}, ${layout.width}
    from (select *, ${period} as period from ${parsed(group)})
    where geography = 1 and digits <= ${deepest} and ${isSound(layout)}`);
}

/** Reads jobs of states and of the nation from BLS's time series into `series`; other areas have files of their own. */
export async function readSeries(bench: Workbench, group: TableGroup, deepest: number): Promise<void> {
  const key = keySql({
    period: "(year - 1900) * 5",
    geography: AREA_GEOGRAPHY,
    digits: CODE_DIGITS,
    area: "area",
    industry: "industry",
    ownership: "own_code",
  });
  await bench.rows(`
    insert into series
    select ${key}, max(annual_avg_emplvl)
    from (select *, ${AREA} as area, ${INDUSTRY} as industry from ${readCsv(group)})
    where area % 1000 = 0 and own_code in (0, 1, 2, 3, 5) and annual_avg_emplvl > 0 and (${CODE_DIGITS}) <= ${deepest}
    group by 1`);
}

/** DuckDB counts the tables of one statement; several may be of one ZIP file. */
function fileNumber(files: readonly number[]): string {
  const [first = 0] = files;
  if (files.every((file) => file === first)) return String(first);
  if (files.every((file, at) => file === first + at)) return `file_index + ${first}`;
  return `list_extract([${files.join(", ")}], file_index + 1)`;
}

/** Where the first row without a key stands, and what is wrong with it; slow, since it reads the files again. */
export async function firstFault(bench: Workbench, group: TableGroup): Promise<string | undefined> {
  const { layout, tables } = group;
  const kinds = FAULTS.map(({ sql }, at) => `when coalesce(${sql(layout)}, false) then ${at}`).join(" ");
  const shown = [...layout.columns].filter(({ type }) => type !== "DOUBLE");
  const [row] = await bench.rows<Record<string, unknown>>(`
    select filename, kind, ${shown.map(({ name: column }) => `${name(column)}::varchar as ${name(column)}`).join(", ")}
    from (select *, case ${kinds} end as kind from ${parsed(group, ", filename = true")})
    where kind is not null limit 1`);
  if (!row) return undefined;
  const table = tables.find(({ path }) => path === row.filename);
  const fault = FAULTS[Number(row.kind)];
  if (!table || !fault) return undefined;
  const column = fault.columns[0] ?? guilty(row, layout);
  const cells = shown.flatMap(({ name: one }) => {
    const at = layout.columns.findIndex((known) => known.name === one);
    return row[one] === null || row[one] === "" ? [] : [{ column: at, text: String(row[one]) }];
  });
  const line = await bench.findLine(table, cells);
  const where = line ? `line ${line}, column “${column}”` : `column “${column}”`;
  const said = row[column] === null || row[column] === "" ? "An empty cell" : `“${row[column]}”`;
  const beside = fault.columns.slice(1).map((other) => `${other} ${row[other]}`);
  return `${table.name}, ${where}: ${said} ${fault.words}${beside.length > 0 ? ` (${beside.join(", ")})` : ""}.`;
}

function guilty(row: Record<string, unknown>, { establishments, jobs, wages }: Layout): string {
  const bad = (column: string) => row[column] === null || Number(row[column]) < 0;
  return [establishments, ...jobs, wages].find(bad) ?? wages;
}
