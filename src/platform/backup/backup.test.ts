import { createWriteStream } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "#kit/database.ts";
import { fingerprint } from "#kit/fingerprint.ts";
import { fillOddly, oddMigration } from "#kit/oddities.ts";
import type { Database } from "#platform/database/database.ts";
import { type Migration, migrate, readMigrations } from "#platform/database/migrate.ts";
import { type FigureStore, openFigureStore } from "#platform/figures/store.ts";
import { type FileStore, openFileStore } from "#platform/files/store.ts";
import type { Manifest } from "./manifest.ts";
import { restoreBackup, verifyBackup } from "./restore.ts";
import { writeBackup } from "./write.ts";

const SECRET = "s".repeat(43);
const now = new Date("2026-05-04T15:00:00Z");

let folder: string;
let database: Database;
let files: FileStore;
let figures: FigureStore;
let migrations: Migration[];
let path: string;
let upload: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  database = await openTestDatabase();
  files = await openFileStore({ folder: join(folder, "uploads") });
  figures = openFigureStore({ folder: join(folder, "uploads", "figures") });
  migrations = await readMigrations("migrations");
  migrations.push(oddMigration(migrations.length + 1));
  await migrate(database.db, migrations);
  await fillOddly(database);
  upload = (await files.put([Buffer.from("a small upload")], { limitBytes: 100 })).sha256;
  path = join(folder, "whole.tar.gz");
  await backUp(path);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const backUp = (to: string, signal?: AbortSignal) =>
  writeBackup({ database, files, figures, secret: SECRET, release: "1.2.3" }, to, { now, signal });
async function restoreFrom(from: string, known = migrations, beforeCommit = async () => {}) {
  const manifest = await verifyBackup(from, known);
  return restoreBackup({ database, files, figures, migrations: known }, from, manifest, beforeCommit);
}

describe("taking a backup", () => {
  it("makes one file that only its owner can read, and leaves nothing else", async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).toSorted()).toEqual(["uploads", "whole.tar.gz"]);
  });

  it("never overwrites a file", async () => {
    const before = await readFile(path);
    await expect(backUp(path)).rejects.toThrow("exists already");
    expect(await readFile(path)).toEqual(before);
  });

  it("says so when the folder is missing", async () => {
    await expect(backUp(join(folder, "nowhere", "x"))).rejects.toThrow("nowhere does not exist");
  });

  it("leaves nothing when it is broken off", async () => {
    await expect(backUp(join(folder, "broken"), AbortSignal.abort())).rejects.toThrow("abort");
    expect(await readdir(folder)).not.toContain("broken");
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("tells which uploads the disk has damaged; the restored site does without them", async () => {
    const damaged = (await files.put([Buffer.from("soon damaged")], { limitBytes: 100 })).sha256;
    await writeFile(
      join(folder, "uploads", damaged.slice(0, 2), damaged.slice(2, 4), damaged),
      "other bytes!",
    );
    const other = join(folder, "with-damage.tar.gz");
    expect((await backUp(other)).damaged).toEqual([damaged]);
    await files.remove(damaged);
    expect((await restoreFrom(other)).damaged).toEqual([damaged]);
    expect(await files.has(damaged)).toBe(false);
  });
});

