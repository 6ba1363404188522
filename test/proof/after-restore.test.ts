import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openHouse } from "#app/house.ts";
import { fingerprint } from "#kit/fingerprint.ts";
import { openWorld, type World } from "#kit/world.ts";
import { restoreBackup, verifyBackup } from "#platform/backup/restore.ts";
import { writeBackup } from "#platform/backup/write.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { mailJobs } from "#platform/mail/jobs.ts";
import { openPostOffice } from "#platform/mail/post-office.ts";

// The queue of jobs is not in a backup. What it held must be found again from the tables alone.
let folder: string;
let before: World;
let after: World;

const HAPPENING = "6f1c1f0e-2f6a-4a35-9a4e-0c4f5a0f7d12";
const MAIL = "6f1c1f0e-2f6a-4a35-9a4e-0c4f5a0f7d13";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "after-restore-"));
  before = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  await before.loadStarter();
  const { pool } = before.house.ground.database;
  await pool.query(
    `insert into happenings (id, stage, kind, title, summary, story, state_code, place, partnership, credit, license,
       publish_at, publish_version, created_at, changed_at, stage_since)
     values ($1, 'scheduled', 'news', 'Soon', 'Summary', 'Story', 'pa', '', '', '', 'cc-by', '2026-05-04T16:00:00Z', 1, $2, $2, $2)`,
    [HAPPENING, before.clock.now()],
  );
  await pool.query(
    `insert into mails (id, created_at, recipient, subject, text, html, kind, state)
     values ($1, $2, 'jane@example.org', 'Hello', 'Hello', 'Hello', 'test', 'queued')`,
    [MAIL, before.clock.now()],
  );
  const path = join(folder, "backup.tar.gz");
  await writeBackup({ ...before.house.ground, release: "1.0.0" }, path, { now: new Date() });

  after = await openWorld({ now: new Date("2026-05-05T15:00:00Z") });
  const migrations = await readMigrations("migrations");
  const { database, files, figures } = after.house.ground;
  const manifest = await verifyBackup(path, migrations);
  await after.house.close();
  await restoreBackup({ database, files, figures, migrations }, path, manifest, async () => {});
});
afterAll(async () => {
  await before.close();
  await after.house.ground.database.close();
  await rm(folder, { recursive: true });
});

it("the whole starter content comes over, row for row", async () => {
  expect(await fingerprint(after.house.ground.database)).toEqual(
    await fingerprint(before.house.ground.database),
  );
});

it("a happening that became due is published, and a mail that waited is found, with no job left to speak of them", async () => {
  const reopened = await openHouse(after.house.ground, after.house.features);
  const jobs = [
    ...mailJobs(openPostOffice(undefined, "a@b.test")),
    ...reopened.features.flatMap((one) => one.jobs ?? []),
  ];
  for (const name of ["happening.publish-sweep", "mail.sweep"]) {
    const sweep = jobs.find((job) => job.name === name);
    await sweep!.run(await reopened.ctx({ kind: "system", name: "Test" }), {});
  }
  await reopened.jobs.drain((name) => reopened.ctx({ kind: "system", name }));
  const { pool } = reopened.ground.database;
  expect((await pool.query("select stage from happenings where id = $1", [HAPPENING])).rows).toEqual([
    { stage: "published" },
  ]);
  // There is no mail server here, so what was sent is kept for the outbox.
  expect((await pool.query("select state from mails where id = $1", [MAIL])).rows).toEqual([
    { state: "kept" },
  ]);
  await reopened.close();
});
