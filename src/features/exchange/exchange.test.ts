import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { csvLine } from "#base/csv.ts";
import { organizationAt } from "#features/organizations/factory.ts";
import { organizationsNamed } from "#features/organizations/find.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { workbookOf, workbookWith } from "#platform/spreadsheets/factory.ts";
import { sheetRows } from "#platform/spreadsheets/read.ts";
import { readHeadings } from "./importing/headings.ts";
import { importById, importedRows } from "./importing/queries.ts";

let world: World;
let editor: SignedIn;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  editor = await world.person("editor");
  ctx = await world.ctx(editor.actor);
}, 120_000);
afterAll(() => world.close());
afterEach(() => world.runJobs());

/** Our own tables disarm formulas; others do not. */
const withFormula = (...rows: string[][]) =>
  Buffer.concat([
    csv(...rows),
    Buffer.from('Formula Works,business,NE,"=HYPERLINK(""http://evil.test"",""x"")"\r\n'),
  ]);
const csv = (...rows: string[][]) => Buffer.from(rows.map((row) => csvLine(row)).join(""));

/** Sends a table as the form does. @returns the address of its page */
async function bring(kind: string, bytes: Uint8Array, name = "table.csv"): Promise<string> {
  const answer = await world.post(`/desk/exchange/${kind}/imports`, {
    as: editor,
    files: [{ field: "table", name, bytes }],
  });
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
}

async function tried(kind: string, bytes: Uint8Array, name?: string) {
  const address = await bring(kind, bytes, name);
  await world.runJobs();
  const id = address.split("/").at(-1)!;
  return {
    id,
    address,
    one: (await importById(ctx, id))!,
    rows: await importedRows(ctx, id, { limit: 1_000 }),
    page: await world.page(address, { as: editor }),
  };
}

async function takeIn(address: string, form: Record<string, string> = {}): Promise<Response> {
  const tries = /name="tries" value="(\d+)"/.exec(await world.page(address, { as: editor }))?.[1] ?? "";
  return world.post(`${address}/taking-in`, { as: editor, form: { tries, ...form } });
}

const outcomes = (rows: { outcome: string }[]) => rows.map(({ outcome }) => outcome);
const problemsOf = (rows: { problems: { column: string; message: string }[] }[]) =>
  rows.flatMap(({ problems }) => problems.map(({ column, message }) => `${column}: ${message}`));
const names = async (...asked: string[]) =>
  (
    await organizationsNamed(
      ctx,
      asked.map((name) => ({ name, stateCode: "ne" })),
    )
  ).map((one) => one?.name);

