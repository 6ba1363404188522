import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { topics } from "#features/topics/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { profileOf } from "../profiles/factory.ts";
import { PEOPLE_PER_PAGE } from "./queries.ts";

let world: World;
let reader: SignedIn;
let sector: { id: string; slug: string };
let topic: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  reader = await world.person("member", "Rhea Reader");
  const ctx = await world.ctx();
  sector = (await sectors(ctx))[0]!;
  topic = (await topics(ctx))[0]!;
}, 240_000);
afterAll(() => world.close());

async function listed(name: string, values: Record<string, string | string[]> = {}, shown?: "members") {
  const person = await world.person("member", name);
  const { slug } = await profileOf(world, person, values, shown);
  return { person, slug };
}
const names = (page: string) =>
  [...page.matchAll(/<h2><a href="\/people\/[^"]+">([^<]+)</g)].map(([, n]) => n);
const found = async (query: string, as?: SignedIn) =>
  names(await world.page(`/people${query}`, as ? { as } : {}));

describe("the directory", () => {
  test("of a new site is empty, and says how one comes to stand in it", async () => {
    expect(await world.page("/people")).toContain("Nobody is listed yet");
  });

  test("finds people by state, sector, topic, phase, role and words, and by several at once", async () => {
    await listed("Ana Ruiz", {
      state: ["ne"],
      sector: sector.id,
      topic: topic.id,
      phase: "launch",
      role: "convener",
      organization: "Prairie College",
      canHelp: "Apprenticeships for nurses.",
      lookingFor: "A mobile training unit.",
    });
    await listed("Bo Lindqvist", { state: ["ia", "ne"], role: "champion" });
    for (const query of [
      "?state=ne",
      `?sector=${sector.slug}`,
      `?topic=${topic.slug}`,
      "?phase=launch",
      "?role=convener",
      "?q=ruiz",
      "?q=prairie",
      "?q=nurse apprenticeship",
      "?q=mobile train",
      `?state=ne&sector=${sector.slug}&role=convener&q=ana`,
    ])
      expect(await found(query), query).toContain("Ana Ruiz");
    expect(await found("?state=ne")).toEqual(["Ana Ruiz", "Bo Lindqvist"]);
    expect(await found("?state=ia")).toEqual(["Bo Lindqvist"]);
    expect(await found("?state=ia&role=convener")).toEqual([]);
    expect(await found("?q=nurse&state=ia")).toEqual([]);
  });

  test("finds a name that is a common word, and takes no word for another", async () => {
    await listed("Will Do");
    expect(await found("?q=will")).toContain("Will Do");
    expect(await found("?q=lindquvist")).toEqual([]);
  });

  test("says what in an address means nothing here, and finds nobody by it", async () => {
    const page = await world.page("/people?state=zz&role=king");
    expect(page).toContain("We know no state called “zz”.");
    expect(page).toContain("We know no role called “king”.");
    expect(names(page)).toEqual([]);
  });

  test("answers to strange questions without a failure", async () => {
    for (const query of [
      "?q=%27%3A*%20%26%20%7C%20!",
      "?q=%00",
      "?q=the",
      "?after=..",
      "?after=nobody",
      "?phase=toString",
      "?role=__proto__",
    ])
      expect((await world.get(`/people${query}`)).status, query).toBe(200);
  });
});

describe("what a person hides", () => {
  test("is found by no word and no filter by those who may not see it", async () => {
    await listed("Hana Hidden", {
      state: ["vt"],
      sector: sector.id,
      topic: topic.id,
      phase: "pathways",
      role: "sponsor",
      organization: "Maplewick Works",
      title: "Zymurgist",
      canHelp: "Quernstones.",
      lookingFor: "Fettlers.",
      about: "Ploughwright.",
      "shown-places": "members",
      "shown-sectors": "members",
      "shown-topics": "members",
      "shown-phases": "members",
      "shown-role": "members",
      "shown-organization": "members",
      "shown-title": "members",
      "shown-canHelp": "members",
      "shown-lookingFor": "members",
      "shown-about": "nobody",
    });
    expect(await found("?q=hana")).toEqual(["Hana Hidden"]);
    for (const query of [
      "?state=vt",
      "?phase=pathways",
      "?role=sponsor",
      "?q=maplewick",
      "?q=zymurgist",
      "?q=quernstone",
      "?q=fettlers",
      `?sector=${sector.slug}&q=hana`,
      `?topic=${topic.slug}&q=hana`,
    ]) {
      expect(await found(query), query).toEqual([]);
      expect(await found(query, reader), query).toEqual(["Hana Hidden"]);
    }
    expect(await found("?q=ploughwright", reader)).toEqual([]);
    const search = await world.page("/search?q=quernstones");
    expect(search).not.toContain("Hana Hidden");
    expect(await world.page("/search?q=quernstones", { as: reader })).toContain("Hana Hidden");
  });

  test("a person listed for members is not there for visitors, and letters to them neither", async () => {
    const { slug } = await listed("Mona Members", {}, "members");
    expect(await found("?q=mona")).toEqual([]);
    expect(await found("?q=mona", reader)).toEqual(["Mona Members"]);
    expect((await world.get(`/people/${slug}`)).status).toBe(404);
    expect((await world.get(`/people/${slug}/letter`)).status).toBe(404);
    expect((await world.get(`/people/${slug}/letter`, { as: reader })).status).toBe(200);
    expect(await world.page("/sitemap.xml")).not.toContain(slug);
    expect((await world.get(`/api/v1/people/${slug}`, { as: reader })).status).toBe(404);
    expect(await found(`?after=${slug}`), "not even as a place to go on from").toEqual([]);
  });

  test("whoever takes letters from members is written to by a member, and not by a guest", async () => {
    const { person, slug } = await listed("Leo Letters", { writtenBy: "members" });
    expect(await world.page(`/people/${slug}`)).not.toContain("Write a letter");
    expect((await world.post(`/people/${slug}/letter`, { form: { text: "Hello" } })).status).toBe(404);
    expect(await world.page(`/people/${slug}`, { as: reader })).toContain("Write a letter");
    const sent = await world.post(`/people/${slug}/letter`, {
      as: reader,
      form: { text: "How did you begin?" },
    });
    // Without script the quiet check is missing, so an editor looks first.
    expect(sent.headers.get("location")).toBe(`/people/${slug}/letter/held`);
    const editor = await world.person("editor");
    const desk = await world.page("/desk", { as: editor });
    const [, path] = desk.match(/href="(\/desk\/letters\/[^"]+)"/) ?? [];
    await world.post(`${path}/passage`, { as: editor });
    const mail = (await world.mails()).find(({ kind }) => kind === "relay-letter");
    expect(mail?.to).toBe(person.email);
    const [stop] = mail?.text.match(/\/letters\/stop\/[\w-]+/) ?? [];
    await world.post(stop!, { form: { from: "everybody" } });
    expect(await world.page(`/people/${slug}`, { as: reader })).not.toContain("Write a letter");
  });
});

