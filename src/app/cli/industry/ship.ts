import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { importFigures } from "#features/industry-data/holdings/importing.ts";
import { findingLines } from "#features/industry-data/holdings/in-words.ts";
import { codesNamedIn } from "#features/sectors/starter.ts";
import { systemClock } from "#platform/clock.ts";
import { FigureFault } from "#platform/figures/fault.ts";
import { openFigureStore } from "#platform/figures/store.ts";
import { CommandProblem, type FreeCommand } from "../command.ts";

export const shipCommand: FreeCommand = {
  name: "industry ship",
  works: "without-a-site",
  usage: "FOLDER FILE… [--digits N] [--sectors FILE] [--set NAME] [--day DAY] [--note TEXT]",
  about:
    "Makes the figures that the project brings along (content/industry) by the same import as any other.",
  words: [2, 20_000],
  options: {
    digits: { about: "take so many digits of NAICS", value: "N", oneOf: ["2", "3", "4", "5", "6"] },
    sectors: {
      about: "and industries of more digits that these sectors name, as content/starter/sectors.yaml does",
      value: "FILE",
    },
    set: { about: "the name of the set, which its folder has", value: "NAME" },
    note: { about: "something to be known of the files that they do not say themselves", value: "TEXT" },
    day: { about: "the day that it counts as imported on", value: "DAY" },
  },
  async run([folder = "", ...files], { folder: here, options, say }) {
    const target = resolve(here, folder);
    await mkdir(target, { recursive: true });
    const id = options.get("set") ?? "shipped";
    if (!/^[a-z0-9-]{1,60}$/.test(id))
      throw new CommandProblem("The name of a set has small letters, digits and hyphens.");
    const now = options.has("day") ? new Date(`${options.get("day")}T12:00:00Z`) : systemClock.now();
    if (Number.isNaN(now.getTime())) throw new CommandProblem("A day looks like 2018-03-01.");
    const deepest = Number(options.get("digits") ?? 6);
    const also = options.has("sectors")
      ? codesNamedIn(await readFile(resolve(here, options.get("sectors") ?? ""), "utf8"))
      : [];
    // Begun anew: nothing of what lay there is carried over.
    await rm(join(target, "current.json"), { force: true });
    const figures = openFigureStore({ folder: target });
    try {
      const { findings } = await importFigures({
        figures,
        files: files.map((file) => ({ path: resolve(here, file), name: basename(file) })),
        id,
        now,
        note: options.get("note"),
        deepest,
        also: also.filter((code) => /^\d+$/.test(code) && code.length > deepest),
        goOn: () => true,
      });
      for (const line of findingLines(findings)) say(line);
      return 0;
    } catch (error) {
      if (error instanceof FigureFault) throw new CommandProblem(error.message);
      throw error;
    } finally {
      await figures.close();
      await figures.sweepDrafts();
    }
  },
};
