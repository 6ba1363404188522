import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { affiliateExchange } from "./exchange.ts";
import { personalLeads } from "./forgetting.ts";
import { affiliatesOfState, affiliatesOnMap } from "./public.ts";
import { affiliateBySlug } from "./queries.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const form = (name: string, more: Record<string, string> = {}) => ({
  name,
  kind: "organization",
  state: "",
  summary: "It works with the model.",
  ...more,
});
const add = (fields: Record<string, string>) => world.post("/desk/affiliates", { as: editor, form: fields });
const bySlug = async (slug: string) => (await affiliateBySlug(await world.ctx(), slug))!;

describe("the list of affiliates", () => {
  test("shows one that an editor added on the very next request, since when as far as that is known", async () => {
    expect(await world.page("/affiliates")).not.toContain("Harbor Workforce Board");
    expect((await add(form("Harbor Workforce Board", { state: "wa", joinedOn: "March 2018" }))).status).toBe(
      303,
    );
    const page = await world.page("/affiliates");
    expect(page).toContain("Harbor Workforce Board");
    expect(page).toContain("With the model since March 2018");
    const own = await world.page("/affiliates/harbor-workforce-board");
    expect(own).toContain("Washington");
    expect(own).toContain("since March 2018");
  });

  test("is narrowed by state and kind, and says what to do where nobody is", async () => {
    await add(form("Lower Valley Region", { kind: "region", state: "tx", counties: "Cameron\n48215" }));
    const texas = await world.page("/affiliates?state=tx");
    expect(texas).toContain("Lower Valley Region");
    expect(texas).not.toContain("Harbor Workforce Board");
    expect(await world.page("/affiliates/lower-valley-region")).toContain(
      "Cameron and Hidalgo Counties, Texas",
    );
    expect(await world.page("/affiliates?state=vt")).toContain("No affiliate here yet");
    expect((await world.get("/affiliates?state=zz&kind=gold&page=x")).status).toBe(200);
  });

  test("costs the same number of queries for one and for many", async () => {
    const fresh = await openWorld();
    try {
      const first = await fresh.person("editor");
      const one = (name: string) =>
        fresh.post("/desk/affiliates", {
          as: first,
          form: form(name, { "lead-0-organization": "A board", "source-0-name": "A report" }),
        });
      await one("Only One");
      const count = () => countQueries(() => fresh.page("/affiliates"));
      const few = await count();
      for (const name of ["Second", "Third"]) await one(name);
      expect(await fresh.page("/affiliates")).toContain("Third");
      await one("Fourth");
      expect(await count()).toBe(few);
    } finally {
      await fresh.close();
    }
  });

  test("is offered to the map and to a state's page, without those who left or were retired", async () => {
    await add(form("Montana", { kind: "state", state: "mt" }));
    await add(form("Big Sky College", { state: "mt" }));
    await add(form("Former Friend", { state: "mt", joinedOn: "2015", leftOn: "2017-05" }));
    const ctx = await world.ctx();
    expect((await affiliatesOfState(ctx, "mt")).map(({ name }) => name)).toEqual([
      "Montana",
      "Big Sky College",
    ]);
    const college = await bySlug("big-sky-college");
    await world.post(`/desk/affiliates/${college.id}/retirement`, { as: editor, form: {} });
    expect((await affiliatesOnMap(ctx)).filter(({ stateCode }) => stateCode === "mt")).toMatchObject([
      { kind: "state", href: "/affiliates/montana" },
    ]);
    expect((await world.get("/affiliates/big-sky-college")).status).toBe(404);
    await world.post(`/desk/affiliates/${college.id}/return`, { as: editor, form: {} });
    expect((await world.get("/affiliates/big-sky-college")).status).toBe(200);
  });
});

describe("what an editor types wrong", () => {
  test("comes back with each problem beside its field, and everything as it was", async () => {
    const response = await add(
      form("Kept Name", {
        kind: "region",
        counties: "Nowhere County, TX",
        url: "javascript:alert(1)",
        joinedOn: "soon",
        "lead-0-title": "Director",
        "source-0-url": "https://example.org",
      }),
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const words of [
      'value="Kept Name"',
      "Choose the state it is, or lies in.",
      "The link must be a web address",
      "Since when should read like 2018",
      "Who leads? Give a name, an organization, or both.",
      "Give it a name, or empty the whole row.",
      "Nowhere County, TX",
    ])
      expect(page).toContain(words);
  });

  test("a state that is an affiliate already is not added a second time", async () => {
    expect((await add(form("Utah", { kind: "state", state: "ut" }))).status).toBe(303);
    const again = await add(form("State of Utah", { kind: "state", state: "ut" }));
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining("is an affiliate already"),
    ]);
  });

  test("who leaves before joining is asked for the right dates", async () => {
    const response = await add(form("Hasty", { joinedOn: "2018-03", leftOn: "2018-02" }));
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining("This is before it began"),
    ]);
  });

  test("two editors at once: the second is told, and nothing is overwritten", async () => {
    await add(form("Shared Board"));
    const { id } = await bySlug("shared-board");
    const save = (name: string) =>
      world.post(`/desk/affiliates/${id}`, { as: editor, form: { ...form(name), version: "1" } });
    expect((await save("First Editor’s Board")).status).toBe(303);
    const second = await save("Second Editor’s Board");
    const page = await second.text();
    expect(second.status).toBe(409);
    expect(page).toContain("Second Editor’s Board");
    expect(page).toContain("First Editor’s Board");
    expect((await bySlug("shared-board")).name).toBe("First Editor’s Board");
  });
});

