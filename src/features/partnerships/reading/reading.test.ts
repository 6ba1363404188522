import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contentLike, happeningAt } from "#features/happenings/factory.ts";
import { moveHappening } from "#features/happenings/moving.ts";
import { sectors } from "#features/sectors/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipDraft } from "../content.ts";
import { partnershipAt } from "../factory.ts";
import type { Stage } from "../stages.ts";
import { noteStage, revisePartnership } from "../writing.ts";
import { faceOf } from "./face.ts";
import { partnershipsOfOrganizations, partnershipsOfPeople } from "./lookups.ts";
import { partnershipsLike } from "./similar.ts";
import { timelineOf } from "./timeline.ts";

let world: World;
let ctx: Ctx;
let sectorOf: (slug: string) => string;

beforeAll(async () => {
  world = await openWorld({ pageCacheBytes: 0 });
  await world.loadStarter();
  ctx = await world.ctx({ kind: "system", name: "Test" });
  const ids = new Map((await sectors(ctx)).map(({ slug, id }) => [slug, id]));
  sectorOf = (slug) => ids.get(slug)!;
}, 60_000);
beforeEach(async () => {
  await ctx.db.deleteFrom("partnerships").execute();
  await ctx.db.deleteFrom("happenings").execute();
});
afterAll(() => world.close());

const CONSENT = { how: "by e-mail", on: "2026-01-05", recordedBy: "Cora Convener" };

const champion = (name: string, more: object = {}) => ({
  id: name,
  person: { name },
  consent: CONSENT,
  ...more,
});

async function add(given: Partial<PartnershipDraft> & { stage?: Stage; since?: string } = {}) {
  const { id, slug } = await partnershipAt(ctx, given);
  return { id, slug, path: `/partnerships/${slug}` };
}

async function hide(id: string): Promise<void> {
  await ctx.db.updateTable("partnerships").set({ hidden_at: ctx.now }).where("id", "=", id).execute();
}

const text = (html: string) =>
  html
    .slice(html.indexOf("<main"))
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe("what is kept back", () => {
  test("is on no page, in no file, feed, map, search or answer, neither in the list nor on its own page", async () => {
    const { path, slug, id } = await add({
      name: "Prairie Nurses Table",
      summary: "Nurses of the prairie.",
      sectors: [sectorOf("healthcare")],
      champions: [
        champion("Ada Agreed", { words: "We grow our own." }),
        champion("Quentin Quiet", { words: "Silentwords", title: "Silenttitle", consent: null }),
      ],
      roles: [
        { id: "1", role: "convener", organization: { name: "Open Board" } },
        { id: "2", role: "funder", organization: { name: "Veiled Fund" }, shown: false },
        { id: "3", role: "co-chair", person: { name: "Hidden Hannah" }, shown: false },
      ],
      priorities: [
        {
          id: "1",
          title: "Housing",
          theme: "housing",
          lead: { name: "quentin quiet" },
          leadOrganization: "Acme",
        },
        { id: "2", title: "Training", theme: "training", lead: { name: "Hidden Hannah" } },
      ],
    });
    const hidden = await add({
      name: "Canary Makers",
      summary: "Canarysummary",
      sectors: [sectorOf("healthcare")],
    });
    await hide(hidden.id);
    const everywhere = [
      "/",
      "/partnerships",
      "/partnerships?state=ne",
      "/partnerships?q=silentwords",
      "/partnerships?q=canary",
      "/partnerships.csv",
      "/partnerships.atom",
      "/search?q=prairie",
      "/search?q=canarysummary",
      "/search?q=quentin",
      "/sitemap.xml",
      "/states/ne",
      "/map",
      "/map?state=ne",
      "/api/v1/partnerships",
      `/api/v1/partnerships/${slug}`,
      path,
      `${path}/contact`,
      `${path}/happenings`,
    ];
    const canary =
      /quentin quiet|silentwords|silenttitle|veiled fund|hidden hannah|canary makers|canary-makers/i;
    for (const address of everywhere) {
      const answer = await world.get(address);
      // What somebody asked for stands in the field again, and that is all.
      const found = (await answer.text()).replace(/value="[^"]*"|“[^”]*”|<title>[^<]*|q=\w+/g, "");
      expect(answer.status, address).toBe(200);
      expect(found, address).not.toMatch(canary);
    }
    const page = text(await world.page(path));
    expect(page).toContain("Ada Agreed");
    expect(page).toContain("Open Board");
    expect(page).toContain("Led by Acme");
    for (const address of ["", "/contact", "/suggestion", "/happenings", "/picture.png"])
      expect((await world.get(`${hidden.path}${address}`)).status, address).toBe(404);
    expect((await world.get(`/api/v1/partnerships/${hidden.slug}`)).status).toBe(404);
    const face = (await faceOf(ctx, slug))!;
    expect((await partnershipsLike(ctx, face)).map(({ partnership }) => partnership.id)).not.toContain(
      hidden.id,
    );
    expect(face.id).toBe(id);
  });

  test("is not said of a person or organization either", async () => {
    const quiet = await world.person("member", "Quentin Quiet");
    const agreed = await world.person("member", "Ada Agreed");
    await add({
      name: "Valley Table",
      champions: [
        champion("Quentin Quiet", { person: { name: "Quentin Quiet", id: quiet.id }, consent: null }),
        champion("Ada Agreed", { person: { name: "Ada Agreed", id: agreed.id }, title: "Head of nursing" }),
      ],
      roles: [{ id: "1", role: "co-chair", person: { name: "Quentin Quiet", id: quiet.id }, shown: false }],
    });
    const parts = await partnershipsOfPeople(ctx, [quiet.id, agreed.id]);
    expect(parts.map(({ of, role, title }) => ({ of, role, title }))).toEqual([
      { of: agreed.id, role: "champion", title: "Head of nursing" },
    ]);
    expect(await partnershipsOfOrganizations(ctx, [ctx.random.id()])).toEqual([]);
  });
});

