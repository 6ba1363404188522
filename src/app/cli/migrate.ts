import { join } from "node:path";
import { systemClock } from "#platform/clock.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { layGround } from "../ground.ts";
import type { AloneCommand } from "./command.ts";

export const migrateCommand: AloneCommand = {
  name: "migrate",
  works: "alone",
  usage: "",
  about: "Brings the database up to date without starting the site. npm start does the same by itself.",
  words: [0, 0],
  async run(_words, { config, root, say }) {
    const { ground, release } = await layGround(config, { root, siteUrl: "", clock: systemClock });
    try {
      const migrations = await readMigrations(join(root, "migrations"));
      const ran = await migrate(ground.database.db, migrations);
      for (const name of ran) say(name);
      say(`The database is at schema ${migrations.length}${ran.length > 0 ? " now" : " already"}.`);
      return 0;
    } finally {
      await release();
    }
  },
};
