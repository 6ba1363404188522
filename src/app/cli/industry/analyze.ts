import type { Problems } from "#base/outcome.ts";
import { analyze } from "#features/industry-data/analysis/analyze.ts";
import type { AnalysisAnswer, IndustryRow } from "#features/industry-data/analysis/answer.ts";
import { jsonOf } from "#features/industry-data/analysis/api-answer.ts";
import { readQuestion, usualLevel } from "#features/industry-data/analysis/read-question.ts";
import type { Bounded } from "#features/industry-data/figures/bounded.ts";
import { CommandProblem, type Options, type SharedCommand } from "../command.ts";
import { inWords, textTable } from "../text-table.ts";

export const analyzeCommand: SharedCommand = {
  name: "industry analyze",
  works: "with-the-site",
  usage: "--counties LIST [--from PERIOD] [--to PERIOD] [--json]",
  about: "A region's industries between two periods that are held: jobs, quotients, shift-share, pay.",
  words: [0, 0],
  options: {
    counties: { value: "LIST", about: "FIPS codes with commas between, such as 56033,56019", needed: true },
    from: {
      value: "PERIOD",
      about: "the first year, such as 2015; without it the last but one that is held",
    },
    to: { value: "PERIOD", about: "the last year; without it the newest that is held" },
    ownership: {
      value: "OWNERSHIP",
      oneOf: ["all", "private"],
      about: "all employers (taken without this) or private ones",
    },
    level: {
      value: "LEVEL",
      oneOf: ["named", "sector", "3", "4"],
      about: "NAICS sectors (taken without this), NAICS at 3 or 4 digits, or the named sectors",
    },
    sectors: {
      value: "LIST",
      about: "instead of a level: named sectors by their addresses, with commas between",
    },
    json: { about: "print JSON, unrounded, as /api/v1/industry/analysis does" },
  },
  async run(_words, { house, options, say }) {
    const { ctx } = await house();
    const asking = await ctx({ kind: "system", name: "Command line" });
    const question = await readQuestion(asking, askedBy(options));
    if (!question.ok) throw new CommandProblem(wordsOf(question.problems));
    const answer = await analyze(asking, question.value);
    if (options.has("json")) say(JSON.stringify(jsonOf(answer), null, 2));
    else for (const line of asText(answer)) say(line);
    return 0;
  },
};

function askedBy(options: Options) {
  const level = options.get("level");
  const sectors = options.get("sectors");
  if (sectors !== undefined && level !== undefined && level !== "named")
    throw new CommandProblem(
      `--sectors names sectors, and --level ${level} has none. Leave one of them out.`,
    );
  return {
    counties: options.get("counties"),
    from: options.get("from"),
    to: options.get("to"),
    ownership: options.get("ownership"),
    level: usualLevel({ level, sectors }),
    sectors,
  };
}

/** Every problem with the option it is about. */
function wordsOf(problems: Problems): string {
  return Object.entries(problems)
    .flatMap(([field, messages]) => messages.map((message) => (field ? `--${field}: ${message}` : message)))
    .join("\n");
}

function asText({ question, rows, total, notes, provenance }: AnalysisAnswer): string[] {
  const head = [
    "Industry",
    `Jobs ${question.from}`,
    `Jobs ${question.to}`,
    "Change",
    "%",
    "LQ",
    "Competitive",
    "Pay",
  ];
  return [
    ...textTable(head, [...rows, total.scope].map(cellsOf)),
    "",
    ...notes.map(({ words }) => words),
    ...provenance.map(({ words, source }) => `${words} (${source})`),
  ];
}

function cellsOf(row: IndustryRow): (string | null)[] {
  const name = /^\d/.test(row.industry) ? `${row.industry} ${row.title}` : row.title;
  return [
    name,
    known(row.jobs0, 0),
    known(row.jobs1, 0),
    known(row.change, 0),
    row.percent.value === null ? null : inWords(row.percent.value * 100, 1),
    known(row.lq1, 2),
    known(row.competitiveEffect, 0),
    inWords(row.averagePay1, 0),
  ];
}

/** What is withheld lies between its bounds, and is never a number by itself. */
function known({ value, low, high }: Bounded, decimals: number): string | null {
  const [least, most] = [inWords(low, decimals), inWords(high, decimals)];
  if (value !== null) return inWords(value, decimals);
  if (least === null) return most === null ? null : `≤ ${most}`;
  return most === null ? `≥ ${least}` : least === most ? least : `${least} to ${most}`;
}
