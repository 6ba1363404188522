import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { settledAt } from "../factory.ts";
import { currentSet, draftSet, publishedSet } from "./queries.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  editor = await world.person("editor");
}, 120_000);
afterAll(() => world.close());

const DRAFT = "/desk/indicators/draft";
const revision = async () => String((await draftSet(await world.ctx()))?.revision);
const post = (path: string, form: Record<string, string | string[]> = {}) =>
  world.post(path, { as: editor, form });

const words = (more: Record<string, string> = {}) => ({
  title: "Our region is the industry’s own",
  question: "Does the map follow the industry?",
  ...Object.fromEntries(
    [1, 2, 3, 4].flatMap((level) => [
      [`looks${level}`, `It looks like level ${level}.`],
      [`next${level}`, `Then do this after ${level}.`],
    ]),
  ),
  ...more,
});

describe("the starter's indicators", () => {
  test("are the five known, each with four levels and one thing to do next, and say what is not known", async () => {
    const page = await world.page("/indicators");
    expect(page.match(/class="level"/g)).toHaveLength(20);
    expect(page.match(/class="level-next"/g)).toHaveLength(20);
    expect(page).toContain("breaks off inside the fifth indicator");
    expect(page).toContain('href="/indicators/mine"');
  });

  test("can be read by everyone, and are in the footer and in the sitemap", async () => {
    expect((await world.get("/indicators")).status).toBe(200);
    expect(await world.page("/")).toContain('href="/indicators"');
    expect(await world.page("/sitemap.xml")).toContain("/indicators</loc>");
  });

  test("are offered for printing in full: nothing is folded away", async () => {
    const [, main = ""] = (await world.page("/indicators")).split("<main");
    expect(main.split('id="picture"')[0]).not.toContain("<details");
  });
});

describe("a new version", () => {
  test("begins as a draft of the one that is asked, which no reader sees", async () => {
    await post("/desk/indicators/drafts");
    await post("/desk/indicators/drafts");
    const draft = await draftSet(await world.ctx());
    expect(draft?.version).toBe(2);
    expect(draft?.content.indicators).toHaveLength(5);
    expect((await world.get("/indicators/versions/2")).status).toBe(404);
    expect((await world.get("/indicators/versions/1")).status).toBe(200);
  });

  test("is told what is missing before it can be published, and keeps what was typed", async () => {
    const refused = await post(`${DRAFT}/indicators/region`, {
      ...words({ looks3: "" }),
      revision: await revision(),
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("How level 3 looks is needed.");
    expect(page).toContain("It looks like level 4.");
    const early = await post(`${DRAFT}/publication`, { revision: await revision() });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain("Say in a sentence what is new");
  });

  test("two editors at once: the second is told, sees both texts, and nothing is overwritten", async () => {
    const both = await revision();
    expect((await post(`${DRAFT}/indicators/region`, { ...words(), revision: both })).status).toBe(303);
    const second = await post(`${DRAFT}/indicators/region`, {
      ...words({ question: "Whose map is it?" }),
      revision: both,
    });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain("Does the map follow the industry?");
    expect(page).toContain("Whose map is it?");
    const draft = await draftSet(await world.ctx());
    expect(draft?.content.indicators[0]?.question).toBe("Does the map follow the industry?");
  });

  test("says of each indicator whether answers stay comparable", async () => {
    await post(`${DRAFT}/indicators/public-team`, {
      ...words({ title: "Public partners act as one team", sameMeaning: "yes" }),
      revision: await revision(),
    });
    const page = await world.page(DRAFT, { as: editor });
    expect(page).toContain("Reworded: not comparable with earlier answers");
    expect(page).toContain("Mended, means the same");
    expect(page.match(/As it is asked today/g)).toHaveLength(3);
  });

  test("takes the place of the one before, whose answers and words stay", async () => {
    const sys = await world.ctx({ kind: "system", name: "Test" });
    const { id, slug } = await partnershipAt(sys);
    const report = await settledAt(sys, id, { heldOn: "2025-05-01", level: 2, sharedWith: "public" });
    await post(`${DRAFT}/indicators`, {
      ...words({ title: "Newcomers find their way" }),
      revision: await revision(),
    });
    await post(`${DRAFT}/indicators/action-plan/removal`, { revision: await revision() });
    await post(`${DRAFT}/indicators/newcomers-find-their-way/position`, {
      revision: await revision(),
      direction: "up",
    });
    const draft = await draftSet(await world.ctx());
    await post(DRAFT, {
      name: "Signs, again",
      introduction: "Read them.",
      note: "One more, one less, and a shorter first.",
      source: "",
      ...Object.fromEntries(draft!.content.levelNames.map((name, index) => [`level${index + 1}`, name])),
      revision: await revision(),
    });
    expect((await post(`${DRAFT}/publication`, { revision: await revision() })).status).toBe(303);

    const set = (await currentSet(await world.ctx()))!;
    expect(set.version).toBe(2);
    expect(set.content.indicators.map(({ id, wording }) => [id, wording])).toEqual([
      ["region", 2],
      ["business-led", 1],
      ["industry-solutions", 1],
      ["newcomers-find-their-way", 2],
      ["public-team", 1],
    ]);
    expect(await world.page("/indicators")).toContain('href="/indicators/versions/1"');
    expect(await world.page("/indicators/versions/1")).toContain(
      "One plan, up to date, carried out by business",
    );
    const kept = await world.page(`/partnerships/${slug}/indicators/${report}/report`);
    expect(kept).toContain("One plan, up to date, carried out by business");
    expect(kept).toContain("version 1");
    expect((await publishedSet(await world.ctx(), 1)).state).toBe("past");
  });

  test("published twice by two hands is published once", async () => {
    await post("/desk/indicators/drafts");
    expect((await post(`${DRAFT}/publication`, { revision: "7" })).status).toBe(422);
    await post(`${DRAFT}/removal`);
    expect(await draftSet(await world.ctx())).toBeUndefined();
    expect((await post(`${DRAFT}/publication`, { revision: "1" })).status).toBe(404);
    expect((await currentSet(await world.ctx()))?.version).toBe(2);
  });

  test("is for editors alone", async () => {
    const member = await world.person("member");
    expect((await world.get("/desk/indicators", { as: member })).status).toBe(403);
    expect((await world.post("/desk/indicators/drafts", { as: member })).status).toBe(403);
  });
});