describe("a partnership's page", () => {
  test("tells no more of a date than is known, and says kindly what nobody has told", async () => {
    const { path } = await add({
      name: "Valley Table",
      stage: "active",
      since: "2018",
      milestones: [
        { id: "1", kind: "academy", title: "Academy", on: "2018-03" },
        { id: "2", kind: "launch", title: "Launch", on: "2018-10-04" },
        { id: "3", kind: "meeting", title: "A summit" },
        { id: "4", kind: "meeting", title: "The next table", on: "2031" },
      ],
      counties: [],
      countiesKnown: "unknown",
    });
    const html = await world.page(path);
    const times = [...html.matchAll(/<time datetime="([^"]+)">([^<]+)</g)].map(
      ([, iso, words]) => `${iso}: ${words}`,
    );
    expect(times).toEqual(
      expect.arrayContaining(["2018-03: March 2018", "2018-10-04: October 4, 2018", "2031: 2031"]),
    );
    const page = text(html);
    expect(page).toContain("Active since 2018");
    expect(page).toContain("A summit Date not told");
    expect(page).toContain("Still to come: The next table");
    expect(page).toContain("Which counties belong to it, our sources do not say.");
    expect(page).toMatch(
      /Not told yet: who convenes it; what its businesses decided to do; who its business champions are/,
    );
    const { path: bare } = await add({ name: "Bare Table", stage: "unknown" });
    expect(text(await world.page(bare))).toContain("Its source does not say how far it is.");
  });

  test("outlines its counties and names them by their own words", async () => {
    const { path } = await add({
      name: "Delta Table",
      states: ["la"],
      counties: ["22073"],
      countiesKnown: "approximate",
    });
    const html = await world.page(path);
    expect(html).toContain("map-region");
    expect(text(html)).toContain("Ouachita Parish, Louisiana");
    expect(text(html)).toContain("The counties as far as we know");
  });

  test("shows a champion's words, and a film as a link with its transcript or what is known of one", async () => {
    const { path } = await add({
      name: "Valley Table",
      champions: [
        champion("Ada Agreed", {
          words: "We grow our own.",
          video: "https://films.example.org/1",
          transcript: "We met **here**.",
        }),
        champion("Bo Both", { video: "https://films.example.org/2" }),
        champion("Cy Careless", { video: "javascript:alert(1)" }),
      ],
    });
    const html = await world.page(path);
    expect(html).not.toMatch(/<(iframe|video|script src="https)/);
    expect(html).not.toContain("javascript:");
    expect(html).toContain('href="https://films.example.org/1" rel="external noopener"');
    expect(html).toContain("<strong>here</strong>");
    expect(text(html)).toContain("Nobody has written down yet what is said in this film");
  });

  test("names who works on it by role, from when to when, and those who once did in a fold", async () => {
    const { path } = await add({
      name: "Valley Table",
      roles: [
        {
          id: "1",
          role: "support-partner",
          organization: { name: "Valley College" },
          from: "2018-09",
          to: "2020",
        },
        { id: "2", role: "convener", organization: { name: "Valley Board" }, from: "2019" },
        {
          id: "3",
          role: "support-partner",
          organization: { name: "Valley Schools" },
          person: { name: "Pat Principal" },
          title: "Principal",
        },
      ],
    });
    const page = text(await world.page(path));
    expect(page).toMatch(
      /Convener Valley Board since 2019 Support partner Valley Schools Pat Principal, Principal/,
    );
    expect(page).toMatch(/Who served before Support partner Valley College September 2018 to 2020/);
    expect(text(await world.page("/partnerships"))).toContain("Convened by Valley Board");
  });

  test("has happenings of its own, each of which leads back to it, and all of them one link away", async () => {
    const { path } = await add({ name: "Valley Table", states: ["ne"] });
    for (let count = 1; count <= 5; count++) {
      const id = await happeningAt(
        ctx,
        "received",
        contentLike({ title: `Win ${count}`, kind: "quick-win", partnership: "valley table", state: "ne" }),
      );
      await moveHappening(ctx, id, { to: "published", mover: "editor" });
    }
    const html = await world.page(path);
    expect(text(html)).toContain("Quick wins and other happenings");
    expect(text(html).match(/Win \d/g)).toHaveLength(4);
    expect(html).toContain(`href="${path}/happenings"`);
    expect(text(await world.page(`${path}/happenings`)).match(/Win \d/g)).toHaveLength(5);
    expect((await world.get(`${path}/happenings?page=2`)).status).toBe(404);
    const happening = /href="(\/happenings\/\d{4}\/win-\d[^"]*)"/.exec(html)![1]!;
    expect(await world.page(happening)).toContain(`<a href="${path}">`);
  });

  test("gives the stage's word with the milestone of the same day, once", async () => {
    const { id, slug } = await add({
      name: "Valley Table",
      stage: "active",
      since: "2018-10-04",
      milestones: [{ id: "1", kind: "launch", title: "Launch", on: "2018-10-04" }],
    });
    await noteStage(ctx, id, "paused", "2020", "The pandemic.");
    await noteStage(ctx, id, "relaunched", "2022-06", "Back again.");
    expect(timelineOf((await faceOf(ctx, slug))!).map(({ title, on, note }) => [title, on, note])).toEqual([
      ["Launch", "2018-10-04", ""],
      ["Paused", "2020", "The pandemic."],
      ["Relaunched", "2022-06", "Back again."],
    ]);
  });

  test("tells a stage without a date before those that followed it", async () => {
    const { id, slug } = await add({ name: "Valley Table" });
    const minutesLater = (minutes: number) => ({
      ...ctx,
      now: new Date(ctx.now.getTime() + minutes * 60_000),
    });
    await noteStage(minutesLater(1), id, "active", null, "At work when we heard of it.");
    await noteStage(minutesLater(2), id, "paused", "2020", "The pandemic.");
    await noteStage(minutesLater(3), id, "relaunched", "2022-06", "Back again.");
    expect(timelineOf((await faceOf(ctx, slug))!).map(({ title }) => title)).toEqual([
      "Active",
      "Paused",
      "Relaunched",
    ]);
  });

  test("asks as many questions of the database for one partner, peer and priority as for three", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => String(index));
    const asked = async (count: number) => {
      await ctx.db.deleteFrom("partnerships").execute();
      const like = { sectors: [sectorOf("healthcare")] };
      for (const index of many(count)) await add({ ...like, name: `Peer ${index}` });
      const { path } = await add({
        ...like,
        name: "Valley Table",
        roles: many(count).map((id) => ({
          id,
          role: "funder" as const,
          organization: { name: `Fund ${id}` },
        })),
        priorities: many(count).map((id) => ({ id, title: `Aim ${id}`, theme: "housing" as const })),
      });
      await world.page(path);
      return countQueries(async () => void (await world.page(path)));
    };
    expect(await asked(3)).toBe(await asked(1));
  });
});