describe("a table is tried out before anything changes", () => {
  test("every row says what would become of it, and a yes does it", async () => {
    await organizationAt(ctx, {
      name: "Stays Bank",
      kind: "business",
      alsoKnownAs: [],
      place: "",
      url: null,
      source: "",
    });
    await organizationAt(ctx, {
      name: "Moves Bank",
      kind: "business",
      alsoKnownAs: [],
      place: "Omaha",
      url: null,
    });
    const { page, rows, address } = await tried(
      "organizations",
      csv(
        ["Name", "KIND", "State", "Place"],
        ["New Bank", "business", "NE", "Kearney"],
        ["STAYS BANK, Inc.", "", "Nebraska", ""],
        ["Moves Bank", "Business", "ne", "Lincoln"],
      ),
    );
    expect(outcomes(rows)).toEqual(["new", "changed", "changed"]);
    expect(rows[1]?.changes).toEqual([{ column: "name", from: "Stays Bank", to: "STAYS BANK, Inc." }]);
    expect(page).toContain("<del>Omaha</del> <ins>Lincoln</ins>");
    expect(await names("New Bank")).toEqual([undefined]);
    expect((await takeIn(address)).status).toBe(303);
    await world.runJobs();
    expect(await world.page(address, { as: editor })).toContain("1 new, 2 changed");
    expect(await names("New Bank", "stays bank")).toEqual(["New Bank", "STAYS BANK, Inc."]);
    expect(await world.page("/organizations?q=lincoln")).toContain("Moves Bank");
    expect(await world.page("/desk/audit", { as: editor })).toContain(
      "took in a table of organizations (table.csv): 1 new, 2 changed",
    );
  });

  test("refused rows are said at their cells, and left out only where the editor says so", async () => {
    const { page, rows, address, one } = await tried(
      "organizations",
      withFormula(
        ["name", "kind", "state", "website"],
        ["Good Works", "business", "NE", ""],
        ["", "business", "NE", ""],
        ["Bad Works", "club", "ZZ", "javascript:alert(1)"],
        ["good works inc", "business", "NE", ""],
      ),
    );
    expect(outcomes(rows)).toEqual(["new", "refused", "refused", "refused", "refused"]);
    expect(page).toContain("D4 (website):");
    expect(page).toContain("Row 2 is about the same organization");
    expect(problemsOf(rows).join()).toContain("website: This cell holds a formula");
    expect(page).toContain("Take in the 1 row and leave 4 out");
    const without = await world.post(`${address}/taking-in`, {
      as: editor,
      form: { tries: String(one.tries) },
    });
    expect(without.status).toBe(409);
    expect(await without.text()).toContain("say that they may be left out");
    const report = await world.page(`${address}/refused/csv`, { as: editor });
    expect(report).toContain("row_in_file,what_to_mend");
    expect(report).toContain(`"'=HYPERLINK(`);
    expect((await takeIn(address, { leaveOut: "yes" })).status).toBe(303);
    await world.runJobs();
    expect(await names("Good Works", "Bad Works")).toEqual(["Good Works", undefined]);
  });

  test("the report of refused rows is mended and sent again as it is", async () => {
    const first = await tried(
      "organizations",
      csv(["name", "kind", "state"], ["Mended Works", "clubb", "NE"]),
    );
    const report = await world.page(`${first.address}/refused/csv`, { as: editor });
    const { rows, one } = await tried("organizations", Buffer.from(report.replace("clubb", "business")));
    expect(outcomes(rows)).toEqual(["new"]);
    expect(one.notes).toEqual([]);
  });

  test("nothing is taken in where the directory changed meanwhile, and it is tried again", async () => {
    const { address } = await tried(
      "organizations",
      csv(["name", "kind", "state"], ["Raced Works", "business", "NE"]),
    );
    await organizationAt(ctx, { name: "Raced Works, Inc.", kind: "agency" });
    await takeIn(address);
    await world.runJobs();
    const page = await world.page(address, { as: editor });
    expect(page).toContain("The directory changed after this table was tried");
    expect(page).toContain("<del>agency</del> <ins>business</ins>");
    expect(await names("Raced Works")).toEqual(["Raced Works, Inc."]);
    // A yes to what was read before counts for nothing.
    const stale = await world.post(`${address}/taking-in`, { as: editor, form: { tries: "1" } });
    expect(stale.status).toBe(409);
  });

  test("where one row fails while all are written, none is", async () => {
    const many = Array.from({ length: 300 }, (_, index) => [`Half Works ${index}`, "business", "NE"]);
    const { address, id } = await tried("organizations", csv(["name", "kind", "state"], ...many));
    const { pool } = world.house.ground.database;
    await pool.query(`create function fails() returns trigger language plpgsql as $$ begin
      if new.name = 'Half Works 299' then raise 'The disk is on fire'; end if; return new; end $$`);
    await pool.query(
      "create trigger fails before insert on organizations for each row execute function fails()",
    );
    await takeIn(address);
    await world.runJobs();
    await pool.query("drop function fails cascade");
    expect(await importById(ctx, id)).toMatchObject({ state: "failed" });
    expect(await names("Half Works 0", "Half Works 298")).toEqual([undefined, undefined]);
    expect(await world.page(address, { as: editor })).toContain("so none of them was");
  });

  test("a job that is cut off and begins anew does no harm", async () => {
    const address = await bring(
      "organizations",
      csv(["name", "kind", "state"], ["Twice Works", "business", "NE"]),
    );
    const id = address.split("/").at(-1)!;
    await world.runJobs();
    await ctx.db
      .updateTable("imports")
      .set({ state: "reading", rows_tried: 0 })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, "exchange.try", { id });
    await world.runJobs();
    await takeIn(address);
    await ctx.jobs.enqueue(ctx, "exchange.take-in", { id });
    await world.runJobs();
    const { rows } = await world.house.ground.database.pool.query(
      "select count(*)::integer as count from organizations where name = 'Twice Works'",
    );
    expect(rows[0].count).toBe(1);
  });

  test("an editor drops it, and after a month it is forgotten", async () => {
    const { address, id } = await tried(
      "organizations",
      csv(["name", "kind"], ["Dropped Works", "business"]),
    );
    expect((await world.post(`${address}/dropping`, { as: editor, form: {} })).status).toBe(303);
    expect(await importedRows(ctx, id, { limit: 5 })).toEqual([]);
    expect((await takeIn(address)).status).toBe(409);
    await ctx.db
      .updateTable("imports")
      .set({ created_at: new Date(ctx.now.getTime() - 31 * 86_400_000) })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, "exchange.clear-old", {});
    await world.runJobs();
    expect((await world.get(address, { as: editor })).status).toBe(404);
  });
});

