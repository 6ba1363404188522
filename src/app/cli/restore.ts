import { dirname, join, resolve } from "node:path";
import { holdsRows } from "#platform/backup/catalog.ts";
import { verifyBackup } from "#platform/backup/restore.ts";
import { writeBackup } from "#platform/backup/write.ts";
import { systemClock } from "#platform/clock.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { layGround } from "../ground.ts";
import type { AloneCommand } from "./command.ts";
import { putInPlace } from "./put-in-place.ts";
import { partsOf, stamp } from "./site-parts.ts";

export const restore: AloneCommand = {
  name: "restore",
  works: "alone",
  usage: "FILE",
  about: "Puts a backup in the place of the site. The site must not run. Until the end nothing is changed.",
  words: [1, 1],
  options: {
    yes: { about: "do not ask whether the present site may be replaced" },
    "no-safety": { about: "do not back the present site up first" },
  },
  async run([file = ""], { config, root, folder, options, say, confirm, signal }) {
    const path = resolve(folder, file);
    const { ground, release } = await layGround(config, { root, siteUrl: "", clock: systemClock });
    try {
      say("Reading the backup …");
      const manifest = await verifyBackup(path, await readMigrations(join(root, "migrations")));
      say(`It is whole: made at ${manifest.madeAt} by release ${manifest.release}.`);
      if (await holdsRows(ground.database.db)) {
        if (
          !(await confirm(
            `The site in ${config.DATABASE_URL ? "DATABASE_URL" : config.DATA_DIR} will be replaced.`,
          ))
        ) {
          say("Nothing was changed.");
          return 1;
        }
        if (!options.has("no-safety")) {
          const safety = join(
            dirname(path),
            `sector-commons-before-restore-${stamp(systemClock.now())}.tar.gz`,
          );
          await writeBackup(await partsOf(ground), safety, { now: systemClock.now(), signal });
          say(`The present site was backed up into ${safety}.`);
        }
      }
      await putInPlace({ config, ground, path, manifest, say });
      return 0;
    } finally {
      await release();
    }
  },
};
