import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { investmentExchange } from "./exchange.ts";
import { investmentsOfState } from "./public.ts";
import { allCounted } from "./queries.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const form = (more: Record<string, string> = {}) => ({
  investor: "State of Maine",
  state: "me",
  dollars: "1,600,000",
  fromYear: "2017",
  toYear: "2018",
  purpose: "Partnerships in the regions.",
  sourceName: "The budget of 2017",
  ...more,
});
const add = (more: Record<string, string> = {}, as = editor) =>
  world.post("/desk/investments", { as, form: form(more) });
const idOf = async (investor: string, purpose?: string) =>
  (await allCounted(await world.ctx())).find(
    (one) => one.investor === investor && (purpose === undefined || one.purpose === purpose),
  )!.id;

describe("the page of investments", () => {
  test("shows one that an editor added on the next request, with amount, years and its source", async () => {
    expect(await world.page("/investments")).toContain("Nothing is told yet");
    expect((await add({ sourceUrl: "https://maine.test/budget", atLeast: "yes" })).status).toBe(303);
    const page = await world.page("/investments");
    for (const words of [
      "State of Maine",
      "more than $1.6 million",
      "2017 to 2018",
      'href="https://maine.test/budget"',
    ])
      expect(page).toContain(words);
    expect(page).toContain("At least $1.6 million, from one investment.");
  });

  test("counts a part inside its whole, in the page, the API, the table and the state's sum alike", async () => {
    await add({ investor: "State of Iowa", state: "ia", dollars: "1 million" });
    const whole = await idOf("State of Iowa");
    const grant = {
      investor: "Iowa Grants Office",
      state: "ia",
      dollars: "250000",
      purpose: "One grant.",
      partOf: whole,
    };
    expect((await add(grant)).status).toBe(303);
    await add({ investor: "Iowa Fund", state: "ia", dollars: "", purpose: "Rooms.", inKind: "yes" });
    const page = await world.page("/investments");
    expect(page).toContain("At least $1 million, from one investment. Of one more the amount is not told.");
    expect(page).toContain("Part of “Partnerships in the regions.” of State of Iowa, and counted there.");
    const { sum, total } = await investmentsOfState(await world.ctx(), "ia", 10);
    expect([sum.dollars, sum.withoutAmount, total]).toEqual([1_000_000, 1, 3]);
    const answer = (await (await world.get("/api/v1/investments?state=ia")).json()) as Record<string, never>;
    expect(answer).toMatchObject({
      total: 3,
      sum: { dollars: 1_000_000, without_amount: 1, at_least: true },
    });
    const csv = await world.page("/investments.csv");
    expect(csv).toContain(
      "Iowa Grants Office,250000,no,no,2017,2018,,One grant.,,no,State of Iowa: Partnerships",
    );
  });

  test("a retired one is in no list and no sum", async () => {
    await add({ investor: "State of Ohio", state: "oh" });
    const id = await idOf("State of Ohio");
    await world.post(`/desk/investments/${id}/retirement`, { as: editor, form: {} });
    expect(await world.page("/investments")).not.toContain("State of Ohio");
    expect((await investmentsOfState(await world.ctx(), "oh", 10)).sum.dollars).toBe(0);
    await world.post(`/desk/investments/${id}/return`, { as: editor, form: {} });
    expect(await world.page("/investments")).toContain("State of Ohio");
  });

  test("costs the same number of queries for one investment and for many", async () => {
    const fresh = await openWorld();
    try {
      const first = await fresh.person("editor");
      const one = (investor: string) =>
        fresh.post("/desk/investments", { as: first, form: form({ investor }) });
      const count = (path: string) => countQueries(() => fresh.page(path, { as: first }));
      await one("A");
      const few = [await count("/investments"), await count("/desk/investments")];
      for (const investor of ["B", "C"]) await one(investor);
      expect([await count("/investments"), await count("/desk/investments")]).toEqual(few);
    } finally {
      await fresh.close();
    }
  });
});