describe("partnerships like this one", () => {
  test("share sector, phase, setting and size, with the reason in words; a closed one comes last", async () => {
    const healthcare = [sectorOf("healthcare")];
    const housing = { id: "1", title: "Homes", theme: "housing" };
    const { path } = await add({
      name: "Own Table",
      stage: "active",
      sectors: healthcare,
      setting: "rural",
      counties: ["31079", "31019"],
      priorities: [housing],
    });
    await add({
      name: "A Closed Table",
      stage: "closed",
      sectors: healthcare,
      setting: "rural",
      states: ["wy"],
    });
    await add({
      name: "B Same Sector",
      stage: "emerging",
      sectors: healthcare,
      states: ["wy"],
      counties: [],
    });
    await add({
      name: "C Twin Table",
      stage: "relaunched",
      sectors: healthcare,
      setting: "both",
      counties: ["56033", "56019"],
      states: ["wy"],
      priorities: [housing],
    });
    await add({ name: "D Elsewhere", sectors: [sectorOf("construction")], states: ["wy"], counties: [] });
    const page = text(await world.page(path));
    const peers = page.slice(page.indexOf("Partnerships like this one"));
    expect(peers.match(/A Closed Table|B Same Sector|C Twin Table|D Elsewhere|Own Table/g)).toEqual([
      "C Twin Table",
      "B Same Sector",
      "A Closed Table",
    ]);
    expect(peers).toContain(
      "Also healthcare, in the same phase, also rural and metro, about as many counties, also working on housing.",
    );
    expect(peers).toContain("Also healthcare.");
  });
});

