import { FigureFault } from "#platform/figures/fault.ts";
import type { SurveyedTable } from "#platform/figures/survey.ts";

/** How a file of the Quarterly Census names its columns. */
export interface Layout {
  /** `series` are BLS's time series: jobs alone, which stand in where a state or the nation had to be added up. */
  kind: "annual" | "quarterly" | "series";
  /** Titles of areas and industries stand in the rows, as in BLS's by-area files. */
  hasTitles: boolean;
  establishments: string;
  /** One column, or the three months of a quarter. */
  jobs: readonly string[];
  wages: string;
  /** Half width of the error bound, a fraction of the jobs, where the file was reconstructed. */
  width?: string;
  /** Every column in the order of the file with the type it is read as. */
  columns: readonly { name: string; type: string }[];
}

/** Tables with the same headings, which are read together. */
export interface TableGroup {
  layout: Layout;
  packed: boolean;
  tables: SurveyedTable[];
  /** The number of each table's file in the import, beside the table. */
  files: number[];
}

const COMMON = [
  "area_fips",
  "own_code",
  "industry_code",
  "agglvl_code",
  "size_code",
  "year",
  "qtr",
  "disclosure_code",
] as const;

const TYPES: Record<string, string> = { own_code: "UTINYINT", agglvl_code: "UTINYINT", year: "SMALLINT" };

/** @throws FigureFault that says which columns are missing */
export function layoutOf(table: SurveyedTable): Layout {
  const names = table.headings.map((name) => name.trim().toLowerCase());
  const has = (name: string) => names.includes(name);
  const oneOf = (...known: string[]) => known.find(has);
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice) throw new FigureFault(`${table.name} has the column “${twice}” twice, in line 1.`);
  if (has("series_id") && has("annual_avg_emplvl")) return seriesLayout(table, names);
  const quarterly = has("month1_emplvl") || has("total_qtrly_wages");
  const establishments = quarterly
    ? oneOf("qtrly_estabs", "qtrly_estabs_count")
    : oneOf("annual_avg_estabs", "annual_avg_estabs_count");
  const jobs = quarterly ? ["month1_emplvl", "month2_emplvl", "month3_emplvl"] : ["annual_avg_emplvl"];
  const wages = quarterly ? "total_qtrly_wages" : "total_annual_wages";
  const missing = [...COMMON, ...jobs, wages].filter((name) => !has(name));
  if (!establishments) missing.push(quarterly ? "qtrly_estabs" : "annual_avg_estabs");
  if (!establishments || missing.length > 0) throw new FigureFault(strange(table, names, missing));
  const numbers = [establishments, ...jobs];
  const width = oneOf("rel_half_width_emp");
  const typeOf = (name: string) => {
    if (numbers.includes(name)) return "INTEGER";
    if (name === wages) return "BIGINT";
    if (name === width) return "DOUBLE";
    return TYPES[name] ?? "VARCHAR";
  };
  return {
    kind: quarterly ? "quarterly" : "annual",
    hasTitles: has("area_title"),
    establishments,
    jobs,
    wages,
    ...(width ? { width } : {}),
    columns: names.map((name, at) => ({ name: name || `column ${at + 1}`, type: typeOf(name) })),
  };
}

function seriesLayout(table: SurveyedTable, names: readonly string[]): Layout {
  const needed = ["area_fips", "own_code", "industry_code", "year"];
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new FigureFault(strange(table, [...COMMON], missing));
  const types: Record<string, string> = { ...TYPES, annual_avg_emplvl: "INTEGER" };
  return {
    kind: "series",
    hasTitles: false,
    establishments: "",
    jobs: ["annual_avg_emplvl"],
    wages: "",
    columns: names.map((name) => ({ name, type: types[name] ?? "VARCHAR" })),
  };
}

function strange(table: SurveyedTable, names: readonly string[], missing: readonly string[]): string {
  const known = COMMON.filter((name) => names.includes(name)).length;
  const what =
    "Choose files of BLS’s Quarterly Census of Employment and Wages: the single file of a year, files by area, or the quarterly ones.";
  if (known < 4)
    return `${table.name} is not a table of the Quarterly Census: line 1 should hold headings such as “area_fips” and “industry_code”, and it begins with “${names.join(",").slice(0, 60)}”. ${what}`;
  return `${table.name} lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.map((name) => `“${name}”`).join(", ")} in line 1. ${what}`;
}

export function groupsOf(tables: readonly SurveyedTable[]): TableGroup[] {
  const groups = new Map<string, TableGroup>();
  const files = [...new Set(tables.map(({ file }) => file))];
  for (const table of tables) {
    const key = JSON.stringify([table.packed, table.headings]);
    const group = groups.get(key) ?? { layout: layoutOf(table), packed: table.packed, tables: [], files: [] };
    group.tables.push(table);
    group.files.push(files.indexOf(table.file));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The statement's source: the rows of these tables, every needed column with its type. */
export function readCsv({ layout, packed, tables }: TableGroup, extra = ""): string {
  const paths = tables.map(({ path }) => text(path)).join(", ");
  const columns = layout.columns.map(({ name, type }) => `${text(name)}: '${type}'`).join(", ");
  return `read_csv([${paths}], header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
    strict_mode = true, compression = '${packed ? "gzip" : "none"}', columns = {${columns}}${extra})`;
}

export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** SQL that holds where a column's text is one of these, of which there may be none. */
export function isOneOf(column: string, values: readonly string[]): string {
  // Looked up in nothing, a column would still be read, three million times.
  if (values.length === 0) return "false";
  return `(${column} in (select unnest([${values.map(text).join(", ")}]::varchar[])))`;
}

export function name(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
