import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvLine } from "#base/csv.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeRow } from "#platform/exchange.ts";
import { findOrJoin } from "../actions.ts";
import { saveProfile } from "../profiles/actions.ts";
import { profileOf, profileValues } from "../profiles/factory.ts";
import { ProfileForm } from "../profiles/forms.ts";
import { personByEmail } from "../queries.ts";
import { COLUMNS } from "./columns.ts";
import { peopleTable } from "./table.ts";

let world: World;
let administrator: SignedIn;
let editor: SignedIn;
let member: SignedIn;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  administrator = await world.person("administrator");
  editor = await world.person("editor");
  member = await world.person("member", "Rhea Reader");
  ctx = await world.ctx(administrator.actor);
}, 240_000);
afterAll(() => world.close());

const HEADINGS = COLUMNS.map(({ key }) => key);
const csv = (...rows: ExchangeRow[]) =>
  Buffer.from(
    [HEADINGS, ...rows.map((row) => HEADINGS.map((key) => row[key] ?? ""))]
      .map((row) => csvLine(row))
      .join(""),
  );

/** Sends a table as the form does, and has it tried. @returns the address of its page */
async function bring(bytes: Uint8Array): Promise<string> {
  const answer = await world.post("/desk/exchange/people/imports", {
    as: administrator,
    files: [{ field: "table", name: "people.csv", bytes }],
  });
  expect(answer.status).toBe(303);
  await world.runJobs();
  return answer.headers.get("location")!;
}

async function takeIn(address: string): Promise<void> {
  const tries =
    /name="tries" value="(\d+)"/.exec(await world.page(address, { as: administrator }))?.[1] ?? "";
  const answer = await world.post(`${address}/taking-in`, { as: administrator, form: { tries } });
  expect(answer.status).toBe(303);
  await world.runJobs();
}

/** How many rows of an import came out how. */
async function countsOf(address: string): Promise<Record<string, number>> {
  const row = await world.house.ground.database.db
    .selectFrom("imports")
    .select("counts")
    .where("id", "=", address.split("/").at(-1)!)
    .executeTakeFirstOrThrow();
  return row.counts as Record<string, number>;
}

const judge = (...rows: ExchangeRow[]) => peopleTable.judge(ctx, rows, new Map(), 2);
const outcomes = async (...rows: ExchangeRow[]) => (await judge(...rows)).map(({ outcome }) => outcome);

async function everyRow(): Promise<ExchangeRow[]> {
  const all: ExchangeRow[] = [];
  for await (const some of peopleTable.rows(ctx)) all.push(...some);
  return all;
}

async function storedProfile(email: string) {
  const person = await personByEmail(ctx, email);
  return world.house.ground.database.db
    .selectFrom("profiles")
    .selectAll()
    .where("person", "=", person!.id)
    .executeTakeFirstOrThrow();
}

const IRIS: ExchangeRow = {
  email: "Iris.Import@people.test",
  name: "Iris Import",
  role: "State lead",
  title: "Program officer",
  organization: "Imported Works Board",
  states: "NE; Iowa",
  sectors: "Healthcare",
  phases: "prepare; Launch",
  can_help: "Grant letters.",
  looking_for: "A peer.",
};

