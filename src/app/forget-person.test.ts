import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, type World } from "#kit/world.ts";
import { received, solvedProof } from "../features/happenings/submissions/factory.ts";
import { trustSubmitter } from "../features/happenings/submissions/trust.ts";
import { forgetPerson } from "./forget-person.ts";

const EMAIL = "ana.ruiz@example.org";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const forget = async (email = EMAIL) =>
  forgetPerson(await world.ctx({ kind: "system", name: "Command line" }), world.house.features, email);

/** Every row of every table of ours, as text. */
async function everything(): Promise<string> {
  const { pool } = world.house.ground.database;
  const tables = await pool.query(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const rows: unknown[] = [];
  for (const { table_name } of tables.rows)
    rows.push((await pool.query(`select one::text from "${table_name}" one`)).rows);
  return JSON.stringify(rows);
}

test("somebody who asks is forgotten everywhere, and what readers see stays", async () => {
  const editor = await world.person("editor");
  const file = { field: "files", name: "their-plan.pdf", bytes: pdfFile() };
  const unpublished = await received(world, { email: EMAIL, title: "Never shown to anybody" }, [file]);
  const shown = await received(world, { email: EMAIL, name: "Ana Maria Ruiz", credit: "Lane" });
  const other = await received(world, { email: `jo${EMAIL}`, name: "Joana" });
  await world.post(`/desk/happenings/${shown.id}/publication`, {
    as: editor,
    form: { version: "1", stage: "received" },
  });
  await trustSubmitter(await world.ctx(editor.actor), EMAIL);
  await world.post("/sponsors/inquiries", {
    form: {
      ...{ name: "Ana Maria Ruiz", organization: "Lane", email: EMAIL, message: "What would it take?" },
      proof: await solvedProof(world),
    },
  });
  const before = await (await world.ctx()).db
    .selectFrom("happenings")
    .select(["stage", "year", "slug"])
    .where("id", "=", shown.id)
    .executeTakeFirstOrThrow();
  expect(before.stage).toBe("published");
  const address = `/happenings/${before.year}/${before.slug}`;
  const page = await world.page(address);

  const lines = await forget();
  expect(lines).toEqual(
    expect.arrayContaining([
      "1 updates that were not on the site deleted, with their files",
      "1 published updates kept, without who sent them in",
      "1 notes of trust in their address deleted",
      "1 inquiries about sponsoring deleted, with their answers",
    ]),
  );
  const rest = (await everything()).replaceAll(`jo${EMAIL}`, "");
  for (const words of [EMAIL, "Ana Maria Ruiz", "Never shown to anybody", "their-plan", "What would it take"])
    expect([words, rest.includes(words)]).toEqual([words, false]);
  expect(await world.page(address)).toBe(page);
  for (const gone of [unpublished.status, shown.status]) expect((await world.get(gone)).status).toBe(404);
  expect((await world.get(other.status)).status).toBe(200);
  expect((await world.mails()).some(({ to }) => to === `jo${EMAIL}`)).toBe(true);
  const desk = await world.get(`/desk/happenings/${shown.id}`, { as: editor });
  expect(desk.status).toBe(200);
  expect(await desk.text()).not.toContain("Sent by");
  expect(await world.page("/desk/audit", { as: editor })).toContain(
    "deleted what this site held about somebody who asked for it",
  );
  expect(await forget()).toEqual([]);

  const mails = (await world.mails()).length;
  const taken = await world.post(`/desk/happenings/${shown.id}/unpublication`, {
    as: editor,
    form: { version: "1", stage: "published", why: "It is out of date." },
  });
  expect(taken.status).toBe(303);
  expect(await world.mails()).toHaveLength(mails);
});

test("the last editor who can sign in cannot be forgotten, and then nothing is", async () => {
  const { db } = await world.ctx();
  await db.updateTable("people").set({ role: "member" }).execute();
  const last = await world.person("editor", "Last One");
  const { id } = await received(world, { email: last.email });
  await expect(forget(last.email)).rejects.toThrow("This is the last editor who can sign in");
  expect(await db.selectFrom("submissions").select("email").where("happening", "=", id).execute()).toEqual([
    { email: last.email },
  ]);
  const next = await world.person("editor", "Next One");
  await db.updateTable("people").set({ last_seen_at: world.clock.now() }).where("id", "=", next.id).execute();
  expect(await forget(last.email)).toContain("1 accounts deleted, signed out on every device");
  expect((await world.get("/account", { as: last })).status).toBe(303);
});