describe("a lead's name", () => {
  test("is public with a written consent alone; without it readers see title and organization", async () => {
    const lead = {
      "lead-0-name": "Rosa Quiet",
      "lead-0-title": "Director",
      "lead-0-organization": "Delta Board",
      "lead-1-name": "Ben Open",
      "lead-1-organization": "Delta College",
      "lead-1-agreed": "yes",
      "lead-1-how": "by e-mail",
      "lead-1-on": "2018-03-14",
      "lead-1-from": "2018",
    };
    await add(form("Delta Region Board", lead));
    const outputs = [
      await world.page("/affiliates"),
      await world.page("/affiliates/delta-region-board"),
      await world.page("/api/v1/affiliates"),
      await world.page("/search?q=delta"),
      await world.page("/search?q=quiet"),
    ];
    for (const output of outputs) expect(output).not.toContain("Rosa Quiet");
    const page = outputs[1]!;
    expect(page).toContain("Delta Board, Director");
    expect(page).toContain("Ben Open, Delta College, since 2018");
    expect(page).not.toContain("by e-mail");
    const { id } = await bySlug("delta-region-board");
    expect(await world.page(`/desk/affiliates/${id}`, { as: editor })).toContain("Rosa Quiet");
  });

  test("needs to be told how and when they agreed", async () => {
    const response = await add(
      form("Half Told", { "lead-0-name": "Ann", "lead-0-agreed": "yes", "lead-0-on": "2018" }),
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("Say how they agreed");
    expect(page).toContain("Give the day they agreed");
  });

  test("goes when the person asks to be forgotten, and the organization stays", async () => {
    const member = await world.person("member", "Lee Leaving");
    await add(
      form("Prairie Board", {
        "lead-0-name": "Lee Leaving",
        "lead-0-organization": "Prairie College",
        "lead-0-email": member.email,
        "lead-0-agreed": "yes",
        "lead-0-how": "by e-mail",
        "lead-0-on": "2018-03-14",
      }),
    );
    expect(await world.page("/affiliates/prairie-board")).toContain("Lee Leaving");
    const ctx = await world.ctx({ kind: "system", name: "Test" });
    expect(await personalLeads.copy!(ctx, member.email)).toMatchObject({
      records: [{ affiliate: "Prairie Board", name: "Lee Leaving" }],
    });
    await transact(ctx, (ctx) => personalLeads.forget(ctx, member.email));
    const { id } = await bySlug("prairie-board");
    const page = await world.page(`/desk/affiliates/${id}`, { as: editor });
    expect(page).not.toContain("Lee Leaving");
    expect(page).toContain("Prairie College");
  });
});

describe("as a table", () => {
  const judge = async (rows: Record<string, string>[], earlier = new Map<string, number>()) =>
    affiliateExchange.judge(await world.ctx(), rows, earlier, 2);

  test("what was taken out comes back unchanged, and a change is told column by column", async () => {
    await add(form("Table Board", { state: "ks", joinedOn: "2016-05", "source-0-name": "A report" }));
    const rows: Record<string, string>[] = [];
    for await (const some of affiliateExchange.rows(await world.ctx())) rows.push(...some);
    const judged = await judge(rows);
    expect(judged.map(({ outcome }) => outcome)).toEqual(rows.map(() => "unchanged"));
    const row = rows.find(({ name }) => name === "Table Board")!;
    const [changed] = await judge([{ ...row, joined_on: "May 14, 2016" }]);
    expect(changed).toMatchObject({
      outcome: "changed",
      changes: [{ column: "joined_on", from: "2016-05", to: "2016-05-14" }],
    });
    const ctx = await world.ctx({ kind: "system", name: "Import" });
    await transact(ctx, (ctx) => affiliateExchange.apply(ctx, JSON.parse(JSON.stringify([changed]))));
    expect((await bySlug("table-board")).joinedOn).toBe("2016-05-14");
  });

  test("each mistake stands at its column, and a second row about the same one is refused", async () => {
    const good = { name: "Twin", kind: "organization", state: "Iowa" };
    const judged = await judge([
      good,
      { ...good, summary: "Again" },
      { name: "", kind: "planet", state: "Atlantis", joined_on: "31/12/2018", county_fips: "" },
      { name: "R", kind: "region", state: "ne", county_fips: "99999" },
    ]);
    expect(judged.map(({ outcome }) => outcome)).toEqual(["new", "refused", "refused", "refused"]);
    expect(judged[1]!.problems[0]!.message).toContain("Row 2");
    expect(judged[2]!.problems.map(({ column }) => column).sort()).toEqual([
      "joined_on",
      "kind",
      "name",
      "state",
    ]);
    expect(judged[3]!.problems.map(({ column }) => column)).toEqual(["county_fips"]);
  });
});

test("the API answers with what readers see, page by page, and refuses a state that nobody knows", async () => {
  const answer = (await (await world.get("/api/v1/affiliates?state=mt")).json()) as { items: unknown[] };
  expect(answer.items[0]).toMatchObject({ name: "Montana", kind: "state", state: "mt", joined: null });
  expect((await world.get("/api/v1/affiliates?state=zz")).status).toBe(422);
});

test("members and guests do not come to the editors' pages", async () => {
  const member = await world.person("member");
  expect((await world.get("/desk/affiliates", { as: member })).status).toBe(403);
  expect((await world.post("/desk/affiliates", { as: member, form: form("No") })).status).toBe(403);
});

test("starter content names states alone, each with its source, and no person", async () => {
  const fresh = await openWorld();
  try {
    await fresh.loadStarter();
    const page = await fresh.page("/affiliates");
    for (const name of ["Colorado", "Oregon", "California", "Pennsylvania", "Wyoming"])
      expect(page).toContain(name);
    expect(await fresh.page("/affiliates/colorado")).toContain("National Next Gen Community of Practice");
  } finally {
    await fresh.close();
  }
});