describe("writing to those behind a page", () => {
  test("is offered where somebody looks after it, passes the letter on and shows no address", async () => {
    const { id, path } = await add({ name: "Valley Table" });
    expect(await world.page(path)).not.toContain(`${path}/contact`);
    expect(text(await world.page(`${path}/contact`))).toContain(
      "Nobody of this partnership looks after its page yet",
    );
    const refused = await world.post(`${path}/contact`, {
      form: { name: "Gil", email: "gil@x.example", text: "Hello" },
    });
    expect(text(await refused.text())).toContain("No letters through this page");
    const cora = await world.give(await world.person("member", "Cora Convener"), {
      role: "partnership-editor",
      scope: id,
    });
    const html = await world.page(path);
    expect(html).toContain(`href="${path}/contact"`);
    const form = await world.page(`${path}/contact`);
    expect(form).toContain("<textarea");
    expect(form + html).not.toContain(cora.email);
    const writer = await world.person("member", "Wes Writer");
    const sent = await world.post(`${path}/contact`, { as: writer, form: { text: "How did you begin?" } });
    expect(sent.status).toBe(303);
    const row = await ctx.db
      .selectFrom("relay_letters")
      .select(["to_kind", "to_id", "from_person"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ to_kind: "partnership", to_id: id, from_person: writer.id });
  });

  test("is refused kindly where they take no letters, and suggestions reach somebody all the same", async () => {
    const { id, path } = await add({ name: "Valley Table" });
    await world.give(await world.person("member", "Cora Convener"), {
      role: "partnership-editor",
      scope: id,
    });
    await ctx.db.updateTable("partnerships").set({ contactable: false }).where("id", "=", id).execute();
    expect(text(await world.page(`${path}/contact`))).toContain("take no letters through it at present");
    expect(text(await world.page(path))).toContain("do not take letters through it at present");
    const { path: untended } = await add({ name: "Lone Table" });
    expect(text(await world.page(`${untended}/suggestion`))).toContain(
      "Write to the editors about the Lone Table",
    );
  });
});