describe("what an editor types wrong", () => {
  test("comes back with each problem beside its field, and everything as it was", async () => {
    const response = await add({
      investor: "Kept Investor",
      dollars: "a lot",
      fromYear: "2018",
      toYear: "2017",
      purpose: "",
      sourceName: "",
      sourceUrl: "ftp://no",
      state: "zz",
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const words of [
      'value="Kept Investor"',
      "Write the amount in dollars",
      "The last year is before the first one.",
      "What it was for is needed.",
      "The source is needed.",
      "The link must be a web address",
      "Choose a state from the list.",
    ])
      expect(page).toContain(words);
  });

  test("an investment that would be part of its own part is refused, and so is a part larger than its whole", async () => {
    await add({ investor: "Utah Program", state: "ut", dollars: "100000" });
    const whole = await idOf("Utah Program");
    await add({ investor: "Utah Grant", state: "ut", dollars: "60000", partOf: whole });
    const part = await idOf("Utah Grant");
    const circle = await world.post(`/desk/investments/${whole}`, {
      as: editor,
      form: {
        ...form({ investor: "Utah Program", state: "ut", dollars: "100000", partOf: part }),
        version: "1",
      },
    });
    expect([circle.status, await circle.text()]).toEqual([
      422,
      expect.stringContaining("itself part of this one"),
    ]);
    const large = await add({ investor: "Utah Second", state: "ut", dollars: "50000", partOf: whole });
    expect([large.status, await large.text()]).toEqual([
      422,
      expect.stringContaining("this would be $110,000"),
    ]);
  });

  test("what may be the same money is asked about once, and saved when the editor has looked", async () => {
    await add({ investor: "State of Idaho", state: "id", purpose: "Starting partnerships in every region" });
    const again = {
      investor: "The State of Idaho",
      state: "id",
      fromYear: "2018",
      toYear: "2019",
      purpose: "Regions start partnerships",
    };
    const asked = await add(again);
    const page = await asked.text();
    expect(asked.status).toBe(422);
    expect(page).toContain("This may be the same money as “Starting partnerships in every region”");
    expect(page).toContain("It is other money");
    expect((await add({ ...again, toldApart: "yes" })).status).toBe(303);
    const desk = await world.page("/desk/investments", { as: editor });
    expect(desk).not.toContain("Regions start partnerships</a> and");
  });

  test("two editors at once: the second is told, and nothing is overwritten", async () => {
    await add({ investor: "Shared Fund", state: "vt" });
    const id = await idOf("Shared Fund");
    const save = (investor: string) =>
      world.post(`/desk/investments/${id}`, {
        as: editor,
        form: { ...form({ investor, state: "vt" }), version: "1" },
      });
    expect((await save("First Editor’s Fund")).status).toBe(303);
    const second = await save("Second Editor’s Fund");
    const page = await second.text();
    expect(second.status).toBe(409);
    for (const name of ["First Editor’s Fund", "Second Editor’s Fund"]) expect(page).toContain(name);
    expect(await world.page("/investments")).not.toContain("Second Editor’s Fund");
  });
});

describe("as a table", () => {
  const judge = async (rows: Record<string, string>[]) =>
    investmentExchange.judge(await world.ctx(), rows, new Map(), 2);

  test("what was taken out comes back unchanged; a part names its whole", async () => {
    const rows: Record<string, string>[] = [];
    for await (const some of investmentExchange.rows(await world.ctx())) rows.push(...some);
    expect((await judge(rows)).map(({ outcome, problems }) => [outcome, problems])).toEqual(
      rows.map(() => ["unchanged", []]),
    );
    const whole = "State of Iowa: Partnerships in the regions.";
    expect(rows.find(({ investor }) => investor === "Iowa Grants Office")).toMatchObject({ part_of: whole });
    const row = {
      investor: "New Office",
      state: "IA",
      dollars: "$10,000",
      purpose: "A tour",
      part_of: whole.toUpperCase(),
      source_name: "News",
    };
    const [fresh] = await judge([row]);
    expect(fresh).toMatchObject({ outcome: "new", problems: [] });
    const ctx = await world.ctx({ kind: "system", name: "Import" });
    await transact(ctx, (ctx) => investmentExchange.apply(ctx, JSON.parse(JSON.stringify([fresh]))));
    expect((await investmentsOfState(await world.ctx(), "ia", 10)).sum.dollars).toBe(1_000_000);
    expect((await judge([row]))[0]).toMatchObject({ outcome: "unchanged" });
  });

  test("each mistake stands at its column, and parts of one file do not outgrow their whole", async () => {
    const part = {
      state: "ia",
      purpose: "A grant",
      part_of: "State of Iowa: Partnerships in the regions.",
      source_name: "News",
    };
    const judged = await judge([
      { investor: "A", dollars: "500000", ...part },
      { investor: "B", dollars: "500000", ...part },
      {
        investor: "C",
        dollars: "lots",
        more_than: "maybe",
        from_year: "18",
        purpose: "",
        source_name: "",
        part_of: "Nobody: nothing",
      },
    ]);
    expect(judged.map(({ outcome }) => outcome)).toEqual(["new", "refused", "refused"]);
    expect(judged[1]!.problems).toMatchObject([{ column: "part_of" }]);
    expect(judged[2]!.problems.map(({ column }) => column).sort()).toEqual(
      ["dollars", "from_year", "more_than", "part_of", "purpose", "source_name"].sort(),
    );
  });
});

test("members and guests do not come to the editors' pages", async () => {
  const member = await world.person("member");
  expect((await world.get("/desk/investments", { as: member })).status).toBe(403);
  expect((await add({}, member)).status).toBe(403);
});

test("starter content tells Oregon's investment with its source, and no year that no source names", async () => {
  const fresh = await openWorld();
  try {
    await fresh.loadStarter();
    const page = await fresh.page("/investments");
    expect(page).toContain("more than $1.6 million");
    expect(page).toContain("In two years, before the 2018–2019 season.");
    expect(page).toContain("At least $1.6 million, from one investment.");
    expect(page).toContain("Across the states");
  } finally {
    await fresh.close();
  }
});
