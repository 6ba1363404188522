import { quotientsOf } from "#features/industry-data/figures/small-table.ts";
import type { FreeCommand } from "../command.ts";
import { inWords, textTable } from "../text-table.ts";
import { readTable } from "./read-table.ts";

export const lqCommand: FreeCommand = {
  name: "industry lq",
  works: "without-a-site",
  usage: "FILE [--json]",
  about: "Location quotients of a small table: industry,region0,region1,nation0,nation1.",
  words: [1, 1],
  options: { json: { about: "print JSON, unrounded" } },
  async run([file = ""], { folder, options, say }) {
    const { base, rows } = quotientsOf(await readTable(folder, file));
    if (options.has("json")) {
      say(JSON.stringify({ base, rows }, null, 2));
      return 0;
    }
    const lines = rows.map((row) => [
      row.industry,
      inWords(row.jobs0, 0),
      inWords(row.jobs1, 0),
      inWords(row.lq0, 2),
      inWords(row.lq1, 2),
      inWords(row.lqChange, 2),
    ]);
    for (const line of textTable(["Industry", "Jobs 0", "Jobs 1", "LQ 0", "LQ 1", "LQ change"], lines))
      say(line);
    say("");
    say(base.words);
    return 0;
  },
};
