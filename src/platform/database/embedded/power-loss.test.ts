import { mkdtempSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, expect, test } from "vitest";
import { DurableFs } from "./durable-fs.ts";
import { type EmbeddedDatabase, openEmbedded } from "./embedded.ts";
import { Engine } from "./engine.ts";
import { Keeper } from "./keeper.ts";
import { drain, poolOver } from "./pool.ts";
import { folderWithDatabase } from "./testing/empty-folder.ts";
import { ledgerSchema, problemsIn, randomFrom, writeEntry, writers } from "./testing/ledger.ts";
import { PowerLossDisk } from "./testing/power-loss-disk.ts";

/** What a power cut left, and what had been acknowledged when it came. */
interface Wreck {
  folder: string;
  acknowledged: Map<number, number>;
}

type Opened = Pick<EmbeddedDatabase, "pool" | "close">;
type Open = (folder: string, disk: PowerLossDisk) => Promise<Opened>;

const rooms: string[] = [];
afterAll(async () => {
  for (const room of rooms) await rm(room, { recursive: true, force: true });
});

test.each([1, 2, 3, 4])(
  "no acknowledged entry is lost, torn or doubled when the power goes (seed %i)",
  { timeout: 120_000 },
  async (seed) => {
    const wrecks = await wrecksOf(seed, (folder, disk) => openEmbedded({ folder, disk }));
    expect(wrecks.length).toBeGreaterThan(1);
    for (const wreck of wrecks) expect(await inspect(wreck)).toEqual([]);
  },
);

test("the inspection catches stock PGlite losing acknowledged entries", { timeout: 120_000 }, async () => {
  const wrecks = await wrecksOf(7, openStock);
  const problems = await Promise.all(wrecks.map(inspect));
  expect(problems.flat()).toContainEqual(expect.stringMatching(/entries are missing|does not start/));
});

/** Runs the ledger's writers at once, and cuts the power at a few moments that the seed chooses. */
async function wrecksOf(seed: number, open: Open): Promise<Wreck[]> {
  const random = randomFrom(seed);
  const folder = await folderWithDatabase();
  rooms.push(folder);
  const prepared = await openEmbedded({ folder });
  await prepared.pool.query("create extension pg_trgm");
  await prepared.pool.query(ledgerSchema);
  await prepared.close();

  const shadows = join(folder, "shadows");
  await mkdir(shadows);
  const disk = new PowerLossDisk(join(folder, "postgres"), shadows);
  const acknowledged = new Map<number, number>();
  const wrecks: Wreck[] = [];
  let next = Math.floor(random() * 1000);
  disk.onChange = (changes) => {
    if (changes < next || wrecks.length === 4) return;
    next += 200 + Math.floor(random() * 1500);
    const wreck = mkdtempSync(join(tmpdir(), "wreck-"));
    rooms.push(wreck);
    const luck = [0, 0.5, 0.95][wrecks.length % 3]!;
    disk.leave(join(wreck, "postgres"), () => random() < luck);
    wrecks.push({ folder: wreck, acknowledged: new Map(acknowledged) });
  };

  const database = await open(folder, disk);
  await Promise.all(
    writers.map(async (writer) => {
      for (let round = 0; round < 6; round++) {
        acknowledged.set(writer, await writeEntry(database.pool, writer, random));
        if (random() < 0.1) await database.pool.query("checkpoint");
        if (random() < 0.1) await database.pool.query("vacuum");
        if (random() < 0.1) await remake(database, writer);
      }
    }),
  );
  await database.close();
  return wrecks;
}

/** New files, filled in the transaction that makes them, which PostgreSQL syncs instead of logging. */
async function remake({ pool }: Opened, writer: number): Promise<void> {
  await pool.query(`drop table if exists heap_${writer};
    create table heap_${writer} as select number, repeat('x', 500) as filler from generate_series(1, 6000) number;
    create index on heap_${writer} (number)`);
}

async function inspect(wreck: Wreck): Promise<string[]> {
  const database = await openEmbedded({ folder: wreck.folder }).catch((error: Error) => error);
  if (database instanceof Error) return [database.message];
  try {
    return await problemsIn(database.pool, wreck.acknowledged);
  } catch (error) {
    return [(error as Error).message];
  } finally {
    await database.close();
  }
}

/** PGlite as it comes, on the same disk. */
async function openStock(folder: string, disk: PowerLossDisk): Promise<Opened> {
  const engine = new Engine({
    fs: new DurableFs(join(folder, "postgres"), disk),
    startParams: PGlite.defaultStartParams,
  });
  await engine.waitReady;
  const pool = poolOver(new Keeper(engine));
  return {
    pool,
    close: async () => {
      await drain(pool);
      await engine.close();
    },
  };
}
