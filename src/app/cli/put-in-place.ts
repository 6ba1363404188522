import { join } from "node:path";
import type { Manifest } from "#platform/backup/manifest.ts";
import { noteRestore, wasRestored } from "#platform/backup/note.ts";
import { restoreBackup } from "#platform/backup/restore.ts";
import { layBeside, settleSecret } from "#platform/backup/secret-swap.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { newId } from "#platform/secrets.ts";
import type { Config } from "../config.ts";
import type { Ground } from "../house.ts";

/** Restores a verified backup with all that belongs to it, and says how it went. */
export async function putInPlace(task: {
  config: Config;
  ground: Ground;
  path: string;
  manifest: Manifest;
  say(line: string): void;
}): Promise<void> {
  const { config, ground, path, manifest, say } = task;
  const { database, files, figures } = ground;
  const id = newId();
  const migrations = await readMigrations(join(ground.root, "migrations"));
  const restored = await restoreBackup(
    { database, files, figures, migrations },
    path,
    manifest,
    async (trx, secret) => {
      await noteRestore(trx, {
        id,
        at: ground.clock.now(),
        by: "Command line",
        particulars: { madeAt: manifest.madeAt, release: manifest.release },
      });
      if (secret !== ground.secret && !config.SECRET) await layBeside(config.DATA_DIR, id, secret);
    },
  );
  await settleSecret(config.DATA_DIR, (one) => wasRestored(database.db, one));
  say(`Restored ${restored.rows} rows and ${manifest.uploads.length - restored.damaged.length} uploads.`);
  if (restored.migrated.length > 0) say(`Brought up to date: ${restored.migrated.join(", ")}.`);
  if (restored.unknownTables.length > 0)
    say(`Left out, because no part of this release knows them: ${restored.unknownTables.join(", ")}.`);
  if (restored.damaged.length > 0)
    say(`Left out, because they were damaged before the backup was made: ${restored.damaged.join(", ")}.`);
  if (config.SECRET && restored.secret !== config.SECRET)
    say(
      "SECRET is set to another value than the backed-up site had: links mailed before do not work any more.",
    );
}
