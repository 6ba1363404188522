import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, type World } from "#kit/world.ts";
import { forgetOldMails } from "#platform/mail/forgetting.ts";
import { filledForm, idIn, mailedLink, received, send } from "./factory.ts";
import { deleteUnconfirmed, forgetNetworks } from "./forgetting.ts";

const DAY = 24 * 60 * 60 * 1000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const system = async () => world.ctx({ kind: "system", name: "Test" });

test("what nobody confirmed is deleted after 14 days with its files, and nothing else is", async () => {
  const file = { field: "files", name: "plan.pdf", bytes: pdfFile() };
  const form = filledForm();
  const id = idIn(await send(world, form, [file]));
  const kept = await received(world, {}, [{ ...file, bytes: pdfFile("another") }]);
  const link = await mailedLink(world, String(form.email), "confirm");
  world.clock.advance(13.9 * DAY);
  expect(await deleteUnconfirmed(await system())).toBe(0);
  expect((await world.get(link)).status).toBe(200);
  world.clock.advance(0.2 * DAY);
  expect(await deleteUnconfirmed(await system())).toBe(1);
  expect(await deleteUnconfirmed(await system())).toBe(0);
  const { db } = await world.ctx();
  const rows = await db.selectFrom("happenings").select("id").execute();
  expect(rows).toEqual([{ id: kept.id }]);
  expect(await db.selectFrom("media").select("name").execute()).toHaveLength(1);
  for (const table of ["submissions", "artefacts", "happening_versions"] as const) {
    const left = await db.selectFrom(table).select("happening").where("happening", "=", id).execute();
    expect([table, left]).toEqual([table, []]);
  }
  const mails = (await world.mails()).map(({ kind, to }) => [kind, to]);
  expect(mails.filter(([, to]) => to === String(form.email))).toEqual([]);
  expect(mails).toContainEqual(["submission-confirm", kept.email]);
  const dead = await world.get(link);
  expect(dead.status).toBe(404);
  expect(await dead.text()).toContain("An update that nobody confirms within 14 days is deleted");
});

test("a copy of a mail that has gone out is kept for a year, and one that failed until somebody looks", async () => {
  const { db } = await world.ctx();
  await received(world);
  await world.runJobs();
  const count = (await world.mails()).length;
  const failed = await db.selectFrom("mails").select("id").limit(1).executeTakeFirstOrThrow();
  await db.updateTable("mails").set({ state: "failed" }).where("id", "=", failed.id).execute();
  expect(await forgetOldMails(await system())).toBe(0);
  world.clock.advance(366 * DAY);
  expect(await forgetOldMails(await system())).toBe(count - 1);
  expect(await db.selectFrom("mails").select("id").execute()).toEqual([failed]);
});

test("the network something came from is forgotten after 30 days", async () => {
  const { id } = await received(world);
  const network = async () => {
    const ctx = await system();
    await forgetNetworks(ctx);
    const row = await ctx.db
      .selectFrom("submissions")
      .select("network")
      .where("happening", "=", id)
      .executeTakeFirst();
    return row?.network;
  };
  world.clock.advance(29 * DAY);
  expect(await network()).toEqual(expect.any(String));
  world.clock.advance(2 * DAY);
  expect(await network()).toBeNull();
});
