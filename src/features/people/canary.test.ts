import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { pictureFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { openLog } from "#platform/log.ts";
import { profileValues } from "./profiles/factory.ts";
import { passOnLetter } from "./relay/actions.ts";
import { expectNewcomer } from "./welcome/newcomers.ts";

// Every field that a person can hide holds a word that stands nowhere else. Then everything the site says is read, as
// everybody who may come, and each of these words stands only where its owner wanted it.

let world: World;
let member: SignedIn;
let editor: SignedIn;
let administrator: SignedIn;
let log = "";

/** A made-up word, different for every person and field; letters only, so that no parser cuts it. */
const word = (person: string, field: string) => `kanar${person}${field}`.toLowerCase();

const TEXTS = ["title", "organization", "about", "canHelp", "lookingFor", "photoAlt"] as const;

function valuesOf(person: string, more: Record<string, string | string[]>) {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, word(person, field)]));
  return profileValues(nameOf(person), { ...texts, ...more }, "public");
}
const nameOf = (person: string) => `${word(person, "first")} ${word(person, "last")}`;

const partsFor = (audience: string) =>
  Object.fromEntries(
    ["title", "organization", "about", "canHelp", "lookingFor", "photo", "places", "sectors", "role"].map(
      (part) => [`shown-${part}`, audience],
    ),
  );

/** Who is listed for whom, and who sees their parts. */
const PEOPLE: Record<string, { listedFor: string; parts: string }> = {
  unlisted: { listedFor: "nobody", parts: "public" },
  inside: { listedFor: "members", parts: "public" },
  quiet: { listedFor: "members", parts: "nobody" },
  halfway: { listedFor: "public", parts: "members" },
  shut: { listedFor: "public", parts: "nobody" },
  open: { listedFor: "public", parts: "public" },
};

const seesParts = (person: string, viewer: "guest" | "member") => {
  const { listedFor, parts } = PEOPLE[person]!;
  const reach = (audience: string) =>
    audience === "public" || (audience === "members" && viewer === "member");
  return reach(listedFor) && reach(parts);
};
const seesName = (person: string, viewer: "guest" | "member") => {
  const { listedFor } = PEOPLE[person]!;
  return listedFor === "public" || (listedFor === "members" && viewer === "member");
};

const people = new Map<string, SignedIn>();

beforeAll(async () => {
  world = await openWorld({
    // A mail server that takes everything: without one, editors read each mail so that it reaches anybody at all.
    postOffice: {
      delivers: true,
      send: async () => {},
      openLines: () => ({ count: 1, ahead: 1, send: async () => {}, close: () => {} }),
      kept: () => {},
      close: () => {},
    },
    log: openLog("trace", {
      write: (line) => {
        log += line;
      },
    }),
  });
  await world.loadStarter();
  member = await world.person("member", "Rhea Reader");
  editor = await world.person("editor", "Edith Editor");
  administrator = await world.person("administrator", "Ada Administrator");
  const [sector] = await sectors(await world.ctx());
  for (const [person, { listedFor, parts }] of Object.entries(PEOPLE)) {
    const owner = await world.person("member", nameOf(person));
    people.set(person, owner);
    const form = {
      ...valuesOf(person, { state: "ne", sector: sector!.id, role: "convener", county: "Lancaster, NE" }),
      listedFor,
      writtenBy: "public",
      ...partsFor(parts),
    };
    const photo = { field: "photo", name: `${word(person, "file")}.jpg`, bytes: await pictureFile("jpeg") };
    const saved = await world.post("/profile", { as: owner, form, files: [photo] });
    expect(saved.status, await saved.clone().text()).toBe(303);
  }
  const open = people.get("open")!;
  const to = { kind: "person" as const, id: open.id, name: open.name, addresses: [] };
  const from = { name: member.name, email: member.email, personId: member.id };
  const ctx = await world.ctx(member.actor);
  await passOnLetter(ctx, { to, from, text: word("letter", "passed"), doubt: null });
  await passOnLetter(ctx, { to, from, text: word("letter", "held"), doubt: "Odd." });
  const shut = people.get("shut")!;
  await expectNewcomer(await world.ctx(), shut.id);
  await world.post(`/desk/newcomers/${shut.id}/greeted`, {
    as: editor,
    form: { note: word("welcome", "note") },
  });
  await world.runJobs();
}, 240_000);
afterAll(() => world.close());

interface Answer {
  path: string;
  text: string;
}

