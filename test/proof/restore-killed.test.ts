import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#app/config.ts";
import { layGround } from "#app/ground.ts";
import type { Ground } from "#app/house.ts";
import { runCli, startCli } from "#kit/cli.ts";
import { fingerprint } from "#kit/fingerprint.ts";
import { createDatabase, startPostgres, type ThrowAwayPostgres } from "#kit/postgres.ts";
import { writeBackup } from "#platform/backup/write.ts";
import { systemClock } from "#platform/clock.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";

/** Places at which it is killed, spread over the time it takes. */
const KILLS = { embedded: 5, server: 4 };

/** What a site is as a whole: its rows and the secret that signs its links. */
type State = { secret: string; rows: Record<string, string> };

let folder: string;
let server: ThrowAwayPostgres | undefined;
let serverUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "killed-"));
  server = process.env.TEST_POSTGRES_URL ? undefined : await startPostgres();
  serverUrl = process.env.TEST_POSTGRES_URL ?? server!.url;
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function onGround<T>(env: Record<string, string>, work: (ground: Ground) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: "silent", ...env });
  const { ground, release } = await layGround(config, {
    root: resolve("."),
    siteUrl: "",
    clock: systemClock,
  });
  try {
    return await work(ground);
  } finally {
    await release();
  }
}

/** The site as whoever opens it next finds it. The restore's own entry in the audit log is left out. */
function stateOf(env: Record<string, string>): Promise<State> {
  return onGround(env, async ({ database, secret }) => {
    const { events: _, "sequence events_id_seq": __, ...rows } = await fingerprint(database);
    return { secret, rows };
  });
}

async function makeSite(env: Record<string, string>, label: string, happenings: number): Promise<void> {
  await onGround(env, async ({ database, files }) => {
    await migrate(database.db, await readMigrations("migrations"));
    await database.pool.query(
      `insert into happenings (id, stage, kind, title, summary, story, state_code, place, partnership, credit, license,
         year, slug, published_at, created_at, changed_at, stage_since)
       select gen_random_uuid(), 'published', 'news', $1 || g, 'Summary', repeat('words that were said there ', 60), 'pa', '', '', '',
         'cc-by', 2018, $1 || g, now(), now(), now(), now() from generate_series(1, $2::int) g`,
      [label, happenings],
    );
    await database.pool.query(
      "insert into happening_states (happening, state_code) select id, 'pa' from happenings",
    );
    for (let number = 0; number < 5; number++)
      await files.put([Buffer.alloc(50_000, `${label}${number}`)], { limitBytes: 1e9 });
  });
}

function sites(kind: "embedded" | "server") {
  /** A data folder of its own, as the old site left it, and for a server a copy of its database. */
  return async (name: string, copyOf?: string): Promise<Record<string, string>> => {
    const dataDir = join(folder, `${kind}-${name}`);
    if (copyOf) await cp(join(folder, `${kind}-${copyOf}`), dataDir, { recursive: true });
    if (kind === "embedded") return { DATA_DIR: dataDir };
    const database = `killed_${process.pid}_${name}`;
    const template = copyOf && `killed_${process.pid}_${copyOf}`;
    return { DATA_DIR: dataDir, DATABASE_URL: await createDatabase(serverUrl, database, template) };
  };
}

describe.each(["embedded", "server"] as const)("a restore that is killed (%s)", (kind) => {
  const open = sites(kind);

  it(`leaves the old site or the new one, whole, wherever it is killed: ${KILLS[kind]} places`, async () => {
    const old = await open("old");
    await makeSite(old, "old-", 40);
    const fresh = await open("new");
    await makeSite(fresh, "new-", 120);
    const backup = join(folder, `${kind}.tar.gz`);
    await onGround(fresh, (ground) =>
      writeBackup({ ...ground, release: "1.0.0" }, backup, { now: new Date() }),
    );
    const [before, after] = [await stateOf(old), await stateOf(fresh)];
    expect(before.secret).not.toBe(after.secret);

    const args = ["restore", backup, "--yes", "--no-safety"];
    const rehearsal = await open("rehearsal", "old");
    const run = startCli(args, { env: rehearsal });
    await run.printed("It is whole");
    const begun = performance.now();
    expect((await run.ended).code).toBe(0);
    const duration = performance.now() - begun;
    expect(await stateOf(rehearsal)).toEqual(after);

    const seen = { old: 0, new: 0 };
    for (let kill = 0; kill < KILLS[kind]; kill++) {
      const site = await open(`kill-${kill}`, "old");
      const restoring = startCli(args, { env: site });
      await restoring.printed("It is whole");
      await pause((duration * kill) / (KILLS[kind] - 2));
      restoring.kill("SIGKILL");
      await restoring.ended;
      const state = await stateOf(site);
      const which = state.secret === before.secret ? "old" : "new";
      expect(state).toEqual(which === "old" ? before : after);
      expect((await readdir(site.DATA_DIR!)).filter((name) => name.startsWith("secret"))).toEqual(["secret"]);
      seen[which] += 1;
      await rm(site.DATA_DIR!, { recursive: true });
    }
    expect(seen.old).toBeGreaterThan(0);
    expect(seen.old + seen.new).toBe(KILLS[kind]);
  }, 600_000);
});

it("moving from the embedded database to a server carries everything, and asks before it replaces", async () => {
  const env = { DATA_DIR: join(folder, "moving") };
  await makeSite(env, "moved-", 50);
  const before = await stateOf(env);
  const work = {
    env: { ...env, DATABASE_URL: await createDatabase(serverUrl, `moved_${process.pid}`) },
    folder,
  };
  expect((await runCli(["move-to-postgres"], { env, folder })).said).toContain("Set DATABASE_URL");
  const first = await runCli(["move-to-postgres"], work);
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining("The site is in PostgreSQL now") });
  expect(await stateOf(work.env)).toEqual(before);
  const second = await runCli(["move-to-postgres"], work);
  expect(second).toMatchObject({
    code: 1,
    said: expect.stringContaining("say it with move-to-postgres --yes"),
  });
  expect(await stateOf(work.env)).toEqual(before);
  expect(await readFile(join(env.DATA_DIR, "secret"), "utf8")).toContain(before.secret);
});