describe("programs", () => {
  test("get those who are listed for everyone, with the parts shown to everyone", async () => {
    const answer = await world.get(`/api/v1/people?q=hana`, { as: reader });
    const { items, next } = (await answer.json()) as { items: Record<string, unknown>[]; next: unknown };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      name: "Hana Hidden",
      title: null,
      states: [],
      sectors: [],
      about: null,
    });
    expect(next).toBeNull();
    const ana = (await (await world.get("/api/v1/people/ana-ruiz")).json()) as Record<string, unknown>;
    expect(ana).toMatchObject({ role: "convener", states: ["ne"], organization: "Prairie College" });
  });

  test("are told which value is unknown", async () => {
    expect((await world.get("/api/v1/people?state=zz")).status).toBe(422);
  });
});

describe("a long directory", () => {
  test("comes in pages, by name, each person once; and asks the database as often for one as for fifty", async () => {
    const asked = (query: string) => countQueries(() => world.get(`/people${query}`, { as: reader }));
    await found("", reader);
    const one = await asked("?q=hana");
    for (let index = 0; index < 50; index += 1)
      await listed(`Zed Number ${String.fromCharCode(97 + (index % 26))}${index}`, {
        state: ["wy"],
        sector: sector.id,
      });
    await found("?state=wy", reader);
    expect(await asked("?state=wy")).toBe(one);
    expect(await asked("")).toBe(one);
    const seen: string[] = [];
    let query: string | undefined = "?state=wy";
    let pages = 0;
    while (query) {
      const page = await world.page(`/people${query}`);
      const here = names(page) as string[];
      expect(here.length).toBeLessThanOrEqual(PEOPLE_PER_PAGE);
      seen.push(...here);
      pages += 1;
      query = page.match(/<a href="\/people(\?[^"]+)" rel="next"/)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(50);
    expect(seen).toEqual([...seen].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });
});
