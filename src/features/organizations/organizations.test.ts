import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { findOrAddOrganization } from "./actions.ts";
import { organizationAt } from "./factory.ts";
import { organizationsNamed } from "./find.ts";
import { organizationKey } from "./key.ts";
import { mergeableOrganizations } from "./merging.ts";
import { findOrganizations, organizationById, organizationsByIds } from "./queries.ts";

let world: World;
let editor: SignedIn;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
  ctx = await world.ctx(editor.actor);
});
afterAll(() => world.close());

const form = (more: Record<string, string> = {}) => ({
  name: "Lincoln Chamber of Commerce",
  alsoKnownAs: "",
  kind: "chamber",
  stateCode: "ne",
  place: "Lincoln",
  url: "",
  source: "",
  ...more,
});

describe("one organization has one entry", () => {
  test("a name is known again whatever its accents, points and Inc.", () => {
    const same = (...names: string[]) => expect(new Set(names.map(organizationKey)).size).toBe(1);
    same("Höegh & Sons, Inc.", "Hoegh and Sons", "HOEGH AND SONS INCORPORATED", "The Höegh & Sons");
    same("St. Mary’s Hospital", "St Mary's Hospital");
    expect(organizationKey("Inc.")).not.toBe("");
    expect(organizationKey("Lane Community College")).not.toBe(organizationKey("Lane County"));
  });

  test("whoever types a known name means the organization of that state", async () => {
    const here = await organizationAt(ctx, { name: "Añasco Foods, Inc.", stateCode: "pr" });
    const elsewhere = await organizationAt(ctx, { name: "Anasco Foods LLC", stateCode: "fl" });
    const find = (name: string, stateCode?: string) => findOrAddOrganization(ctx, { name, stateCode });
    expect((await find("anasco foods", "pr")).id).toBe(here.id);
    expect((await find("Añasco Foods", "fl")).id).toBe(elsewhere.id);
    const third = await find("Anasco Foods", "ny");
    expect([here.id, elsewhere.id]).not.toContain(third.id);
    expect((await find("Anasco Foods", "ny")).id).toBe(third.id);
    expect(await organizationsNamed(ctx, [{ name: "Anasco Foods" }])).toEqual([undefined]);
    expect((await find("SCC of another name")).kind).toBe("other");
  });

  test("a short form leads to it, and the beginning of a word is enough while typing", async () => {
    const one = await organizationAt(ctx, {
      name: "Kirkwood College",
      alsoKnownAs: ["KCC"],
      stateCode: "ia",
    });
    expect((await findOrAddOrganization(ctx, { name: "kcc", stateCode: "ia" })).id).toBe(one.id);
    expect((await findOrganizations(ctx, "kirkw col", 5)).map(({ id }) => id)).toEqual([one.id]);
    expect(await findOrganizations(ctx, "' & | :*", 5)).toEqual([]);
  });
});

describe("the directory", () => {
  test("is read by name, state and kind, and each view has one address", async () => {
    await organizationAt(ctx, { name: "Zephyr Welding", kind: "business", stateCode: "wy", place: "Casper" });
    const page = await world.page("/organizations?state=wy&kind=business");
    expect(page).toContain("Zephyr Welding");
    expect(page).toContain("Businesses in Wyoming");
    expect(await world.page("/organizations?kind=college")).not.toContain("Zephyr Welding");
    expect(await world.page("/organizations?q=casper")).toContain("Zephyr Welding");
    expect((await world.get("/organizations?q=&state=wy")).headers.get("location")).toBe(
      "/organizations?state=wy",
    );
    expect((await world.get("/organizations?page=90")).status).toBe(404);
  });

  test("costs the same number of queries for one line and for many", async () => {
    await organizationAt(ctx, { name: "Only One", stateCode: "ak" });
    const queries = () => countQueries(() => world.page("/organizations?state=ak"));
    const few = await queries();
    for (const name of ["Second", "Third"]) await organizationAt(ctx, { name, stateCode: "ak" });
    expect(await queries()).toBe(few);
  });

  test("comes as a table that runs nothing, by the API, in the search and in the sitemap", async () => {
    const one = await organizationAt(ctx, { name: "=HYPERLINK(1) Works", stateCode: "hi", kind: "business" });
    const csv = await world.page("/organizations.csv?state=hi");
    expect(csv).toContain("'=HYPERLINK(1) Works,Business,Lincoln,Hawaii");
    const api = (await (await world.get("/api/v1/organizations?state=hi")).json()) as { items: unknown[] };
    expect(api.items).toEqual([expect.objectContaining({ name: one.name, state: "hi", kind: "business" })]);
    expect((await world.get(`/api/v1/organizations/${one.slug}`)).status).toBe(200);
    expect((await world.get("/api/v1/organizations?state=xx")).status).toBe(422);
    expect(await world.page("/search?q=hyperlink+works")).toContain(`/organizations/${one.slug}`);
    expect(await world.page("/sitemap.xml")).toContain(`/organizations/${one.slug}`);
  });
});

