import { namedContents } from "#features/media/public.ts";
import { migrationsOf } from "#platform/backup/catalog.ts";
import type { SharedCommand } from "./command.ts";

export const check: SharedCommand = {
  name: "check",
  works: "with-the-site",
  usage: "",
  about: "Reads every upload again and says which ones are missing or damaged.",
  words: [0, 0],
  async run(_words, { house, say, signal }) {
    const { ground } = await house();
    const { db } = ground.database;
    say(`The database is at schema ${(await migrationsOf(db))?.length ?? 0}.`);
    const named = await namedContents({ db });
    let wrong = 0;
    for (const { sha256, name } of named) {
      signal.throwIfAborted();
      const state = await ground.files.verify(sha256);
      if (state === "whole") continue;
      wrong += 1;
      say(`${name} is ${state} (${sha256}).`);
    }
    if (wrong === 0) say(`All ${named.length} stored files are whole.`);
    else
      say(
        `${wrong} of ${named.length} stored files are not whole. A backup from before may still have them.`,
      );
    return wrong === 0 ? 0 : 1;
  },
};
