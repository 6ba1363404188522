import { Writable } from "node:stream";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { goTo } from "./conducting.ts";
import { launchAt, roomAt, sumsOf } from "./factory.ts";
import { groupsOf } from "./queries.ts";

let world: World;
let ctx: Ctx;
const lines: string[] = [];
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  world = await openWorld({ log: pino({ level: "trace" }, sink) });
  ctx = await world.ctx({ kind: "system", name: "Test" });
});
afterAll(() => world.close());

/** Every row of every table, as one text for each. */
async function everyRow(): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(ctx.db);
  const all = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} t`
      .execute(ctx.db)
      .catch(() => ({ rows: [] }));
    all.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return all;
}

/** What is new or different, by table. */
function changes(before: Map<string, string[]>, after: Map<string, string[]>): Record<string, string[]> {
  const changed = [...after].map(([name, rows]) => [
    name,
    rows.filter((row) => !before.get(name)?.includes(row)),
  ]);
  return Object.fromEntries(changed.filter(([, rows]) => rows!.length > 0));
}

test("nothing that is written down ties a company to its votes, whatever is read, and however often", async () => {
  const launch = await launchAt(ctx, { companies: ["Acme Welding", "Bighorn Steel"] });
  const room = await roomAt(ctx, launch, { step: "vote" });
  const groups = (await groupsOf(ctx, room.meeting)).map(({ id }) => id);
  const [acme, bighorn] = launch.companies.map(({ id }) => id);
  const sending = ctx.random.id();
  const before = await everyRow();
  lines.length = 0;
  const voted = await world.post(`/room/${room.code}/ballot`, {
    form: { company: acme!, choices: [groups[1]!, groups[2]!], sending },
  });
  expect(voted.headers.get("location")).toBe(`/room/${room.code}/ballot/received`);
  const after = await everyRow();

  // Somebody who reads everything before and after one single vote learns that the company has voted.
  const changed = changes(before, after);
  expect(Object.keys(changed).sort()).toEqual(["launch_boxes", "launch_papers"]);
  expect(Object.keys(JSON.parse(changed.launch_papers![0]!)).sort()).toEqual([
    "company",
    "meeting",
    "receipt",
    "used",
  ]);
  const box = JSON.parse(changed.launch_boxes![0]!) as { sums: string };
  const unlike = JSON.parse(before.get("launch_boxes")![0]!) as { sums: string };
  // All of its cover is new and as long as before, so the difference says nothing.
  expect(box.sums.length).toBe(unlike.sums.length);
  expect(box.sums.slice(0, 16)).not.toBe(unlike.sums.slice(0, 16));
  for (const row of Object.values(changed).flat())
    for (const trace of [sending, ...groups]) expect(row).not.toContain(trace);

  // Neither does the log, nor any page of those who conduct, before the box is opened.
  const said = lines.join("");
  expect(said).toContain("/room/:code/ballot");
  for (const trace of [acme!, sending, ...groups, room.code]) expect(said).not.toContain(trace);

  await world.post(`/room/${room.code}/ballot`, {
    form: { company: bighorn!, choices: [groups[1]!], sending: ctx.random.id() },
  });
  expect(await sumsOf(ctx, room.meeting)).toEqual({});
  await goTo(ctx, room.meeting, { from: "vote", to: "count" });
  await goTo(ctx, room.meeting, { from: "count", to: "results" });
  expect(await sumsOf(ctx, room.meeting)).toEqual({
    "Find welders": 0,
    "Share freight": 2,
    "Sell together": 1,
    "Fix the road": 0,
  });
  expect((await everyRow()).get("launch_boxes")).toEqual([]);
});

test("the number of the transaction that wrote a company's paper is on no sum", async () => {
  const launch = await launchAt(ctx, { companies: ["Acme Welding", "Bighorn Steel"] });
  const room = await roomAt(ctx, launch, { step: "vote" });
  const [group] = await groupsOf(ctx, room.meeting);
  for (const { id } of launch.companies)
    await world.post(`/room/${room.code}/ballot`, {
      form: { company: id, choices: [group!.id], sending: ctx.random.id() },
    });
  await goTo(ctx, room.meeting, { from: "vote", to: "count" });
  await goTo(ctx, room.meeting, { from: "count", to: "results" });
  const { rows } = await sql<{ of: string }>`
    select p.company as of from launch_papers p join launch_groups g on g.xmin = p.xmin
    where p.meeting = ${room.meeting}`.execute(ctx.db);
  expect(rows).toEqual([]);
});
