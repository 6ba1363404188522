/**
 * Writes src/features/sectors/naics.json: every industry code of NAICS 2017 and 2022 with its title.
 *
 *     node bin/list-naics.ts FOLDER
 *
 * FOLDER holds two lists of titles by the Bureau of Labor Statistics (public domain), `qcew_industry_titles.csv` of
 * the older vintages and `qcew_industry_titles_naics2022_blsloadr.csv`, and the concordance of codes by year,
 * `naics_year_concordance_flowsa.csv` (flowsa, MIT).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Titles = Map<string, string>;

const folder = process.argv[2];
if (!folder) throw new Error("Name the folder that holds the lists.");

function rows(name: string): string[][] {
  const text = readFileSync(join(folder as string, name), "utf8");
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
    );
}

/** Titles that stand under one prefix, such as "NAICS" for what is valid now and "NAICS17" for what was in 2017. */
function titled(list: string[][], prefix: string): Titles {
  const found = list.filter(([code, title]) => title?.startsWith(`${prefix} ${code} `));
  return new Map(
    found.map(([code = "", title = ""]) => [code, title.slice(prefix.length + code.length + 2).trim()]),
  );
}

const old = titled(rows("qcew_industry_titles.csv"), "NAICS");
const list2022 = rows("qcew_industry_titles_naics2022_blsloadr.csv");
const new2022 = titled(list2022, "NAICS");
const until2022 = titled(list2022, "NAICS17");
const concordance = rows("naics_year_concordance_flowsa.csv").filter((row) => /^\d{6}$/.test(row[4] ?? ""));

/** Codes that the Bureau does not publish figures for, so its lists leave them out. */
const unpublished: Titles = new Map([
  ["11213", "Dual-purpose cattle ranching and farming"],
  ["112130", "Dual-purpose cattle ranching and farming"],
  ["54112", "Offices of notaries"],
  ["541120", "Offices of notaries"],
  ["517122", "Agents for wireless telecommunications services"],
]);

/** The Bureau divides the trades of 238 into residential and nonresidential ones; both ways of writing are taken. */
const divided = [...new2022.keys()].filter((code) => /^238\d\d[12]$/.test(code));

const RANGES: Record<string, string> = { 31: "31-33", 32: "31-33", 33: "31-33", 44: "44-45", 45: "44-45" };
const sectorOf = (code: string) =>
  RANGES[code.slice(0, 2)] ?? (/^4[89]/.test(code) ? "48-49" : code.slice(0, 2));

function withParents(codes: Iterable<string>): string[] {
  const all = [...codes].flatMap((code) => [
    sectorOf(code),
    ...[3, 4, 5, 6].map((length) => code.slice(0, length)),
  ]);
  return [...new Set(all)].sort();
}

const column = (index: number) =>
  concordance.map((row) => row[index] ?? "").filter((code) => /^\d{6}$/.test(code));
const [codes2017, codes2022] = [3, 4].map((index) => withParents([...column(index), ...divided])) as [
  string[],
  string[],
];

/** Whether the code means the same in both years; 518 and 42494 kept their numbers and were widened in 2022. */
function changed(code: string): boolean {
  return (
    /^518|^42494/.test(code) ||
    concordance.some(
      ([, , , from = "", to = ""]) => from !== to && (from.startsWith(code) || to.startsWith(code)),
    )
  );
}

const spelled = (words: string) =>
  words
    .replace(/\bmfg\./g, "manufacturing")
    .replace(/\bmerch\. whls\./g, "merchant wholesalers")
    .replace(/\bwhls\./g, "wholesalers");

function title(code: string, lists: Titles[]): string {
  const short = code.length === 6 && code.endsWith("0") ? code.slice(0, 5) : code;
  for (const wanted of [code, short]) {
    for (const list of [...lists, unpublished]) {
      const found = list.get(wanted);
      if (found) return spelled(found);
    }
  }
  throw new Error(`No list has a title for ${code}.`);
}

const titles2022 = new Map(codes2022.map((code) => [code, title(code, [new2022])]));
// Where nothing changed, the newer wording stands for both vintages.
const titles2017 = new Map(
  codes2017.map((code) => [
    code,
    changed(code) ? title(code, [until2022, old, new2022]) : title(code, [new2022, until2022, old]),
  ]),
);

const both = codes2022.filter((code) => titles2017.get(code) === titles2022.get(code));
const rest = (titles: Titles) =>
  Object.fromEntries([...titles].filter(([code]) => !both.includes(code)).map(entry));
const entry = ([code, words]: [string, string]) => [`_${code}`, words];
// The underscore keeps the codes in order: a program moves keys that look like numbers to the front.
const file = {
  both: Object.fromEntries(both.map((code) => entry([code, titles2022.get(code) as string]))),
  "2017": rest(titles2017),
  "2022": rest(titles2022),
};
writeFileSync("src/features/sectors/naics.json", `${JSON.stringify(file, null, 2)}\n`);