describe("a file that is not what was written is refused, and nothing is touched", () => {
  let before: Record<string, string>;
  let bad: string;
  let count = 0;
  beforeAll(async () => {
    before = await fingerprint(database);
  });
  beforeEach(async () => {
    count += 1;
    bad = join(folder, `bad-${count}.tar.gz`);
    await cp(path, bad);
  });

  async function expectRefusal(words: RegExp): Promise<void> {
    await expect(restoreFrom(bad)).rejects.toThrow(words);
    expect(await fingerprint(database)).toEqual(before);
  }

  it("cut short, at twenty places", async () => {
    const { size } = await stat(path);
    for (let place = 19; place >= 0; place--) {
      await truncate(bad, Math.floor((size * place) / 20));
      await expect(verifyBackup(bad, migrations)).rejects.toThrow(/cannot be restored/);
    }
    await expectRefusal(/cannot be restored/);
  });

  it("with one bit changed, at forty places of the packed file", async () => {
    const whole = await readFile(path);
    const content = gunzipSync(whole);
    const survived: number[] = [];
    for (let place = 0; place < 40; place++) {
      const bytes = Buffer.from(whole);
      const at = 10 + Math.floor(((bytes.length - 20) * place) / 40);
      bytes[at] = bytes[at]! ^ 4;
      await writeFile(bad, bytes);
      await verifyBackup(bad, migrations).then(
        // In a long run of the same byte there are bits that make no difference to what is unpacked.
        () => gunzipSync(bytes).equals(content) || survived.push(at),
        (error) => expect(error.message).toMatch(/cannot be restored/),
      );
    }
    expect(survived).toEqual([]);
  });

  it("with one letter changed in any entry, although the packing is right", async () => {
    const bytes = gunzipSync(await readFile(path));
    const at = bytes.indexOf("Uncommonword");
    bytes.write("uncommonword", at);
    await writeFile(bad, gzipSync(bytes));
    await expectRefusal(/artefacts.jsonl has been changed/);
  });

  it("something else altogether", async () => {
    await writeFile(bad, "Dear reader,");
    await expectRefusal(/it is no backup/);
    await writeFile(bad, gzipSync("Dear reader,"));
    await expectRefusal(/cannot be restored/);
    await rm(bad);
    await expectRefusal(/There is no readable file/);
  });

  it("with an entry renamed, added, doubled or taken away", async () => {
    await repack(bad, (name) => [name.replace("topics", "topicz")]);
    await expectRefusal(/topics.jsonl is missing/);
    await repack(bad, (name) => (name === "secret" ? ["secret", "uploads/../../etc/passwd"] : [name]));
    await expectRefusal(/holds uploads\/..\/..\/etc\/passwd, which its manifest does not know/);
    await repack(bad, (name) => (name === "secret" ? ["secret", "secret"] : [name]));
    await expectRefusal(/holds secret where nothing should be/);
    await repack(bad, (name) => (name.startsWith("uploads/") ? [] : [name]));
    await expectRefusal(/uploads\/.* is missing/);
    await repack(bad, (name) => (name === "manifest.json" ? [] : [name]));
    await expectRefusal(/has no manifest/);
  });

  it("an upload whose content does not fit its name, whatever the manifest says", async () => {
    const other = "0".repeat(64);
    await repack(
      bad,
      (name) => [name.replace(upload, other)],
      (manifest) => {
        for (const part of manifest.uploads) Object.assign(part, { name: other });
      },
    );
    // To the manifest it is an upload that had been damaged before, and those are left out.
    expect((await restoreFrom(bad)).damaged).toEqual([other]);
    expect(await files.has(other)).toBe(false);
    await restoreFrom(path);
  });

  it("of a newer format, a newer schema, or a history that is not ours", async () => {
    await repack(
      bad,
      (name) => [name],
      (manifest) => Object.assign(manifest, { format: 3, release: "9.0.0" }),
    );
    await expectRefusal(/newer release of Sector Commons \(9.0.0\)/);
    await expect(restoreFrom(path, migrations.slice(0, -1))).rejects.toThrow(
      /is at schema \d+ .* knows only up to/,
    );
    await repack(
      bad,
      (name) => [name],
      (manifest) => Object.assign(manifest.migrations[1]!, { checksum: "1".repeat(64) }),
    );
    await expectRefusal(/migration 002_people.sql differs/);
  });
});

