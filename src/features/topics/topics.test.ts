import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { topicBySlug, topics, topicsByIds } from "./public.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());
beforeEach(async () => {
  await transact(await world.ctx(), async (ctx) => {
    await ctx.db.deleteFrom("topics").execute();
    await tell(ctx, { name: "topic.changed", subject: { kind: "topic", id: "all" } });
  });
});

const send = (path: string, form: Record<string, string> = {}, as = editor) =>
  world.post(`/desk/topics${path}`, { form, as });
const fields = (name: string, description = "What it is.") => ({ name, description });
const names = async () => (await topics(await world.ctx())).map(({ name }) => name);
const page = () => world.page("/desk/topics", { as: editor });

async function add(name: string): Promise<string> {
  const response = await send("", fields(name));
  return /[0-9a-f-]{36}/.exec(response.headers.get("location") ?? "")?.[0] ?? "";
}

describe("a topic", () => {
  it("is added at the end, and keeps its slug when it is renamed", async () => {
    const id = await add("Apprenticeship");
    await add("Transportation");
    await send(`/${id}`, { ...fields("Learning on the job"), version: "1" });
    expect(await names()).toEqual(["Learning on the job", "Transportation"]);
    expect(await topicBySlug(await world.ctx(), "apprenticeship")).toMatchObject({ id, version: 2 });
  });

  it("needs a name that no other has, retired ones included", async () => {
    const id = await add("Apprenticeship");
    await send(`/${id}/retirement`);
    const twin = await send("", fields("apprenticeship"));
    expect(twin.status).toBe(422);
    expect(await twin.text()).toContain("Apprenticeship is a retired topic; put that one back instead.");
    const nameless = await send("", { name: " ", description: "Kept." });
    const html = await nameless.text();
    expect(html).toContain("A name is needed.");
    expect(html).toContain('value="Kept."');
  });

  it("changed by two at once keeps the first one's words and shows them to the second", async () => {
    const id = await add("Apprenticeship");
    await send(`/${id}`, { ...fields("Apprenticeship", "Theirs."), version: "1" });
    const late = await send(`/${id}`, { ...fields("Apprenticeship", "Mine."), version: "1" });
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain("Theirs.");
    expect(html).toContain('value="Mine."');
    expect((await topicBySlug(await world.ctx(), "apprenticeship"))?.description).toBe("Theirs.");
  });

  it("is not offered when it is retired, while what belongs to it still finds it", async () => {
    const id = await add("Apprenticeship");
    await send(`/${id}/retirement`);
    expect(await names()).toEqual([]);
    const ctx = await world.ctx();
    expect((await topicsByIds(ctx, [id, "unknown"])).get(id)?.name).toBe("Apprenticeship");
    expect(await page()).toContain("Put back");
    await send(`/${id}/return`);
    expect(await names()).toEqual(["Apprenticeship"]);
  });
});

describe("the list", () => {
  it("is put in order by the editors", async () => {
    const [, b] = [await add("A"), await add("B"), await add("C")];
    await send(`/${b}/position`, { direction: "down" });
    expect(await names()).toEqual(["A", "C", "B"]);
    await send(`/${b}/position`, { direction: "down" });
    expect(await names()).toEqual(["A", "C", "B"]);
  });

  it("costs the same queries for one topic and for three, and none while nothing changes", async () => {
    await add("A");
    const one = await countQueries(page);
    await add("B");
    await add("C");
    expect(await countQueries(page)).toBe(one);
    const ctx = await world.ctx();
    await topics(ctx);
    expect(await countQueries(() => topics(ctx))).toBe(0);
  });

  it("is closed to members", async () => {
    const id = await add("A");
    const member = await world.person("member");
    for (const path of ["", `/${id}`, `/${id}/retirement`]) {
      expect((await send(path, { ...fields("Mine"), version: "1" }, member)).status).toBe(403);
    }
    expect(await names()).toEqual(["A"]);
  });
});
