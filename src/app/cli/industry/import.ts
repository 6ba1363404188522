import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { importNow } from "#features/industry-data/holdings/imports/actions.ts";
import { findingLines } from "#features/industry-data/holdings/in-words.ts";
import { FigureFault } from "#platform/figures/fault.ts";
import { CommandProblem, type SharedCommand } from "../command.ts";

export const importCommand: SharedCommand = {
  name: "industry import",
  works: "with-the-site",
  usage: "FILE… [--dry-run] [--json]",
  about:
    "Takes in figures of BLS’s Quarterly Census as it comes: CSV, gz or zip; annual or quarterly; one file or files by area. All of it, or nothing.",
  words: [1, 20_000],
  options: {
    "dry-run": { about: "only look: what the files hold, and what they would replace" },
    json: { about: "print JSON and nothing else" },
  },
  prepare: (words, { folder }) => words.map((word) => (word.startsWith("--") ? word : resolve(folder, word))),
  async run(paths, { house, options, say, signal }) {
    const files = await Promise.all(paths.map(fileAt));
    const { ctx } = await house();
    const json = options.has("json");
    let said = "";
    const onStep = (_share: number, doing: string) => {
      const words = doing.replace(/^Looking at .*/, "Looking at the files");
      if (!json && words !== said) say(`${words} …`);
      said = words;
    };
    try {
      const { findings, set, manifest } = await importNow(
        await ctx({ kind: "system", name: "Command line" }),
        files,
        { dryRun: options.has("dry-run"), onStep, signal },
      );
      if (json) {
        const rows = findings.periods;
        say(
          JSON.stringify(
            { rows, ...findings, periods: undefined, set: set ?? null, taken: set !== undefined },
            null,
            2,
          ),
        );
        return 0;
      }
      for (const line of findingLines(findings)) say(line);
      say("");
      if (!manifest) say("This was a dry run: nothing was changed.");
      else say(`Taken in: ${findings.periods.map(({ period }) => period).join(", ")}.`);
      return 0;
    } catch (error) {
      if (error instanceof FigureFault) throw new CommandProblem(`${error.message} Nothing was changed.`);
      throw error;
    }
  },
};

async function fileAt(path: string): Promise<{ path: string; name: string; bytes: number }> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new CommandProblem(`There is no file ${path}.`);
  if (!found.isFile())
    throw new CommandProblem(`${path} is a folder. Name the files in it, for example ${path}/*.csv.`);
  return { path, name: basename(path), bytes: found.size };
}