describe("on the desk", () => {
  const add = (more: Record<string, string> = {}) =>
    world.post("/desk/organizations", { as: editor, form: form(more) });

  test("an editor adds one, and its page stands at once", async () => {
    expect((await add()).status).toBe(303);
    const page = await world.page("/organizations/lincoln-chamber-of-commerce");
    expect(page).toContain("Chamber or association");
    expect(page).toContain("No partnership here names");
  });

  test("a name that is there already is not added again", async () => {
    const answer = await add({ name: "The Lincoln Chamber of Commerce, Inc." });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("is in the directory already");
  });

  test("what is typed wrong comes back with its problem", async () => {
    const answer = await add({ name: "Kept", url: "javascript:alert(1)", kind: "club", stateCode: "zz" });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const words of [
      "The website must be a web address",
      "Choose what kind",
      "This is no state",
      'value="Kept"',
    ])
      expect(page).toContain(words);
  });

  test("two editors at once: the second is told, and nothing is overwritten", async () => {
    const { id } = await organizationAt(ctx, { name: "Shared Board", kind: "workforce-board" });
    const save = (name: string) =>
      world.post(`/desk/organizations/${id}`, { as: editor, form: { ...form({ name }), version: "1" } });
    expect((await save("First Name")).status).toBe(303);
    const second = await save("Second Name");
    const page = await second.text();
    expect(second.status).toBe(409);
    expect(page).toContain("First Name");
    expect(page).toContain('value="Second Name"');
    expect((await organizationById(ctx, id))?.name).toBe("First Name");
  });

  test("is for editors alone", async () => {
    const member = await world.person("member");
    expect((await world.get("/desk/organizations", { as: member })).status).toBe(403);
    expect((await world.post("/desk/organizations", { as: member, form: form() })).status).toBe(403);
  });
});

describe("two that are one", () => {
  test("are merged with everything that names them, and the old address leads on", async () => {
    const stays = await organizationAt(ctx, { name: "Lane Community College", stateCode: "or", url: null });
    const gone = await organizationAt(ctx, {
      name: "Lane Comunity College",
      alsoKnownAs: ["LCC"],
      stateCode: "or",
      url: "https://www.lanecc.edu/",
    });
    const role = (id: string) => ({
      id: `r-${id.slice(0, 4)}`,
      role: "convener" as const,
      organization: { name: "Lane Comunity College", id },
    });
    const partnership = await partnershipAt(ctx, {
      name: "Lane Makers",
      states: ["or"],
      counties: ["41039"],
      roles: [role(gone.id)],
    });
    const pairs = await mergeableOrganizations.alike(ctx, 50);
    expect(pairs.some(({ a, b }) => [a.id, b.id].sort().join() === [stays.id, gone.id].sort().join())).toBe(
      true,
    );
    const address = `/desk/merging/organizations/${stays.id}/${gone.id}`;
    const preview = await world.page(address, { as: editor });
    expect(preview).toContain("Named by partnerships");
    expect((await world.post(address, { as: editor, form: {} })).status).toBe(422);
    expect((await world.post(address, { as: editor, form: { stays: stays.id } })).status).toBe(303);

    const one = (await organizationsByIds(ctx, [gone.id])).get(gone.id);
    expect(one).toMatchObject({ id: stays.id, url: "https://www.lanecc.edu/" });
    expect(one?.alsoKnownAs).toEqual(expect.arrayContaining(["Lane Comunity College", "LCC"]));
    expect((await world.get(`/organizations/${gone.slug}`)).headers.get("location")).toBe(
      `/organizations/${stays.slug}`,
    );
    expect((await findOrAddOrganization(ctx, { name: "LCC", stateCode: "or" })).id).toBe(stays.id);
    expect(await world.page(`/organizations/${stays.slug}`)).toContain(`/partnerships/${partnership.slug}`);
    const rows = await ctx.db
      .selectFrom("partnerships")
      .innerJoin("partnership_roles", "partnership_roles.partnership", "partnerships.id")
      .select(["organization", "content", "version"])
      .where("partnerships.id", "=", partnership.id)
      .execute();
    expect(rows.map(({ organization }) => organization)).toEqual([stays.id]);
    expect(rows[0]?.content.roles[0]?.organization).toEqual({ name: "Lane Community College", id: stays.id });
    expect(rows[0]?.version).toBe(2);
    expect((await world.post(address, { as: editor, form: { stays: stays.id } })).status).toBe(404);
    expect(await world.page("/desk/audit", { as: editor })).toContain("Lane Comunity College");
  });

  test("are not shown as doubles again when somebody says that they are two", async () => {
    const a = await organizationAt(ctx, { name: "Valley Health System", stateCode: "ca" });
    const b = await organizationAt(ctx, { name: "Valley Health Systems", stateCode: "ca" });
    const list = () => world.page("/desk/merging/organizations", { as: editor });
    const [first, second] = [a.id, b.id].sort();
    expect(await list()).toContain(`${first}/${second}`);
    await world.post(`/desk/merging/organizations/${a.id}/${b.id}/apart`, { as: editor, form: {} });
    expect(await list()).not.toContain(`${first}/${second}`);
  });
});