describe("people who are brought in", () => {
  test("become members with a profile that nobody sees, and no mail goes out", async () => {
    const mails = (await world.mails()).length;
    const address = await bring(csv(IRIS, { email: "nora.new@people.test", name: "Iris Import" }));
    expect(await world.page(address, { as: administrator })).toContain("Iris Import");
    expect(await personByEmail(ctx, "iris.import@people.test")).toBeUndefined();
    await takeIn(address);
    expect(await world.page(address, { as: administrator })).toContain("2 new");

    const iris = await personByEmail(ctx, "iris.import@people.test");
    expect(iris).toMatchObject({ name: "Iris Import", role: "member", lastSeenAt: null });
    expect(await storedProfile("iris.import@people.test")).toMatchObject({
      listed_for: "nobody",
      written_by: "nobody",
      shown: {},
      role: "state-lead",
      title: "Program officer",
      organization_name: "Imported Works Board",
      states: ["ne", "ia"],
      phases: ["prepare", "launch"],
      can_help: "Grant letters.",
      sort_name: "iris import",
      found_public: null,
      found_members: null,
    });
    const slugs = [
      (await storedProfile("iris.import@people.test")).slug,
      (await storedProfile("nora.new@people.test")).slug,
    ];
    expect(slugs[0]).toBe("iris-import");
    expect(slugs[1]).toMatch(/^iris-import-[a-z0-9]{4}$/);
    for (const as of [member, editor, administrator]) {
      expect(await world.page("/people", { as })).not.toContain("Iris Import");
      expect((await world.get("/people/iris-import", { as })).status).toBe(404);
    }
    expect(await world.page("/organizations?q=imported+works")).toContain("Imported Works Board");
    expect(await world.mails()).toHaveLength(mails);
  });

  test("are unchanged when the same table comes again", async () => {
    const again = await bring(csv(IRIS, { email: "NORA.NEW@people.test", name: "Iris Import" }));
    expect(await countsOf(again)).toEqual({ unchanged: 2 });
    expect(await outcomes(IRIS, { email: "nora.new@people.test", name: "Iris Import" })).toEqual([
      "unchanged",
      "unchanged",
    ]);
  });

  test("are welcomed once, when they sign in for the first time", async () => {
    const iris = await findOrJoin(await world.ctx(), "iris.import@people.test");
    await findOrJoin(await world.ctx(), "iris.import@people.test");
    expect(await world.page("/desk", { as: editor })).toContain("Say hello to Iris Import");
    const told = await world.house.ground.database.db
      .selectFrom("events")
      .select("name")
      .where("subject_id", "=", iris.id)
      .execute();
    expect(told).toEqual([{ name: "person.joined" }]);
  });
});

describe("a row is refused", () => {
  test("at its cell, with what is known", async () => {
    const [row] = await judge({
      email: "bad.cells@people.test",
      name: "Bad Cells",
      role: "Wizard",
      states: "NE; Narnia",
      sectors: "healthcare; Alchemy",
      phases: "party",
      title: "t".repeat(121),
    });
    expect(row?.outcome).toBe("refused");
    const said = Object.fromEntries(row!.problems.map(({ column, message }) => [column, message]));
    expect(Object.keys(said).sort()).toEqual(["phases", "role", "sectors", "states", "title"]);
    expect(said.role).toContain("“Wizard”. Known are: Business champion");
    expect(said.states).toContain("“Narnia” is no state");
    expect(said.sectors).toMatch(/“Alchemy”. Known are: .*Healthcare/);
    expect(said.phases).toContain("Known are: team, sector");
  });

  test("without an address, with one that is none, and without a name for somebody new", async () => {
    const rows = await judge(
      { email: "", name: "Nobody Here" },
      { email: "Maya <maya@people.test>", name: "Maya" },
      { email: "nameless@people.test", name: "" },
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused"]);
    expect(rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ["email"],
      ["email"],
      ["name"],
    ]);
    expect(rows[0]?.problems[0]?.message).toContain("needs an e-mail address");
    expect(rows[1]?.problems[0]?.message).toContain("does not read like an e-mail address");
  });

  test("whose address stands in the file before, however it is written, also in a later part of it", async () => {
    const earlier = new Map<string, number>();
    const twin = { email: "twin@people.test", name: "Twin" };
    const first = await peopleTable.judge(ctx, [twin, { ...twin, email: " TWIN@people.test " }], earlier, 2);
    expect(first.map(({ outcome }) => outcome)).toEqual(["new", "refused"]);
    expect(first[1]?.problems).toEqual([
      { column: "email", message: "Row 2 has the same address. Keep one of the two." },
    ]);
    const [later] = await peopleTable.judge(ctx, [twin], earlier, 300);
    expect(later?.problems[0]?.message).toContain("Row 2");
    expect(later?.command).toBeNull();
  });
});

