import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { holdsRows } from "#platform/backup/catalog.ts";
import { verifyBackup } from "#platform/backup/restore.ts";
import { writeBackup } from "#platform/backup/write.ts";
import { systemClock } from "#platform/clock.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import type { Config } from "../config.ts";
import { layGround } from "../ground.ts";
import { type AloneCommand, type Bench, CommandProblem } from "./command.ts";
import { putInPlace } from "./put-in-place.ts";
import { partsOf, stamp } from "./site-parts.ts";

export const moveToPostgres: AloneCommand = {
  name: "move-to-postgres",
  works: "alone",
  usage: "",
  about: "Copies the embedded database in DATA_DIR into the empty one in DATABASE_URL, by way of a backup.",
  words: [0, 0],
  options: {
    yes: { about: "do not ask, even if the database in DATABASE_URL holds a site that would be replaced" },
  },
  async run(_words, bench) {
    const { config, say } = bench;
    if (!config.DATABASE_URL)
      throw new CommandProblem("Set DATABASE_URL to the PostgreSQL database that the site shall move to.");
    if (!existsSync(join(config.DATA_DIR, "postgres")))
      throw new CommandProblem(
        `There is no embedded database in ${config.DATA_DIR}, so there is nothing to move.`,
      );
    const path = await backUpEmbedded(bench);
    if (!(await fillServer(bench, path))) {
      say("Nothing was changed.");
      return 1;
    }
    say("The site is in PostgreSQL now: keep DATABASE_URL set, and start it.");
    say(
      `The embedded database stays in ${join(config.DATA_DIR, "postgres")}, unused; remove it when all is well.`,
    );
    return 0;
  },
};

async function on<T>(
  bench: Bench,
  config: Config,
  work: (laid: Awaited<ReturnType<typeof layGround>>) => Promise<T>,
) {
  const laid = await layGround(config, { root: bench.root, siteUrl: "", clock: systemClock });
  try {
    return await work(laid);
  } finally {
    await laid.release();
  }
}

async function backUpEmbedded(bench: Bench): Promise<string> {
  const now = systemClock.now();
  const path = resolve(bench.folder, `sector-commons-before-move-${stamp(now)}.tar.gz`);
  await on(bench, { ...bench.config, DATABASE_URL: undefined }, async ({ ground }) =>
    writeBackup(await partsOf(ground), path, { now, signal: bench.signal }),
  );
  bench.say(`The embedded database and all uploads were backed up into ${path}.`);
  return path;
}

async function fillServer({ config, root, say, confirm, ...bench }: Bench, path: string): Promise<boolean> {
  return on({ config, root, say, confirm, ...bench }, config, async ({ ground }) => {
    const manifest = await verifyBackup(path, await readMigrations(join(root, "migrations")));
    const empty = !(await holdsRows(ground.database.db));
    if (
      !empty &&
      !(await confirm("The database in DATABASE_URL is not empty, and what it holds will be replaced."))
    )
      return false;
    await putInPlace({ config, ground, path, manifest, say });
    return true;
  });
}
