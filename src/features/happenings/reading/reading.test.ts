import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileKind } from "#base/file-kinds.ts";
import { addMedia } from "#features/media/public.ts";
import { sectors } from "#features/sectors/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, SITE_URL, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { happeningAt } from "../factory.ts";
import type { DatePrecision } from "../kinds.ts";
import { moveHappening } from "../moving.ts";
import type { ArtefactContent, HappeningContent } from "../tables.ts";

let world: World;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld({ pageCacheBytes: 0 });
  await world.loadStarter();
}, 60_000);
beforeEach(async () => {
  await world.house.ground.database.db.deleteFrom("happenings").execute();
  ctx = await world.ctx((await world.person("editor")).actor);
});
afterAll(() => world.close());

async function publish(
  given: Partial<HappeningContent> = {},
  dated?: { at: Date; precision: DatePrecision },
): Promise<string> {
  const id = await happeningAt(ctx, "received", given);
  await moveHappening(ctx, id, {
    to: "published",
    mover: "editor",
    ...(dated ? { dated: { ...dated, note: "" } } : {}),
  });
  return id;
}

async function addressOf(id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom("happenings")
    .select(["year", "slug"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return `/happenings/${row.year}/${row.slug}`;
}

function artefact(given: Partial<ArtefactContent>): ArtefactContent {
  return {
    id: ctx.random.id(),
    kind: "document",
    title: "A document",
    note: "",
    media: null,
    url: null,
    transcript: "",
    transcriptPromised: false,
    transcriptNote: "",
    ...given,
  };
}

async function keptPdf(name: string): Promise<string> {
  const kind = fileKind("pdf")!;
  const kept = await ctx.files.put([pdfFile()], { limitBytes: 1_000_000 });
  return (await addMedia(ctx, { ...kept, name, kind })).id;
}

describe("what is not published", () => {
  const everywhere = [
    "/",
    "/happenings",
    "/happenings?state=pa",
    "/happenings?q=welders",
    "/states/pa",
    "/states?by=happenings",
  ].concat(["/sectors", "/happenings.atom", "/happenings.json?state=pa", "/sitemap.xml"]);

  test("is on no page, in no feed and not counted; published it is on all, and taken back on none", async () => {
    const id = await happeningAt(ctx, "received", { title: "Welders of the valley" });
    const shown = async () => {
      const texts = await Promise.all(everywhere.map((path) => world.page(path)));
      return everywhere.filter((_, at) =>
        /[Ww]elders.of.the.valley|Pennsylvania: 1 happening/.test(texts[at]!),
      );
    };
    expect(await shown()).toEqual([]);
    await moveHappening(ctx, id, { to: "published", mover: "editor" });
    expect(await shown()).toEqual(everywhere.filter((path) => path !== "/sectors"));
    await moveHappening(ctx, id, { to: "unpublished", mover: "editor" });
    expect(await shown()).toEqual([]);
  });

  test("was it public once, its address says that it is no longer here; else there is nothing", async () => {
    const id = await publish({ title: "Here today" });
    const address = await addressOf(id);
    expect((await world.get(address)).status).toBe(200);
    await moveHappening(ctx, id, { to: "withdrawn", mover: "submitter" });
    const gone = await world.get(address);
    expect(gone.status).toBe(410);
    const page = await gone.text();
    expect(page).toContain("This is no longer here");
    expect(page).not.toContain("Here today");
    expect((await world.get(`${address}/picture.png`)).status).toBe(404);
    expect((await world.get("/happenings/2018/never-was")).status).toBe(404);
    expect((await world.get("/happenings/20x8/never-was")).status).toBe(404);
  });
});

describe("a happening's page", () => {
  test("tells no more of the date than is known", async () => {
    const at = new Date("2018-12-15T12:00:00Z");
    const told = async (precision: DatePrecision) => {
      const page = await world.page(
        await addressOf(await publish({ title: `By ${precision}` }, { at, precision })),
      );
      return /<time datetime="([^"]+)">([^<]+)</.exec(page)?.slice(1) ?? [];
    };
    expect(await told("day")).toEqual(["2018-12-15", "December 15, 2018"]);
    expect(await told("month")).toEqual(["2018-12", "December 2018"]);
    expect(await told("year")).toEqual(["2018", "2018"]);
    expect(await told("none")).toEqual([]);
    expect(await world.page("/happenings")).not.toMatch(
      /By none[\s\S]{0,2000}December 15[\s\S]{0,200}By year/,
    );
  });

  test("lists its documents with type and size, films with their transcript or what is known of one", async () => {
    const media = await keptPdf("Welcome letter.pdf");
    const id = await publish({
      artefacts: [
        artefact({ kind: "welcome-letter", title: "The letter", media }),
        artefact({
          kind: "video",
          title: "The film",
          url: "https://films.example.org/1",
          transcript: "We met **here**.",
        }),
        artefact({
          kind: "podcast",
          title: "The talk",
          url: "https://talks.example.org/2",
          transcriptPromised: true,
        }),
        artefact({ kind: "speech", title: "The speech", transcriptNote: "Nobody wrote it down." }),
      ],
    });
    const page = await world.page(await addressOf(id));
    expect(page).toMatch(new RegExp(`<a href="/files/${media}/welcome-letter.pdf">\\s*The letter</a>`));
    expect(page).toMatch(/PDF, [\d.]+ (bytes|KB)/);
    expect(page).toContain('<a href="https://films.example.org/1" rel="external noopener">The film</a>');
    expect(page).toContain("Video on films.example.org");
    expect(page).toMatch(/Transcript of “The film”[\s\S]*We met <strong>here<\/strong>/);
    expect(page).toContain("A transcript is promised");
    expect(page).toMatch(/<b>The speech<\/b>[\s\S]*Nobody wrote it down/);
  });

  test("leads to the one before, the one after, and to others like it, but never to itself", async () => {
    const [health] = await sectors(ctx);
    const day = (number: number) => ({
      at: new Date(Date.UTC(2020, 1, number, 12)),
      precision: "day" as const,
    });
    await publish({ title: "First", state: "wy" }, day(1));
    const middle = await publish({ title: "Second", sectors: [health!.id] }, day(2));
    await publish({ title: "Third", state: "ne", sectors: [health!.id] }, day(3));
    const page = await world.page(await addressOf(middle));
    expect(page).toMatch(/Newer[\s\S]*\/happenings\/2020\/third[\s\S]*Older[\s\S]*\/happenings\/2020\/first/);
    const alike = /Like this one([\s\S]*?)<\/section>/.exec(page)?.[1] ?? "";
    expect(alike).toContain("Third");
    expect(alike).not.toContain("Second");
  });

  test("is described to the sites it is shared on, with a picture of its own", async () => {
    const address = await addressOf(await publish({ title: 'Words & "quotes" <b>' }));
    const page = await world.page(address);
    expect(page).toContain('<meta property="og:title" content="Words &amp; &quot;quotes&quot; &lt;b&gt;"');
    expect(page).toContain(`<meta property="og:image" content="${SITE_URL}${address}/picture.png"`);
    expect(page).toContain(`<link rel="canonical" href="${SITE_URL}${address}"`);
    const picture = await world.get(`${address}/picture.png`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  test("asks as much of the database with three documents as with one", async () => {
    const asked = async (documents: number) => {
      const media = await Promise.all(Array.from({ length: documents }, (_, at) => keptPdf(`${at}.pdf`)));
      const address = await addressOf(
        await publish({
          title: `With ${documents}`,
          artefacts: media.map((one) => artefact({ media: one })),
        }),
      );
      await world.get(address);
      return countQueries(() => world.get(address));
    };
    expect(await asked(1)).toBe(2);
    expect(await asked(3)).toBe(2);
  });
});

describe("the list of happenings", () => {
  test("describes itself, and has one address for every order and noise", async () => {
    await publish({ kind: "best-practice", state: "ne", sectors: [(await sectors(ctx))[0]!.id] });
    const path = "/happenings?state=ne&sector=healthcare&kind=best-practice";
    const page = await world.page(path);
    expect(page).toContain("<h1>Healthcare best practices from Nebraska</h1>");
    expect(page).toContain("One happening");
    expect(page).toContain(`href="/happenings.atom?state=ne&amp;sector=healthcare&amp;kind=best-practice"`);
    const noisy = await world.get(
      "/happenings?kind=best-practice&q=&topic=&sector=healthcare&state=NE&utm_source=x",
    );
    expect(noisy.headers.get("location")).toBe(path);
  });

  test("says what it does not know, and never breaks", async () => {
    await publish();
    const unknown = await world.page("/happenings?state=zz&sector=space-travel");
    expect(unknown).toContain("We know no state called “zz”");
    expect(unknown).toContain("We know no sector called “space-travel”");
    expect(unknown).toContain("Nothing here yet");
    const hostile = [
      "\u0000",
      "🎉👩‍🏭",
      "'; drop table happenings; --",
      "x".repeat(10_000),
      "\\",
      "%",
      "a & b | !c:*",
      "<script>alert(1)</script>",
      "\ud800",
      "شراكة",
      "(((",
    ];
    for (const q of hostile) {
      for (const path of ["/happenings", "/happenings.atom", "/happenings.json"]) {
        let response = await world.get(
          `${path}?q=${encodeURIComponent(q.toWellFormed())}&sector=${encodeURIComponent(q.toWellFormed())}`,
        );
        if (response.status === 302) response = await world.get(response.headers.get("location")!);
        expect(response.status, q.slice(0, 20)).toBe(200);
        if (path !== "/happenings.json") expect(await response.text()).not.toContain("<script>alert");
      }
    }
    for (const path of [
      "/happenings?page=99999999999",
      "/happenings?page=-1",
      "/happenings?page=7",
      "/happenings?q=%ff%00",
    ]) {
      let response = await world.get(path);
      if (response.status === 302) response = await world.get(response.headers.get("location")!);
      expect(response.status, path).toBeLessThan(500);
    }
    expect((await world.get("/happenings?page=7")).status).toBe(404);
  });

  test("goes on to its older pages and back", async () => {
    for (let number = 1; number <= 16; number += 1) {
      await publish(
        { title: `Number ${number}` },
        { at: new Date(Date.UTC(2020, 0, number)), precision: "day" },
      );
    }
    const first = await world.page("/happenings");
    expect(first).toContain("16 happenings, newest first");
    expect(first).toContain('href="/happenings?page=2" rel="next"');
    const second = await world.page("/happenings?page=2");
    expect(second).toContain(">Number 1<");
    expect(second).not.toContain(">Number 2<");
    expect(second).toContain('href="/happenings" rel="prev"');
  });

  test("asks one question of the database for its happenings, and so does a feed two", async () => {
    const asked = async () => [
      await countQueries(() => world.get("/happenings?state=pa")),
      await countQueries(() => world.get("/happenings.atom?state=pa")),
      await countQueries(() => world.get("/states/pa")),
    ];
    await publish();
    await world.get("/happenings");
    const one = await asked();
    expect(one.slice(0, 2)).toEqual([1, 2]);
    await publish();
    await publish();
    await world.get("/happenings");
    expect(await asked()).toEqual(one);
  });

  test("where nothing has been shared, teaches what could be", async () => {
    expect(await world.page("/happenings")).toContain("Nothing has been shared yet");
    expect(await world.page("/")).toContain("The first story could be yours");
    expect(await world.page("/states/ia")).toContain("Nothing from Iowa yet");
  });
});

describe("feeds", () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ["entry", "link", "category"].includes(name),
  });
  const hostile = 'Tom & Ana\'s "<b>bold</b>" ]]> plan 🎉 \u0007';

  test("Atom reads back as what was written, with absolute links and files", async () => {
    const media = await keptPdf("Plan & budget.pdf");
    const id = await publish(
      {
        title: hostile,
        story: "See [the page](/about) & **more**.",
        artefacts: [artefact({ title: "Plan & budget", media })],
      },
      { at: new Date("2020-05-04T12:00:00Z"), precision: "day" },
    );
    const response = await world.get("/happenings.atom?state=pa");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const xml = await response.text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { feed } = parser.parse(xml);
    expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
    expect(feed.id).toBe(`${SITE_URL}/happenings.atom?state=pa`);
    expect(feed.title).toContain("Happenings from Pennsylvania");
    const [entry] = feed.entry;
    expect(entry.title).toBe(hostile.replace("\u0007", "").trim());
    expect(entry.id).toBe(SITE_URL + (await addressOf(id)));
    expect(entry.published).toBe("2020-05-04T12:00:00.000Z");
    expect(new Date(entry.updated).getTime()).toBe(world.clock.now().getTime());
    const enclosure = entry.link.find((link: Record<string, string>) => link["@_rel"] === "enclosure");
    expect(enclosure["@_href"]).toBe(`${SITE_URL}/files/${media}/plan-budget.pdf`);
    expect(enclosure["@_type"]).toBe("application/pdf");
    expect(Number(enclosure["@_length"])).toBe(pdfFile().byteLength);
    expect(entry.content["#text"]).toContain(
      `<a href="${SITE_URL}/about">the page</a> &amp; <strong>more</strong>`,
    );
  });

  test("JSON Feed 1.1 says the same, and no day where none is known", async () => {
    const id = await publish({ title: hostile }, { at: new Date("2018-06-30T12:00:00Z"), precision: "year" });
    const response = await world.get("/happenings.json");
    expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
    const feed = (await response.json()) as {
      version: string;
      feed_url: string;
      items: Record<string, unknown>[];
    };
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.feed_url).toBe(`${SITE_URL}/happenings.json`);
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      id: SITE_URL + (await addressOf(id)),
      image: `${SITE_URL}${await addressOf(id)}/picture.png`,
      authors: [{ name: "Shared by Ana Ruiz" }],
    });
    expect(feed.items[0]).not.toHaveProperty("date_published");
    expect(feed.items[0]!.content_html).toContain("Each has a mentor.");
  });

  test("are not sent again while nothing has changed", async () => {
    await publish();
    for (const path of ["/happenings.atom", "/happenings.json?state=pa"]) {
      const etag = (await world.get(path)).headers.get("etag")!;
      expect((await world.get(path, { headers: { "if-none-match": etag } })).status).toBe(304);
      await publish();
      expect((await world.get(path, { headers: { "if-none-match": etag } })).status).toBe(200);
    }
  });

  test("an empty one is a feed too", async () => {
    const xml = await world.page("/happenings.atom?kind=podcast");
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(parser.parse(xml).feed.entry).toBeUndefined();
    expect(
      ((await (await world.get("/happenings.json?sector=nothing")).json()) as { items: [] }).items,
    ).toEqual([]);
  });
});

