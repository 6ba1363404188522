import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ENGINE_MAJOR } from "./create.ts";
import { realDisk } from "./disk.ts";
import { type EmbeddedDatabase, openEmbedded, openInMemory } from "./embedded.ts";
import { folderWithDatabase } from "./testing/empty-folder.ts";

const folders: string[] = [];
const opened: EmbeddedDatabase[] = [];
let snapshot: Blob;

beforeAll(async () => {
  const database = await openInMemory();
  snapshot = await database.snapshot();
  await database.close();
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test("an empty folder gets a database, made whole and for its owner alone", { timeout: 60_000 }, async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, "postgres.new"));
  await writeFile(join(folder, "postgres.new", "half"), "made when the power went");
  const { pool } = await open({ folder });
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  expect(await readdir(folder)).not.toContain("postgres.new");
  for (const path of ["", "PG_VERSION", "base", "global/pg_control", "postgresql.conf"]) {
    expect((await stat(join(folder, "postgres", path))).mode & 0o077, path).toBe(0);
  }
});

test("what was written is there after closing and opening", async () => {
  const folder = await made();
  const first = await open({ folder });
  await first.pool.query("create table note (text text); insert into note values ('kept')");
  await first.close();
  expect(await wasShutDown(folder)).toBe(true);
  const second = await open({ folder });
  expect((await second.pool.query("select text from note")).rows).toEqual([{ text: "kept" }]);
});

test("the log of a commit is synced before the commit is acknowledged", async () => {
  const folder = await made();
  const unsynced = new Set<number>();
  const log = new Set<number>();
  const { pool } = await open({
    folder,
    disk: {
      ...realDisk,
      open(path, flags) {
        const fd = realDisk.open(path, flags);
        if (path.includes("pg_wal")) log.add(fd);
        else log.delete(fd);
        return fd;
      },
      write(fd, ...rest) {
        if (log.has(fd)) unsynced.add(fd);
        return realDisk.write(fd, ...rest);
      },
      sync(fd) {
        realDisk.sync(fd);
        unsynced.delete(fd);
      },
    },
  });
  await pool.query("create table note (text text)");
  for (let written = 0; written < 20; written++) {
    await pool.query("insert into note values ($1)", ["x".repeat(written * 1000)]);
    expect(unsynced.size).toBe(0);
  }
});

test("a second opening of the folder is refused", async () => {
  const folder = await made();
  await open({ folder });
  await expect(openEmbedded({ folder })).rejects.toThrow(
    `Another Sector Commons (process ${process.pid}) already uses the folder ${folder}. Stop it first`,
  );
});

test("the engine is the version that folders are checked against", async () => {
  const { pool } = await openForTest();
  const { rows } = await pool.query("show server_version_num");
  expect(rows[0].server_version_num.slice(0, 2)).toBe(ENGINE_MAJOR);
});

test.each([
  [
    "another major version",
    "postgres/PG_VERSION",
    "17\n",
    /was written by PostgreSQL 17, and this version .* opens 18/,
  ],
  ["files that are no database", "postgres/holiday.jpg", "", /holds files, but no database/],
  ["the data folder of a server", "PG_VERSION", "15\n", /is the data folder of some other PostgreSQL/],
])("a folder with %s is refused and left alone", async (_, file, content, message) => {
  const folder = await emptyFolder();
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, file), content);
  await expect(openEmbedded({ folder })).rejects.toMatchObject({
    name: "UnusableFolder",
    message: expect.stringMatching(message),
  });
  expect(await readFile(join(folder, file), "utf8")).toBe(content);
  // And the claim is given back.
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ name: "UnusableFolder" });
});

test("a damaged database is refused with what PostgreSQL says about it", async () => {
  const folder = await made();
  await writeFile(join(folder, "postgres/global/pg_control"), Buffer.alloc(8192, 7));
  await expect(openEmbedded({ folder })).rejects.toMatchObject({
    name: "UnusableFolder",
    message: expect.stringMatching(/does not start\. .*FATAL.*restore a backup/),
  });
});