describe("a file that cannot be taken", () => {
  const refusal = async (bytes: Uint8Array, name?: string) => {
    const { one, rows, page } = await tried("organizations", bytes, name);
    expect([one.state, rows.length]).toEqual(["refused", 0]);
    expect(page).toContain("This file cannot be taken");
    return one.problem;
  };

  test("says which columns are missing, and which may be meant", async () => {
    const problem = await refusal(csv(["organisation name", "sort", "state"], ["A", "business", "NE"]));
    expect(problem).toContain("These columns are missing: “name”, “kind”.");
    expect(problem).toContain("“organisation name” in column A, which may be meant for “name”");
    expect(await refusal(csv(["name", "kind", "Name"], ["A", "b", "c"]))).toContain(
      "stands above two columns",
    );
    expect(await refusal(csv(["name", "kind"]))).toContain("only headings");
  });

  test("a column that is not known is said and left out", async () => {
    const { page, rows } = await tried(
      "organizations",
      csv(["name", "kind", "websit", "mood"], ["Odd", "business", "x", "=1"]),
    );
    expect(page).toContain("“websit” in column C, which may be meant for “website”");
    expect(outcomes(rows)).toEqual(["new"]);
    expect(
      readHeadings(
        ["Náme ", "KIND*", "also known as (short)"],
        [
          { key: "name", hint: "", example: "", required: true },
          { key: "kind", hint: "", example: "" },
          { key: "also_known_as", hint: "", example: "" },
        ],
      ),
    ).toMatchObject({ ok: true, headings: { places: { name: 0, kind: 1, also_known_as: 2 }, notes: [] } });
  });

  test("a bomb, a picture, an old spreadsheet and 100,001 rows are refused in words", async () => {
    const bomb = await workbookWith(`<row r="1"><c r="A1" t="str"><v>${" ".repeat(40e6)}</v></c></row>`);
    expect(await refusal(bomb, "bomb.xlsx")).toContain("unpacks to far more");
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "old.xls")).toContain("before 2007");
    const long = Buffer.from(`name,kind\n${"A,business\n".repeat(100_001)}`);
    expect(await refusal(long)).toContain("more than 100,000 rows");
    const picture = await world.post("/desk/exchange/organizations/imports", {
      as: editor,
      files: [{ field: "table", name: "a.csv", bytes: Buffer.from("\x89PNG\r\n", "latin1") }],
    });
    expect(picture.status).toBe(422);
    expect(await picture.text()).toContain("is no table");
    const nothing = await world.post("/desk/exchange/organizations/imports", {
      as: editor,
      form: {},
      files: [],
    });
    expect(nothing.status).toBe(422);
  });

  test("texts in Windows-1252 and UTF-8 are read as what they are, and a row with too many cells is refused", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\ufeffname;kind;state\nAñasco Works;business;PR\n"),
      Buffer.from("Château Works;business;LA\n", "latin1"),
      Buffer.from("Too; many; cells; here\n"),
    ]);
    const { rows } = await tried("organizations", bytes);
    expect(rows.map(({ title }) => title)).toEqual(["Añasco Works", "Château Works", "Too"]);
    expect(problemsOf(rows).join()).toContain("There is something in column D, which has no heading");
  });

  test("the example of the template is not taken for a thing", async () => {
    const template = await world.get("/desk/exchange/partnerships/template/xlsx", { as: editor });
    const { rows } = await tried("partnerships", Buffer.from(await template.arrayBuffer()), "template.xlsx");
    expect(problemsOf(rows)).toEqual([": This is the example from the template. Delete this row."]);
  });
});

