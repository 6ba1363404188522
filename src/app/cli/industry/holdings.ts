import { holdings } from "#features/industry-data/holdings/holdings.ts";
import { baseWords } from "#features/industry-data/holdings/in-words.ts";
import type { SharedCommand } from "../command.ts";
import { textTable } from "../text-table.ts";

export const holdingsCommand: SharedCommand = {
  name: "industry holdings",
  works: "with-the-site",
  usage: "[--json]",
  about: "What figures are held, and where they came from.",
  words: [0, 0],
  options: { json: { about: "print JSON and nothing else" } },
  async run(_words, { ground, options, say }) {
    const held = await holdings(ground);
    if (options.has("json")) {
      const rows = held?.periods.map(({ path: _, ...period }) => period) ?? [];
      say(JSON.stringify({ rows, set: held?.id ?? null, shipped: held?.shipped ?? false }, null, 2));
      return 0;
    }
    if (!held || held.periods.length === 0) {
      say("No figures are held. Take some in: npm run cli -- industry import FILE…");
      return 0;
    }
    const count = (number: number) => number.toLocaleString("en-US");
    const lines = held.periods.map((one) => [
      one.period,
      count(one.rows),
      count(one.areas.counties),
      count(one.areas.states),
      String(one.deepestDigits),
      String(one.naics),
      one.importedOn,
      one.base.kind,
    ]);
    const heads = ["Period", "Rows", "Counties", "States", "Digits", "NAICS", "Imported", "Nation"];
    for (const line of textTable(heads, lines)) say(line);
    say("");
    for (const one of held.periods) say(`${one.period}: ${one.words}. ${baseWords(one.base)}`);
    return 0;
  },
};