test("closing finishes what runs and what waits", async () => {
  const folder = await made();
  const database = await open({ folder });
  const { pool } = database;
  await pool.query("create table note (number int)");
  const client = await pool.connect();
  await client.query("begin");
  await client.query("insert into note values (1)");
  const waiting = Array.from({ length: 10 }, (_, at) => pool.query("insert into note values ($1)", [at + 2]));
  const closed = database.close();
  await client.query("commit");
  client.release();
  await Promise.all([...waiting, closed]);
  await expect(pool.query("select 1")).rejects.toThrow("after calling end");
  expect(await wasShutDown(folder)).toBe(true);
  const again = await open({ folder });
  expect((await again.pool.query("select count(*) from note")).rows).toEqual([{ count: 11 }]);
});

test("closing shuts down cleanly even when somebody ended the pool before", async () => {
  const folder = await made();
  const database = await open({ folder });
  const client = await database.pool.connect();
  const ended = database.pool.end();
  const closed = database.close();
  await client.query("create table note (number int)");
  client.release();
  await Promise.all([ended, closed]);
  expect(await wasShutDown(folder)).toBe(true);
});

test("who listens hears a notification when it is committed, and no other", async () => {
  const database = await openForTest();
  const { pool } = database;
  const heard: string[] = [];
  const deaf = await database.listen("News: Pa", (payload) => heard.push(`deaf ${payload}`));
  await database.listen("News: Pa", (payload) => heard.push(payload));
  await deaf();
  const client = await pool.connect();
  await client.query("begin");
  await client.query(`select pg_notify('News: Pa', 'rolled back')`);
  await client.query("rollback");
  await client.query("begin");
  await client.query(`select pg_notify('News: Pa', $1)`, ["published"]);
  await client.query(`notify other, 'elsewhere'`);
  expect(heard).toEqual([]);
  await client.query("commit");
  client.release();
  await expect.poll(() => heard).toEqual(["published"]);
});

test("a client that leaves in mid-transaction leaves nothing to the next one", async () => {
  const { pool } = await openForTest();
  await pool.query("create table note (number int)");
  const rude = await pool.connect();
  await rude.query("begin; set search_path to pg_catalog; insert into public.note values (1)");
  await rude.query({ name: "one", text: "select 1" });
  rude.release(true);
  const { rows } = await pool.query("select current_setting('search_path') as path, count(*) from note");
  expect(rows).toEqual([{ path: "public", count: 0 }]);
  expect((await pool.query({ name: "one", text: "select 2 as two" })).rows).toEqual([{ two: 2 }]);
});

test("queries that fail in a crowd do not disturb the others", async () => {
  const { pool } = await openForTest();
  const crowd = Array.from({ length: 60 }, (_, at) =>
    at % 3 === 0
      ? pool.query("select $1::int / 0", [at]).then(
          () => "no error",
          (error: Error) => error.message,
        )
      : pool.query("select $1::int as at", [at]).then((result) => result.rows[0].at),
  );
  expect(await Promise.all(crowd)).toEqual(crowd.map((_, at) => (at % 3 === 0 ? "division by zero" : at)));
});