describe("partnerships as a table", () => {
  const head = [
    "name",
    "states",
    "counties",
    "sectors",
    "stage",
    "stage_since",
    "stage_word",
    "academy_on",
    "launched_on",
    "conveners",
  ];
  const row = (name: string, more: Record<string, string> = {}) =>
    head.map((key) => more[key] ?? (key === "name" ? name : key === "states" ? "NE" : ""));

  test("come in with counties, sectors, dates as serials, and conveners that the directory then knows", async () => {
    const { rows, address } = await tried(
      "partnerships",
      csv(
        head,
        row("Loup River Makers", {
          counties: "31109; Lancaster County, NE; Seward",
          sectors: "Manufacturing; healthcare",
          stage: "Active",
          stage_since: "43377",
          academy_on: "March 2018",
          launched_on: "10/4/2018",
          conveners: "Loup Valley Chamber",
        }),
      ),
    );
    expect(problemsOf(rows)).toEqual([]);
    await takeIn(address);
    await world.runJobs();
    const made = await ctx.db
      .selectFrom("partnerships")
      .selectAll()
      .where("name", "=", "Loup River Makers")
      .executeTakeFirstOrThrow();
    expect(made).toMatchObject({ stage: "active", stage_since: "2018-10-04" });
    expect(made.content).toMatchObject({
      counties: ["31109", "31159"],
      countiesKnown: "exact",
      milestones: [
        { kind: "academy", on: "2018-03" },
        { kind: "launch", on: "2018-10-04" },
      ],
    });
    expect(await names("Loup Valley Chamber, Inc.")).toEqual(["Loup Valley Chamber"]);
    expect(await world.page(`/partnerships/${made.slug}`)).toContain("Loup Valley Chamber");
  });

  test("are refused at their cells: counties, states, sectors, dates, stages that need a word", async () => {
    await partnershipAt(ctx, { name: "Active Already", counties: [], stage: "active", since: "2018" });
    const { rows } = await tried(
      "partnerships",
      csv(
        head,
        row("Far County", { counties: "42011" }),
        row("No County", { counties: "31999" }),
        row("Lost Zero", { counties: "6001", states: "CA" }),
        row("No State", { states: "Nebrasca" }),
        row("No Sector", { sectors: "Heathcare" }),
        row("No Date", { stage_since: "soon" }),
        row("Too Early", { academy_on: "2019-05", launched_on: "2018" }),
        row("Active Already", { stage: "emerging" }),
        row("Active Already", { stage: "emerging", stage_word: "It began anew." }),
        row("To Come", { stage: "active", stage_since: "2031" }),
      ),
    );
    expect(outcomes(rows).filter((one) => one !== "refused")).toEqual(["changed"]);
    const said = problemsOf(rows);
    for (const words of [
      "counties: 42011 is Berks County, Pennsylvania, not a county of Nebraska.",
      "counties: “31999” begins like a county of Nebraska",
      "counties: “6001” has four digits. Spreadsheets drop a leading zero",
      "states: “Nebrasca” is no state",
      "sectors: No sector is called “Heathcare”",
      "stage_since: “soon” is no date here",
      "launched_on: The launch (2018) would be before the academy (2019-05)",
      "stage: From active to emerging needs a word of explanation",
      "stage_since: This is still to come",
    ])
      expect(said.some((one) => one.startsWith(words))).toBe(true);
  });
});