describe("the list as a file, a feed and an answer for programs", () => {
  test("a table whose cells a spreadsheet does not run, in the view that was asked for", async () => {
    await add({ name: '=HYPERLINK("http://x")', states: ["ne"], summary: "-1+1", counties: ["31079"] });
    await add({ name: "Elsewhere", states: ["wy"], counties: [] });
    const answer = await world.get("/partnerships.csv?state=ne");
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const lines = (await answer.text()).split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines[1]).toContain(",'-1+1,");
    expect(lines[1]).toContain(",Nebraska,ne,");
  });

  test("a feed that says what is new: a page, a move, a change", async () => {
    await add({ name: "New <Table>" });
    const moved = await add({ name: "Moved Table" });
    const changed = await add({ name: "Changed Table" });
    const later = (minutes: number) => new Date(ctx.now.getTime() + minutes * 60_000);
    const at = (minutes: number): Ctx => ({ ...ctx, now: later(minutes) });
    await noteStage(at(1), moved.id, "relaunched", "2022-06", "Back again.");
    await ctx.db
      .updateTable("partnerships")
      .set({ stage: "relaunched", changed_at: later(1) })
      .where("id", "=", moved.id)
      .execute();
    const content = (await faceOf(ctx, changed.slug))!.content;
    await revisePartnership(at(2), changed.id, { content, version: 1 });
    const xml = await world.page("/partnerships.atom");
    expect(XMLValidator.validate(xml)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    expect(feed.entry.map(({ title, summary }: Record<string, string>) => `${title}: ${summary}`)).toEqual([
      "Changed Table: Its page tells something new.",
      "Moved Table: It moved: Relaunched, since June 2022. Back again.",
      "New <Table>: New in the directory.",
    ]);
    const etag = (await world.get("/partnerships.atom")).headers.get("etag")!;
    expect((await world.get("/partnerships.atom", { headers: { "if-none-match": etag } })).status).toBe(304);
    expect(XMLValidator.validate(await world.page("/partnerships.atom?state=zz"))).toBe(true);
  });

  test("pages of JSON by the same filters, and one partnership whole", async () => {
    for (const name of ["Alpha", "Beta", "Gamma"]) await add({ name, states: ["ne"], stage: "active" });
    const { slug } = await add({
      name: "Delta",
      states: ["wy"],
      sectors: [sectorOf("healthcare")],
      counties: [],
    });
    const first = await (await world.get("/api/v1/partnerships?state=ne&per_page=2")).json();
    expect(first.items.map(({ name }: { name: string }) => name)).toEqual(["Alpha", "Beta"]);
    expect(first.total).toBe(3);
    const next = await (await world.get(new URL(first.next).pathname + new URL(first.next).search)).json();
    expect(next).toMatchObject({
      items: [{ name: "Gamma", counties: ["31019", "31079"] }],
      next: null,
      page: 2,
    });
    const whole = await (await world.get(`/api/v1/partnerships/${slug}`)).json();
    expect(whole).toMatchObject({
      name: "Delta",
      sectors: ["healthcare"],
      stage: "active",
      champions: [],
      since: null,
    });
    expect((await world.get("/api/v1/partnerships?stage=gone")).status).toBe(422);
    expect((await world.get("/api/v1/partnerships?sector=gone")).status).toBe(422);
  });
});

describe("the list", () => {
  test("has one address for a view, and says what it does not know", async () => {
    await add({ name: "Valley Table", states: ["ne"] });
    const moved = await world.get("/partnerships?q=&state=NE&utm_source=x&sector=");
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "/partnerships?state=ne"]);
    const page = text(await world.page("/partnerships?setting=moon"));
    expect(page).toContain("We know no setting called “moon”.");
    expect(page).toContain("None matches everything you chose");
    expect((await world.get("/partnerships?page=7")).status).toBe(404);
    const view = await world.page("/partnerships?state=ne&stage=active");
    expect(text(view)).toContain("Active partnerships in Nebraska");
    expect(text(view)).toContain("One partnership");
    for (const twin of [".csv", ".atom"])
      expect(view).toContain(`href="/partnerships${twin}?state=ne&amp;stage=active"`);
    expect(view).toContain('href="/map?state=ne&amp;stage=active"');
  });

  test("teaches where there is nothing yet", async () => {
    expect(text(await world.page("/partnerships"))).toContain("No partnership has a page yet");
  });

  test("finds by state and county too", async () => {
    await add({ name: "Welders of the Valley", states: ["ne"], counties: ["31079"] });
    await add({ name: "Elsewhere", states: ["wy"], counties: [] });
    for (const words of ["nebraska", "hall+county", "nebrasca"]) {
      const page = text(await world.page(`/partnerships?q=${words}`));
      expect(page, words).toContain("Welders of the Valley");
      expect(page, words).not.toContain("Elsewhere");
    }
  });

  test("forgives a slip and says so", async () => {
    await add({ name: "Welders of the Valley" });
    const page = text(await world.page("/partnerships?q=weldres"));
    expect(page).toContain("Welders of the Valley");
    expect(page).toContain("so we looked for welders");
    expect(text(await world.page("/search?q=weldres"))).toContain("Welders of the Valley");
  });
});