test("a full disk fails what it must, loses nothing, and is over when there is room", {
  timeout: 60_000,
}, async () => {
  const folder = await made();
  let full = false;
  const refuse = () => {
    if (full) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  };
  const database = await open({
    folder,
    disk: {
      ...realDisk,
      write(...call) {
        refuse();
        return realDisk.write(...call);
      },
      createFile(path) {
        refuse();
        realDisk.createFile(path);
      },
    },
  });
  const { pool } = database;
  const heard: string[] = [];
  await database.listen("news", (payload) => heard.push(payload));
  await pool.query("create table note (text text); insert into note values ('before')");

  full = true;
  const client = await pool.connect();
  await client.query("begin");
  await client.query("insert into note values ('in vain')");
  await expect(client.query("commit")).rejects.toThrow("No space left on device");
  await expect(client.query("insert into note values ('outside of its transaction')")).rejects.toThrow();
  client.release();
  await expect(pool.query("insert into note values ('in vain')")).rejects.toThrow("starts again");

  full = false;
  await expect
    .poll(() => pool.query("insert into note values ('after')").catch(() => null), { timeout: 20_000 })
    .not.toBeNull();
  await pool.query("notify news, 'still heard'");
  await expect.poll(() => heard).toEqual(["still heard"]);
  expect((await pool.query("select text from note")).rows).toEqual([{ text: "before" }, { text: "after" }]);
});

test("a commit whose sync fails is not acknowledged", { timeout: 60_000 }, async () => {
  const folder = await made();
  let failing = false;
  const { pool } = await open({
    folder,
    disk: {
      ...realDisk,
      sync(fd) {
        if (failing) throw Object.assign(new Error("the disk is dying"), { code: "EIO" });
        realDisk.sync(fd);
      },
    },
  });
  await pool.query("create table note (text text)");
  failing = true;
  await expect(pool.query("insert into note values ($1)", ["unsure"])).rejects.toThrow("I/O error");
  failing = false;
  await expect.poll(() => pool.query("select 1").catch(() => null), { timeout: 20_000 }).not.toBeNull();
});

test("the log does not pile up while much is written", { timeout: 60_000 }, async () => {
  const folder = await made();
  const { pool } = await open({ folder });
  await pool.query("create table note (text text)");
  for (let round = 0; round < 30; round++) {
    await pool.query(
      "insert into note select repeat(md5(number::text), 60) from generate_series(1, 2000) number",
    );
  }
  const segments = (await readdir(join(folder, "postgres/pg_wal"))).filter((name) =>
    /^[0-9A-F]{24}$/.test(name),
  );
  expect(segments.length * 4).toBeLessThanOrEqual(96);
  const written = await pool.query("select pg_current_wal_lsn() - '0/0' as bytes");
  expect(Number(written.rows[0].bytes)).toBeGreaterThan(100 * 1024 * 1024);
});

test("maintenance vacuums and analyzes what changed, once", async () => {
  const { pool, maintain } = await openForTest();
  await pool.query("create table busy (number int); create table calm (number int)");
  await pool.query("insert into busy select generate_series(1, 2000); delete from busy where number > 500");
  expect(await maintain()).toEqual(["public.busy"]);
  expect(await maintain()).toEqual([]);
  const { rows } = await pool.query("select reltuples from pg_class where relname = 'busy'");
  expect(rows).toEqual([{ reltuples: 500 }]);
});

test("a database in memory opens from another's snapshot", async () => {
  const original = await openForTest();
  await original.pool.query("create extension pg_trgm; create table note as select 'copied' as text");
  const copy = await openInMemory({ snapshot: await original.snapshot() });
  opened.push(copy);
  await original.pool.query("drop table note");
  expect(
    (await copy.pool.query("select text, similarity(text, 'copy') > 0.3 as like from note")).rows,
  ).toEqual([{ text: "copied", like: true }]);
});

async function open(options: Parameters<typeof openEmbedded>[0]): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(options);
  opened.push(database);
  return database;
}

async function openForTest(): Promise<EmbeddedDatabase> {
  const database = await openInMemory({ snapshot });
  opened.push(database);
  return database;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "embedded-"));
  folders.push(folder);
  return folder;
}

async function made(): Promise<string> {
  const folder = await folderWithDatabase();
  folders.push(folder);
  return folder;
}

/** The control file says after a clean shutdown, and only then, that nothing needs recovery. */
async function wasShutDown(folder: string): Promise<boolean> {
  const control = await readFile(join(folder, "postgres/global/pg_control"));
  return control.readInt32LE(16) === 1;
}