describe("what is taken out is brought back", () => {
  const cell = fc.constantFrom(
    "",
    "Plain",
    "=1+1",
    "'=1",
    "+1 402",
    "a, b",
    'say "x"',
    "@home",
    "-",
    "Añ ö",
    "0012",
  );
  const some = fc.record({ place: cell, source: cell, aka: cell, summary: cell, region: cell });

  test.each(["csv", "xlsx"])(
    "and every row of it is unchanged (%s)",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 3 }), async (all) => {
          for (const { place, source, aka, summary, region } of all) {
            const name = `Round ${ctx.random.id().slice(0, 8)}`;
            const alsoKnownAs = aka ? [aka] : [];
            const one = await organizationAt(ctx, { name, place, source, alsoKnownAs, url: null });
            await partnershipAt(ctx, {
              name,
              summary,
              region,
              alsoKnownAs,
              roles: [{ id: "r", role: "convener", organization: { name: one.name, id: one.id } }],
              sources: source ? [{ name: source }] : [],
            });
          }
          for (const kind of ["organizations", "partnerships"]) {
            const out = await world.get(`/desk/exchange/${kind}/export/${format}`, { as: editor });
            const { one } = await tried(kind, Buffer.from(await out.arrayBuffer()), `all.${format}`);
            expect([kind, one.problem, Object.keys(one.counts)]).toEqual([kind, null, ["unchanged"]]);
          }
        }),
        { numRuns: 3 },
      );
    },
    60_000,
  );

  test("as a table whose formulas are words", async () => {
    await organizationAt(ctx, { name: "=CMD|' /C calc'!A0", place: "@SUM(1)" });
    const out = await world.page("/desk/exchange/organizations/export/csv", { as: editor });
    expect(out).toContain(`'=CMD|' /C calc'!A0`);
    expect(out).toContain("'@SUM(1)");
    const file = await world.get("/desk/exchange/organizations/export/xlsx", { as: editor });
    const firsts: string[] = [];
    for await (const { cells, problems } of sheetRows(Buffer.from(await file.arrayBuffer()))) {
      expect(problems).toEqual([]);
      firsts.push(cells[1] ?? "");
    }
    expect(firsts).toContain(`=CMD|' /C calc'!A0`);
  });
});

describe("who may", () => {
  test("editors alone bring and take tables", async () => {
    const { address } = await tried(
      "organizations",
      await workbookOf([
        ["name", "kind"],
        ["Kept Works", "business"],
      ]),
      "a.xlsx",
    );
    const member = await world.person("member");
    for (const path of [
      "/desk/exchange",
      "/desk/exchange/organizations",
      "/desk/exchange/organizations/export/csv",
      "/desk/exchange/organizations/template/csv",
      address,
      `${address}/progress`,
      `${address}/refused/csv`,
      "/desk/merging",
    ])
      expect([path, (await world.get(path, { as: member })).status]).toEqual([path, 403]);
    expect((await world.post(`${address}/taking-in`, { as: member, form: { tries: "1" } })).status).toBe(403);
    expect((await world.get("/desk/exchange/nothing", { as: editor })).status).toBe(404);
    expect((await world.get("/desk/exchange/organizations/export/pdf", { as: editor })).status).toBe(404);
  });

  test("its page costs the same number of queries for one row and for many", async () => {
    const bring = (count: number) =>
      tried(
        "organizations",
        csv(
          ["name", "kind"],
          ...Array.from({ length: count }, (_, i) => [`Count ${count} ${i}`, "business"]),
        ),
      );
    const one = await bring(1);
    const three = await bring(3);
    const queries = (address: string) => countQueries(() => world.page(address, { as: editor }));
    expect(await queries(three.address)).toBe(await queries(one.address));
  });
});
