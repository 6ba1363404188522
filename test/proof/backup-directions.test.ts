import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprint } from "#kit/fingerprint.ts";
import { fillOddly, oddMigration } from "#kit/oddities.ts";
import { createDatabase, startPostgres, type ThrowAwayPostgres } from "#kit/postgres.ts";
import { restoreBackup, verifyBackup } from "#platform/backup/restore.ts";
import { writeBackup } from "#platform/backup/write.ts";
import { type Database, kyselyOn, openServer } from "#platform/database/database.ts";
import { openInMemory } from "#platform/database/embedded/embedded.ts";
import { type Migration, migrate, readMigrations } from "#platform/database/migrate.ts";
import { type FigureStore, openFigureStore } from "#platform/figures/store.ts";
import { type FileStore, openFileStore } from "#platform/files/store.ts";

interface Site {
  database: Database;
  files: FileStore;
  figures: FigureStore;
}

describe("a backup carries everything between the two kinds of database", () => {
  let folder: string;
  let server: ThrowAwayPostgres | undefined;
  let serverUrl: string;
  let migrations: Migration[];
  const opened: Site[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "directions-"));
    server = process.env.TEST_POSTGRES_URL ? undefined : await startPostgres();
    serverUrl = process.env.TEST_POSTGRES_URL ?? server!.url;
    migrations = await readMigrations("migrations");
    migrations.push(oddMigration(migrations.length + 1));
  });
  afterAll(async () => {
    for (const { database } of opened) await database.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(kind: Database["kind"]): Promise<Site> {
    const number = opened.length;
    const files = await openFileStore({ folder: join(folder, `uploads-${number}`) });
    const figures = openFigureStore({ folder: join(folder, `figures-${number}`) });
    const site = { database: await openKind(kind, `directions_${process.pid}_${number}`), files, figures };
    opened.push(site);
    return site;
  }
  async function openKind(kind: Database["kind"], name: string): Promise<Database> {
    if (kind === "server") return openServer(await createDatabase(serverUrl, name), 2);
    const embedded = await openInMemory();
    return { kind: "embedded", db: kyselyOn(embedded.pool), ...embedded };
  }

  async function carry(from: Site, to: Site, name: string) {
    const path = join(folder, name);
    await writeBackup({ ...from, secret: "s".repeat(43), release: "1.2.3" }, path, { now: new Date() });
    const manifest = await verifyBackup(path, migrations);
    return restoreBackup({ ...to, migrations }, path, manifest, async () => {});
  }

  it("embedded to server, server to server, server to embedded, embedded to embedded: rows, sequences, uploads, schema", async () => {
    const first = await open("embedded");
    await migrate(first.database.db, migrations);
    await fillOddly(first.database);
    const uploads = [Buffer.from("one"), Buffer.alloc(3_000_000, "two")];
    for (const upload of uploads) await first.files.put([upload], { limitBytes: 1e9 });
    const rows = await fingerprint(first.database);
    expect(rows.oddities).toMatch(/^453 rows/);
    const schema = await schemaOf(first.database);

    let from = first;
    for (const kind of ["server", "server", "embedded", "embedded"] as const) {
      const to = await open(kind);
      await migrate(to.database.db, migrations);
      const { secret } = await carry(from, to, `${opened.length}.tar.gz`);
      expect(secret).toBe("s".repeat(43));
      expect(await fingerprint(to.database)).toEqual(rows);
      expect(await schemaOf(to.database)).toEqual(schema);
      for (const upload of uploads) expect(await to.files.verify(sha256(upload))).toBe("whole");
      from = to;
    }
  });

  it("what the database computes is computed again, and triggers and sequences go on", async () => {
    const { pool } = opened.at(-1)!.database;
    const { rows } = await pool.query(
      "select words @@ to_tsquery('english', 'uncommonword') as found, listed_at from happenings",
    );
    expect(rows).toEqual([{ found: true, listed_at: new Date("2018-03-14T12:00:00.500Z") }]);
    const inserted = await pool.query("insert into counted (note) values ('again') returning id, note");
    expect(inserted.rows).toEqual([{ id: 4, note: "AGAIN" }]);
    const refused = pool.query("insert into oddities (label, parent) values ('orphan', 999999)");
    await expect(refused).rejects.toThrow("foreign key");
    const twice = await pool.query("select count(*) from oddities where twice = large * 2");
    expect(twice.rows).toEqual([{ count: 450 }]);
  });
});

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Constraints, indexes, triggers with whether they fire, columns, views: everything but the rows. */
async function schemaOf({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    select format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid)) as line from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('trigger %s on %s fires %s', tgname, tgrelid::regclass, tgenabled) from pg_trigger where not tgisinternal
    union all select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, is_generated)
      from information_schema.columns where table_schema = 'public'
    union all select format('function %s', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`);
  return rows.map(({ line }) => line).toSorted();
}
