/**
 * Gathers the location quotients that BLS published, with the jobs they were made of, into one small file, against which
 * a test holds the arithmetic of industry-data. Run once; what it writes is kept in the repository:
 *
 *   node bin/gather-quotients.ts ../shared/data
 *
 * It reads, under `qcew/` of that folder, the by-area files of Wyoming 2016 (BLS, every month), the annual files of 15
 * counties in Ohio 2020 and 2023 (BLS), and the nation's private jobs by month and sector (BLS series ENUUS000105…); and
 * `known-answers/bls-published-lq-sample.json` for the nation's total of nine months.
 *
 * Every line is `period,area,industry,jobs,published`: private jobs, except that industry `total` counts all ownerships.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const OUT = "test/known-answers/bls-published-quotients.csv.gz";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

type Row = Record<string, string>;
const [, , data = "../shared/data"] = process.argv;
const lines = ["period,area,industry,jobs,published", ...wyoming(), ...ohio(), ...nation()];
writeFileSync(OUT, gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
process.stdout.write(`${lines.length - 1} lines in ${OUT}\n`);

function wyoming(): string[] {
  return filesIn("wyoming-2016-quarterly-raw", /\.csv\.gz$/).flatMap((rows) =>
    rows.filter(isWanted).flatMap((row) =>
      [1, 2, 3].map((month) => {
        const period = `2016-${String((Number(row.qtr) - 1) * 3 + month).padStart(2, "0")}`;
        return line(period, row, row[`month${month}_emplvl`], row[`lq_month${month}_emplvl`]);
      }),
    ),
  );
}

function ohio(): string[] {
  return filesIn("ohio-15-counties-annual", /annual/).flatMap((rows) =>
    rows.filter(isWanted).map((row) => line(row.year, row, row.annual_avg_emplvl, row.lq_annual_avg_emplvl)),
  );
}

function nation(): string[] {
  const [months = []] = filesIn("santa-barbara-ca-us-private", /\.csv$/);
  const sample = JSON.parse(
    readFileSync(join(data, "known-answers", "bls-published-lq-sample.json"), "utf8"),
  ) as {
    cases: { qtr: number; month: number; us_total_emp_own0: number }[];
  };
  const totals = sample.cases.map(({ qtr, month, us_total_emp_own0 }) =>
    [`2016-${String((qtr - 1) * 3 + month).padStart(2, "0")}`, "US000", "total", us_total_emp_own0, ""].join(
      ",",
    ),
  );
  return [
    ...new Set(totals),
    ...months
      .filter((row) => row.area_fips === "US000" && row.year === "2016")
      .flatMap((row) =>
        MONTHS.map((name, at) =>
          [`2016-${String(at + 1).padStart(2, "0")}`, "US000", row.industry_code, row[name], ""].join(","),
        ),
      ),
  ];
}

/** Published, private or the total of all ownerships. */
function isWanted(row: Row): boolean {
  const isTotal = row.own_code === "0" && row.industry_code === "10";
  return row.disclosure_code === "" && (isTotal || (row.own_code === "5" && row.lq_disclosure_code === ""));
}

function line(period: string | undefined, row: Row, jobs?: string, published?: string): string {
  const isTotal = row.own_code === "0";
  const cells = [
    period,
    row.area_fips,
    isTotal ? "total" : row.industry_code,
    jobs,
    isTotal ? "" : published,
  ];
  return cells.join(",");
}

function filesIn(folder: string, names: RegExp): Row[][] {
  const path = join(data, "qcew", folder);
  const files = readdirSync(path).filter((name) => names.test(name));
  return files.sort().map((name) => {
    const bytes = readFileSync(join(path, name));
    return rowsOf((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  });
}

/** No cell that is wanted holds a comma, but titles do. */
function rowsOf(text: string): Row[] {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((one) =>
      [...one.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell.replaceAll('"', "")),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
}