describe("states, sectors and topics", () => {
  test("a state's page tells of it, of its partnerships and of its sectors", async () => {
    const all = await sectors(ctx);
    await publish({ state: "ne", partnership: "Platte Valley Builders", sectors: [all[0]!.id] });
    await publish({ state: "pa", alsoStates: ["ne"], title: "From next door" });
    const page = await world.page("/states/ne");
    expect(page).toContain("<h1>Nebraska</h1>");
    expect(page).toContain("Nebraska has told the community of five partnerships");
    expect(page).toContain("Southeast Nebraska Healthcare Partnership");
    expect(page).toContain("Platte Valley Builders");
    expect(page).toContain("From next door");
    expect(page).toContain('href="/happenings?state=ne&amp;sector=healthcare"');
    expect((await world.get("/states/NE")).headers.get("location")).toBe("/states/ne");
    for (const path of ["/states/zz", "/states/nebraska", "/sectors/none", "/topics/none"]) {
      expect((await world.get(path)).status, path).toBe(404);
    }
  });

  test("a sector's page tells of its states, and a topic leads to its list", async () => {
    const all = await sectors(ctx);
    await publish({ state: "ne", title: "Nurses trained", sectors: [all[0]!.id] });
    const page = await world.page("/sectors/healthcare");
    expect(page).toContain("Nurses trained");
    expect(page).toContain('href="/happenings?state=ne&amp;sector=healthcare"');
    expect((await world.get("/topics/apprenticeship")).headers.get("location")).toBe(
      "/happenings?topic=apprenticeship",
    );
  });

  test("the front page shows what an editor featured first, and thanks the sponsors", async () => {
    const old = await publish(
      { title: "Old and dear" },
      { at: new Date("2015-01-01T12:00:00Z"), precision: "day" },
    );
    for (let number = 1; number <= 6; number += 1) await publish({ title: `Newer ${number}` });
    expect(await world.page("/")).not.toContain("Old and dear");
    await ctx.db.updateTable("happenings").set({ featured_at: ctx.now }).where("id", "=", old).execute();
    const page = await world.page("/");
    expect(page).toMatch(/card-lead[\s\S]{0,4000}Old and dear/);
    expect(page).toContain("State of Oregon");
  });
});