describe("restoring", () => {
  it("replaces everything that came since, and brings back what went", async () => {
    const before = await fingerprint(database);
    await backUp(join(folder, "again.tar.gz"));
    await database.pool.query(
      "delete from artefacts; insert into keyless values ('new', 'new'); update happenings set title = 'x'",
    );
    await files.remove(upload);
    await restoreFrom(join(folder, "again.tar.gz"));
    expect(await fingerprint(database)).toEqual(before);
    expect(await files.verify(upload)).toBe("whole");
  });

  it("brings an older schema up to date, in a database that is already there", async () => {
    const older = migrations.slice(0, -1);
    const early = await openTestDatabase();
    await migrate(early.db, older);
    await early.pool.query("insert into known_words (word) values ('early')");
    const old = join(folder, "old.tar.gz");
    await writeBackup({ database: early, files, figures, secret: SECRET, release: "1.0.0" }, old, { now });
    await early.close();

    expect((await restoreFrom(old)).migrated).toEqual(["900_odd.sql"]);
    const { rows } = await database.pool.query(
      "select word, (select count(*) from oddities) as odd from known_words",
    );
    expect(rows).toEqual([{ word: "early", odd: 0 }]);
    await restoreFrom(path);
  });

  it("leaves the old site whole when anything fails on the way to the commit", async () => {
    const before = await fingerprint(database);
    const power = async () => {
      throw new Error("The last step failed.");
    };
    await expect(restoreFrom(path, migrations, power)).rejects.toThrow("The last step failed.");
    expect(await fingerprint(database)).toEqual(before);
  });

  it("refuses when a table or view of somebody else would be lost", async () => {
    await database.pool.query(
      "create table reports_of_it (id int); create view shown as select title from happenings",
    );
    await expect(restoreFrom(path)).rejects.toThrow(/reports_of_it, shown|shown, reports_of_it/);
    await database.pool.query("drop view shown; drop table reports_of_it");
  });

  it("refuses a database that was never the site's", async () => {
    const foreign = await openTestDatabase();
    await foreign.pool.query("create table accounts (id int)");
    const manifest = await verifyBackup(path, migrations);
    const restored = restoreBackup(
      { database: foreign, files, figures, migrations },
      path,
      manifest,
      async () => {},
    );
    await expect(restored).rejects.toThrow("holds something else (accounts)");
    await foreign.pool.query("select * from accounts");
    await foreign.close();
  });

  it("empties the queue of jobs, which is filled again from what the tables say", async () => {
    await database.pool.query("create schema jobs; create table jobs.job (id int)");
    await restoreFrom(path);
    const { rows } = await database.pool.query("select to_regnamespace('jobs') is null as gone");
    expect(rows).toEqual([{ gone: true }]);
  });
});

/** Packs the whole backup anew under other names, and its manifest with other words. */
async function repack(
  target: string,
  names: (name: string) => string[],
  change: (manifest: Manifest) => void = () => {},
): Promise<void> {
  const entries = extract();
  entries.end(gunzipSync(await readFile(path)));
  const packed = pack();
  for await (const entry of entries) {
    const { name } = entry.header;
    let content = await buffer(entry as never);
    if (name === "manifest.json") {
      const manifest = JSON.parse(content.toString());
      change(manifest);
      content = Buffer.from(JSON.stringify(manifest));
    }
    for (const one of names(name)) packed.entry({ name: one }, content);
  }
  packed.finalize();
  await pipeline(packed as never, createGzip(), createWriteStream(target));
}

describe("figures", () => {
  it("that were imported go along and count again, earlier sets' files too; what lay there before counts no more", async () => {
    const here = join(folder, "site-with-figures");
    const held = openFigureStore({ folder: here });
    const make = async (id: string, files: string[], after?: string) => {
      const before = await held.current();
      expect(before?.id).toBe(after);
      const draft = await held.begin(id, before);
      await writeFile(join(draft.folder, `${id}.parquet`), `figures of ${id}`);
      await draft.publish({ periods: Object.fromEntries(files.map((file) => [file, { file }])) });
    };
    await make("first", ["first/first.parquet"]);
    await make("second", ["first/first.parquet", "second/second.parquet"], "first");
    const to = join(folder, "with-figures.tar.gz");
    await writeBackup({ database, files, figures: held, secret: SECRET, release: "1.2.3" }, to, { now });
    const manifest = await verifyBackup(to, migrations);
    expect(manifest.format).toBe(2);
    expect(manifest.figures?.files.map(({ name }) => name).toSorted()).toEqual([
      "first/first.parquet",
      "second/manifest.json",
      "second/second.parquet",
    ]);

    await make("third", ["third/third.parquet"], "second");
    await rm(join(here, "first"), { recursive: true });
    await restoreBackup({ database, files, figures: held, migrations }, to, manifest, async () => {});
    const current = await held.current();
    expect(current?.id).toBe("second");
    expect(await readFile(current!.pathOf("first/first.parquet"), "utf8")).toBe("figures of first");

    // A backup of a site without any lets those that the project ships count.
    const bare = await verifyBackup(path, migrations);
    expect(bare.format).toBe(1);
    await restoreBackup({ database, files, figures: held, migrations }, path, bare, async () => {});
    expect(await held.current()).toBeUndefined();
  });
});