describe("what a person said of themselves", () => {
  test("stays, and so does who sees it; what is empty and seen by nobody is filled", async () => {
    const owner = await world.person("member", "Olive Owner");
    const { email } = owner.actor as { email: string };
    await profileOf(world, owner, {
      title: "Her own title",
      organization: "Own Words Cooperative",
      "shown-organization": "members",
      state: ["ne"],
      "shown-role": "nobody",
      "shown-lookingFor": "members",
    });
    const before = await storedProfile(email);
    const row = { ...IRIS, email, name: "Another Name", phases: "" };
    const [judged] = await judge(row);
    expect(judged?.changes).toEqual([{ column: "role", from: "", to: "state-lead" }]);
    await takeIn(await bring(csv(row)));

    const after = await storedProfile(email);
    expect(after).toEqual({
      ...before,
      role: "state-lead",
      version: before.version + 1,
      changed_at: after.changed_at,
    });
    const page = await world.page("/people/olive-owner");
    expect(page).toContain("Her own title");
    expect(page).not.toContain("State lead");
    expect(page).not.toContain("Program officer");
    // Its name is for members, and the directory of organizations is for everyone.
    expect(await world.page("/organizations?q=own+words")).not.toContain("Own Words Cooperative");
    expect(await outcomes(row)).toEqual(["unchanged"]);
  });

  test("is complete once they fill in the profile that was begun for them", async () => {
    await takeIn(await bring(csv({ email: "bea.begun@people.test", name: "Bea Begun", title: "Begun" })));
    const bea = await findOrJoin(await world.ctx(), "bea.begun@people.test");
    const form = ProfileForm.parse(profileValues("Bea Begun", { title: "Mine now", version: "1" }));
    await saveProfile(await world.ctx(bea), bea, form, null);
    expect(await world.page("/people/bea-begun")).toContain("Mine now");
    expect(await outcomes({ email: "bea.begun@people.test", name: "B", title: "Begun" })).toEqual([
      "unchanged",
    ]);
  });

  test("a member without a profile gets one that nobody sees, and keeps their name", async () => {
    const lone = await world.person("member", "Lone Member");
    const { email } = lone.actor as { email: string };
    await takeIn(await bring(csv({ email, name: "Else", title: "Coach" })));
    expect((await personByEmail(ctx, email))?.name).toBe("Lone Member");
    expect(await storedProfile(email)).toMatchObject({
      slug: "lone-member",
      title: "Coach",
      listed_for: "nobody",
    });
    expect(await outcomes({ email, name: "" })).toEqual(["unchanged"]);
  });
});

describe("the table of people", () => {
  test("comes out with everybody, without what they hide, and is unchanged when it comes back", async () => {
    const file = await world.get("/desk/exchange/people/export/csv", { as: administrator });
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    const text = bytes.toString();
    expect(text).toContain("iris.import@people.test,Iris Import,,,");
    expect(text).not.toContain("Program officer");
    expect(text).toContain(",Olive Owner,,Her own title,Own Words Cooperative,NE,");
    expect(Object.keys(await countsOf(await bring(bytes)))).toEqual(["unchanged"]);
    const rows = await everyRow();
    expect(new Set(await outcomes(...rows))).toEqual(new Set(["unchanged"]));
  });

  test("is for administrators alone", async () => {
    expect(await world.page("/desk/exchange", { as: administrator })).toContain("/desk/exchange/people");
    expect(await world.page("/desk/exchange", { as: editor })).not.toContain("/desk/exchange/people");
    const brought = await bring(csv({ email: "secret.row@people.test", name: "Secret Row" }));
    const paths = [
      "/desk/exchange/people",
      "/desk/exchange/people/template/csv",
      "/desk/exchange/people/export/csv",
      brought,
      `${brought}/progress`,
      `${brought}/refused/csv`,
    ];
    for (const path of paths) expect((await world.get(path, { as: editor })).status, path).toBe(404);
    for (const path of [`${brought}/taking-in`, `${brought}/dropping`])
      expect((await world.post(path, { as: editor, form: { tries: "1" } })).status, path).toBe(404);
    const sent = await world.post("/desk/exchange/people/imports", {
      as: editor,
      files: [{ field: "table", name: "people.csv", bytes: csv(IRIS) }],
    });
    expect(sent.status).toBe(404);
    expect(await world.page("/desk/exchange", { as: editor })).not.toContain("people.csv");
    expect([403, 404]).toContain((await world.get("/desk/exchange/people", { as: member })).status);
  });

  test("asks and writes with the same number of statements for one row and for many", async () => {
    const row = (n: number) => ({ ...IRIS, email: `many.${n}@people.test`, name: `Many ${n}` });
    const many = Array.from({ length: 40 }, (_, n) => row(n + 1));
    await judge(row(0));
    expect(await countQueries(() => judge(row(0)))).toBe(await countQueries(() => judge(...many)));
    const one = await judge(row(0));
    const all = await judge(...many);
    expect(await countQueries(() => peopleTable.apply(ctx, one))).toBe(
      await countQueries(() => peopleTable.apply(ctx, all)),
    );
    expect(new Set(await outcomes(...many))).toEqual(new Set(["unchanged"]));
    expect((await everyRow()).filter(({ email }) => email?.startsWith("many."))).toHaveLength(41);
  });
});
