import { SHIFT_SHARE_METHODS, type ShiftShareMethod } from "#features/industry-data/figures/shift-share.ts";
import { shiftSharesOf } from "#features/industry-data/figures/small-table.ts";
import { CommandProblem, type FreeCommand } from "../command.ts";
import { inWords, textTable } from "../text-table.ts";
import { readTable } from "./read-table.ts";

export const shiftShareCommand: FreeCommand = {
  name: "industry shift-share",
  works: "without-a-site",
  usage: "FILE [--method METHOD] [--json]",
  about: "Shift-share of a small table: industry,region0,region1,nation0,nation1, in jobs.",
  words: [1, 1],
  options: {
    method: {
      value: "METHOD",
      oneOf: SHIFT_SHARE_METHODS,
      about:
        "dunn (the classic one, taken without this), esteban-marquillas, or dynamic, with a pair of columns for each year",
    },
    json: { about: "print JSON, unrounded" },
  },
  async run([file = ""], { folder, options, say }) {
    const method = (options.get("method") ?? "dunn") as ShiftShareMethod;
    const table = await readTable(folder, file);
    const periods = table.industries[0]?.region.length ?? 0;
    if (method !== "dynamic" && periods > 2)
      throw new CommandProblem(
        `${file} has columns up to region${periods - 1}, and ${method} compares two periods. Take --method dynamic, or leave the other columns out.`,
      );
    const answer = shiftSharesOf(table, method);
    if (options.has("json")) say(JSON.stringify(answer, null, 2));
    else for (const line of asText(answer)) say(line);
    return 0;
  },
};

function asText({ method, base, rows, totals }: ReturnType<typeof shiftSharesOf>): string[] {
  const allocated = method === "esteban-marquillas";
  const line = (row: Omit<(typeof rows)[number], "lq0" | "lq1">) => [
    row.industry,
    inWords(row.jobs0, 0),
    inWords(row.jobs1, 0),
    inWords(row.change, 0),
    inWords(row.nationalGrowth, 1),
    inWords(row.industryMix, 1),
    inWords(row.competitiveEffect, 1),
    ...(allocated ? [inWords(row.allocationEffect, 1)] : []),
  ];
  const head = ["Industry", "Jobs 0", "Jobs 1", "Change", "National growth", "Industry mix", "Competitive"];
  return [
    ...textTable(allocated ? [...head, "Allocation"] : head, [
      ...rows.map(line),
      line({ industry: "Together", ...totals }),
    ]),
    "",
    base.words,
    ...rows.flatMap(({ industry, reason }) => (reason ? [`${industry} is not counted: ${reason}`] : [])),
  ];
}