const MOST = 900;
/** A view narrowed by two things is made of what views narrowed by one show; and what a deed's page shows stands elsewhere. */
const LEFT_OUT =
  /^\/(assets|files|fonts|brand)\/|\?.*&|\/share\/|sign-out|\/states\/(?!ne\b)[a-z]{2}\b|\/partnerships\/[^/?]+\/(?!\?)/;

/** Everything that is reached by links, from everywhere a reader, a program or a robot begins. */
async function readAll(as: SignedIn | undefined, from: string[]): Promise<Answer[]> {
  const known = new Set(from);
  const waiting = [...from];
  const answers: Answer[] = [];
  for (let path = waiting.shift(); path && answers.length < MOST; path = waiting.shift()) {
    const response = await world.get(path, as ? { as } : {});
    const type = response.headers.get("content-type") ?? "";
    const headers = [...response.headers].join("\n");
    if (!/text|json|xml|csv|svg/.test(type)) {
      answers.push({ path, text: headers });
      await response.body?.cancel();
      continue;
    }
    const text = await response.text();
    answers.push({ path, text: `${headers}\n${text}` });
    for (const [, href] of text.matchAll(/(?:href|src)="([^"#]+)|<loc>([^<]+)|"next":"([^"]+)/g)) note(href);
  }
  function note(href: string | undefined): void {
    if (!href || !/^(\/|http:\/\/commons\.test\/)/.test(href)) return;
    const url = new URL(href.replaceAll("&amp;", "&"), "http://commons.test");
    const path = url.pathname + url.search;
    if (known.has(path) || LEFT_OUT.test(path)) return;
    known.add(path);
    waiting.push(path);
  }
  return answers;
}

const STARTS = [
  "/",
  "/people",
  "/people?state=ne",
  "/people?role=convener",
  "/map",
  "/states/ne",
  "/search?q=kanar",
  "/search/suggestions?q=kanar",
  "/sitemap.xml",
  "/robots.txt",
  "/feeds",
  "/api",
  "/api/v1/people",
  "/api/v1/people?state=ne",
  "/api/v1/organizations",
  "/api/v1/partnerships",
  "/api/v1/openapi.json",
  "/organizations",
  "/affiliates",
];

/** Where a word stands although it may not. */
function standsIn(answers: readonly Answer[], words: readonly string[]): string[] {
  return answers.flatMap(({ path, text }) => {
    const lower = text.toLowerCase();
    return words.filter((one) => lower.includes(one)).map((one) => `${one} stands in ${path}`);
  });
}

const partWords = (person: string) => TEXTS.map((field) => word(person, field));
const nameWords = (person: string) => [word(person, "first"), word(person, "last")];

function forbiddenFor(viewer: "guest" | "member"): string[] {
  return [
    word("letter", "passed"),
    word("letter", "held"),
    word("welcome", "note"),
    ...Object.keys(PEOPLE).flatMap((person) => [
      ...(seesParts(person, viewer) ? [] : partWords(person)),
      ...(seesName(person, viewer) ? [] : nameWords(person)),
      // The name of a file may say more than the picture.
      word(person, "file"),
      people.get(person)!.email,
    ]),
  ];
}

const addressesAsked = () =>
  [...Object.keys(PEOPLE)].flatMap((person) => {
    const slug = `${word(person, "first")}-${word(person, "last")}`;
    return [`/people/${slug}`, `/people/${slug}/letter`, `/api/v1/people/${slug}`, `/people?after=${slug}`];
  });

describe("what people hide stands nowhere", () => {
  test("for a visitor: pages, lists, search, map, feeds, tables, sitemap and API", async () => {
    const answers = await readAll(
      undefined,
      [...STARTS, ...addressesAsked()].filter((path) => !/unlisted|inside|quiet/.test(path)),
    );
    expect(answers.length).toBeGreaterThan(60);
    expect(standsIn(answers, forbiddenFor("guest"))).toEqual([]);
    // And the test would see them: what is for everyone is there.
    const all = answers.map(({ text }) => text).join("\n");
    for (const one of [...partWords("open"), ...nameWords("open"), ...nameWords("halfway")])
      expect(all).toContain(one);
  }, 300_000);

  test("for a member", async () => {
    const answers = await readAll(
      member,
      [
        ...STARTS,
        "/profile",
        "/profile/preview",
        "/account",
        "/account/your-data",
        "/welcome?state=ne",
        "/my-updates",
        "/my-partnerships",
        ...addressesAsked(),
      ].filter((path) => !/unlisted/.test(path)),
    );
    // What a member wrote themselves is theirs to see.
    const forbidden = forbiddenFor("member").filter((one) => !one.startsWith("kanarletter"));
    expect(standsIn(answers, forbidden)).toEqual([]);
    const all = answers.map(({ text }) => text).join("\n");
    for (const one of [...partWords("inside"), ...partWords("halfway")]) expect(all).toContain(one);
  }, 300_000);

  test("for an editor, who knows names and addresses, and for an administrator", async () => {
    const parts = ["unlisted", "quiet", "shut"].flatMap(partWords);
    for (const as of [editor, administrator]) {
      const desk = [
        "/desk",
        "/desk/audit",
        "/desk/editors",
        "/desk/outbox",
        `/desk/newcomers/${people.get("shut")!.id}`,
      ];
      const answers = await readAll(as, [
        ...desk,
        "/people",
        "/people?state=ne",
        "/search?q=kanar",
        "/welcome?state=ne",
      ]);
      expect(answers.some(({ path }) => path.startsWith("/desk/letters/"))).toBe(true);
      expect(
        standsIn(answers, [
          ...parts,
          word("letter", "passed"),
          ...Object.keys(PEOPLE).map((person) => word(person, "file")),
        ]),
      ).toEqual([]);
    }
  }, 300_000);

  test("and answers to no word that is hidden: a page that is found by one would tell it", async () => {
    for (const viewer of ["guest", "member"] as const) {
      const as = viewer === "member" ? { as: member } : {};
      for (const person of Object.keys(PEOPLE)) {
        const asked = TEXTS.slice(0, 5).map((field) => word(person, field));
        for (const one of [...asked, ...nameWords(person)]) {
          const allowed = nameWords(person).includes(one)
            ? seesName(person, viewer)
            : seesParts(person, viewer);
          const slug = `/people/${word(person, "first")}`;
          for (const path of [
            `/people?q=${one}`,
            `/search?q=${one}`,
            `/search?q=${one.slice(0, -1)}`,
            `/search/suggestions?q=${one}`,
          ]) {
            const found = (await world.page(path, as)).includes(slug);
            expect(found, `${viewer} asks ${path}`).toBe(allowed);
          }
          // Programs get what is for everyone, whoever asks.
          const api = await world.page(`/api/v1/people?q=${one}`, as);
          const forAll = nameWords(person).includes(one)
            ? seesName(person, "guest")
            : seesParts(person, "guest");
          expect(api.includes(slug), `api ${one}`).toBe(forAll);
        }
      }
      for (const path of ["/people?state=ne", "/people?role=convener"]) {
        const page = await world.page(path, as);
        for (const person of Object.keys(PEOPLE))
          expect(page.includes(`/people/${word(person, "first")}`), `${person} at ${path}`).toBe(
            seesParts(person, viewer),
          );
      }
    }
  }, 300_000);

  test("and in no list that guesses and logs are made of", async () => {
    const { db } = world.house.ground.database;
    const learned = await db
      .selectFrom("known_words")
      .select("word")
      .where("word", "like", "kanar%")
      .execute();
    expect(learned.map((row) => row.word)).toEqual([word("open", "organization")]);
    const events = JSON.stringify(
      await db.selectFrom("events").select("particulars").execute(),
    ).toLowerCase();
    const parts = Object.keys(PEOPLE).flatMap((person) => [
      ...TEXTS.filter((field) => field !== "organization").map((field) => word(person, field)),
      word(person, "file"),
      people.get(person)!.email,
    ]);
    expect(parts.filter((one) => events.includes(one))).toEqual([]);
    expect(log.length).toBeGreaterThan(1_000);
    expect(log.toLowerCase().match(/kanar\w+/g) ?? []).toEqual([]);
    expect(log).not.toContain("@people.test");
  });

  test("a photo that is not for a reader is not served to them", async () => {
    const { db } = world.house.ground.database;
    for (const [person, owner] of people) {
      const { photo } = await db
        .selectFrom("profiles")
        .select("photo")
        .where("person", "=", owner.id)
        .executeTakeFirstOrThrow();
      const { status } = await world.get(`/files/${photo}/photo.jpg`, { as: member });
      expect([person, status]).toEqual([person, seesParts(person, "guest") ? 200 : 404]);
    }
  });
});
