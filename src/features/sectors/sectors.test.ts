import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { sectorBySlug, sectors, sectorsByIds } from "./public.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());
beforeEach(async () => {
  await transact(await world.ctx(), async (ctx) => {
    await ctx.db.deleteFrom("sectors").execute();
    await tell(ctx, { name: "sector.changed", subject: { kind: "sector", id: "all" } });
  });
});

const FIELDS = {
  name: "Healthcare",
  description: "Hospitals and clinics.",
  hue: "healthcare",
  icon: "heart-pulse",
  codes2017: "62",
  codes2022: "62",
};

const send = (path: string, form: Record<string, string> = {}, as = editor) =>
  world.post(`/desk/sectors${path}`, { form, as });

/** Adds one through the form, as an editor does. */
async function add(fields: Partial<typeof FIELDS> & { includePublicOwnership?: string } = {}) {
  const response = await send("", { ...FIELDS, ...fields });
  expect(response.status).toBe(303);
  return /\/desk\/sectors\/([0-9a-f-]{36})\?saved/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
}

const names = async () => (await sectors(await world.ctx())).map(({ name }) => name);
const page = (path = "") => world.page(`/desk/sectors${path}`, { as: editor });

describe("a sector", () => {
  it("is added with its codes, and offered at once", async () => {
    const id = await add({ includePublicOwnership: "yes" });
    const ctx = await world.ctx();
    expect(await sectorBySlug(ctx, "healthcare")).toMatchObject({
      id,
      name: "Healthcare",
      hue: "healthcare",
      icon: "heart-pulse",
      includePublicOwnership: true,
      retiredAt: null,
      codes: [
        { code: "62", vintage: 2017 },
        { code: "62", vintage: 2022 },
      ],
    });
    expect(await page(`/${id}?saved`)).toContain("62  Health care and social assistance");
  });

  it("keeps its slug when it is renamed", async () => {
    const id = await add();
    await send(`/${id}`, { ...FIELDS, name: "Health and care", version: "1" });
    const renamed = await sectorBySlug(await world.ctx(), "healthcare");
    expect(renamed).toMatchObject({ name: "Health and care", version: 2 });
  });

  it("comes back with the wrong line named and everything typed kept", async () => {
    const response = await send("", { ...FIELDS, name: "Care <b>", codes2022: "62\n6211122 no such" });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain("Line 2: “6211122” is not a NAICS code");
    expect(html).toContain("Care &lt;b&gt;");
    expect(html).toContain("6211122 no such");
    expect(await names()).toEqual([]);
  });

  it("has a name that no other has", async () => {
    await add();
    const response = await send("", { ...FIELDS, name: "HEALTHCARE" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("There is a sector called Healthcare already.");
  });

  it("must have a color and an icon that there are", async () => {
    const response = await send("", { ...FIELDS, hue: "red; }", icon: "<svg>" });
    const html = await response.text();
    expect(html).toContain("Choose a color.");
    expect(html).toContain("Choose an icon.");
  });

  it("says which others share its industries, without refusing", async () => {
    await add();
    const id = await add({ name: "Behavioral health", codes2017: "621420\n54", codes2022: "" });
    const html = await page(`/${id}`);
    expect(html).toContain("Shares industries with other sectors");
    expect(html).toContain("621420 (2017) Outpatient mental health and substance abuse centers");
    expect(html).not.toContain("54 Professional");
  });
});

describe("two editors on one sector", () => {
  it("the second is told, sees both, and nothing is overwritten until they save again", async () => {
    const id = await add();
    await send(`/${id}`, { ...FIELDS, description: "Theirs.", version: "1" });
    const late = await send(`/${id}`, { ...FIELDS, description: "Mine.", hue: "energy", version: "1" });
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain("Somebody saved this while you were on the page");
    expect(html).toContain("Theirs.");
    expect(html).toContain("Raspberry</dd>");
    expect(html).toContain('value="Mine."');
    expect(html).toContain('name="version" value="2"');
    expect((await sectorBySlug(await world.ctx(), "healthcare"))?.description).toBe("Theirs.");
    await send(`/${id}`, { ...FIELDS, description: "Mine.", version: "2" });
    expect((await sectorBySlug(await world.ctx(), "healthcare"))?.description).toBe("Mine.");
  });
});

describe("the list", () => {
  it("stands in the editors' order, and only neighbors change places", async () => {
    const [a, , c] = [await add({ name: "A" }), await add({ name: "B" }), await add({ name: "C" })];
    await send(`/${c}/position`, { direction: "up" });
    expect(await names()).toEqual(["A", "C", "B"]);
    await send(`/${a}/position`, { direction: "up" });
    expect(await names()).toEqual(["A", "C", "B"]);
  });

  it("leaves retired ones out, while what belongs to them still finds them", async () => {
    const id = await add();
    await add({ name: "Manufacturing" });
    await send(`/${id}/retirement`);
    expect(await names()).toEqual(["Manufacturing"]);
    const ctx = await world.ctx();
    expect((await sectorsByIds(ctx, [id])).get(id)?.retiredAt).toEqual(world.clock.now());
    expect(await sectorBySlug(ctx, "healthcare")).toMatchObject({ id });
    await send(`/${id}/return`);
    expect(await names()).toContain("Healthcare");
  });

  it("costs the same queries for one sector and for three", async () => {
    await add();
    const one = await countQueries(() => page());
    await add({ name: "B" });
    await add({ name: "C" });
    expect(await countQueries(() => page())).toBe(one);
  });

  it("is read once and kept until it changes, and inside a transaction always afresh", async () => {
    const id = await add();
    const ctx = await world.ctx();
    await sectors(ctx);
    expect(await countQueries(() => sectors(ctx))).toBe(0);
    await transact(ctx, async (inner) => {
      await inner.db.updateTable("sectors").set({ name: "Care" }).where("id", "=", id).execute();
      expect((await sectors(inner))[0]?.name).toBe("Care");
      expect((await sectors(ctx))[0]?.name).toBe("Healthcare");
    });
  });

  it("answers the API with codes and their titles", async () => {
    await add();
    const { items } = await (await world.get("/api/v1/sectors")).json();
    expect(items).toEqual([
      {
        slug: "healthcare",
        name: "Healthcare",
        description: "Hospitals and clinics.",
        includePublicOwnership: false,
        codes: [
          { code: "62", vintage: 2017, title: "Health care and social assistance" },
          { code: "62", vintage: 2022, title: "Health care and social assistance" },
        ],
      },
    ]);
  });
});

describe("somebody else", () => {
  it("neither sees these pages nor does anything there", async () => {
    const id = await add();
    const member = await world.person("member");
    expect((await world.get("/desk/sectors", { as: member })).status).toBe(403);
    for (const path of ["", `/${id}`, `/${id}/retirement`, `/${id}/position`]) {
      expect((await send(path, { ...FIELDS, name: "Mine", version: "1" }, member)).status).toBe(403);
    }
    expect(await names()).toEqual(["Healthcare"]);
  });
});
