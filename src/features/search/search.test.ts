import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileKind } from "#base/file-kinds.ts";
import { happeningAt } from "#features/happenings/factory.ts";
import { moveHappening } from "#features/happenings/moving.ts";
import type { ArtefactContent, HappeningContent } from "#features/happenings/tables.ts";
import { addMedia } from "#features/media/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";

interface Suggestions {
  items: { title: string; href: string; kind: string }[];
  corrected: { from: string; to: string }[];
}

let world: World;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  ctx = await world.ctx((await world.person("editor")).actor);
});
afterAll(() => world.close());

const address = (path: string, q: string) => `${path}?${new URLSearchParams({ q })}`;
const page = (q: string) => world.page(address("/search", q));
const suggest = async (q: string): Promise<Suggestions> =>
  (await world.get(address("/search/suggestions", q))).json() as Promise<Suggestions>;
const titles = async (q: string) => (await suggest(q)).items.map(({ title }) => title);

async function publish(content: Partial<HappeningContent>): Promise<string> {
  const id = await happeningAt(ctx, "received", content);
  await moveHappening(ctx, id, { to: "published", mover: "editor" });
  return id;
}

function document(title: string, media: string | null = null): ArtefactContent {
  const nothing = { note: "", url: null, transcript: "", transcriptNote: "" };
  return { id: ctx.random.id(), kind: "agenda", title, media, ...nothing, transcriptPromised: false };
}

describe("the search page", () => {
  test("finds what was meant, says which word it took for which, and marks it", async () => {
    const found = await page("aprenticeship");
    expect(found).toContain("Nothing here has the word “aprenticeship”");
    expect(found).toContain("<strong>apprenticeship</strong>");
    expect(found).toContain("<mark>apprenticeship</mark>, written up for others");
    expect(await page("leter welcom")).toContain(
      "/happenings/2018/central-pennsylvania-letter-and-follow-up",
    );
  });

  test("finds words with and without their accents, in any order", async () => {
    await publish({ title: "Café résumés reviewed", summary: "Señor Peña helped." });
    for (const q of ["resume cafe", "café résumé", "pena senor", "CAFÉ"]) {
      expect(await page(q), q).toContain("Señor");
    }
  });

  test("finds a happening by the name of its document, and shows that name", async () => {
    await publish({ title: "A quiet title", artefacts: [document("Kickoff checklist for conveners")] });
    const found = await page("kickoff checklist");
    expect(found).toContain("A quiet title");
    expect(found).toContain("With documents: <mark>Kickoff</mark> <mark>checklist</mark> for conveners");
    expect((await suggest("kickof")).corrected).toEqual([]);
  });

  test("finds a happening by the name of its file, however the name is put together", async () => {
    const stored = await ctx.files.put(Readable.from([pdfFile()]), { limitBytes: 1e6 });
    const file = { ...stored, name: "Xylem_intake-form.v2.pdf", kind: fileKind("pdf")! };
    const { id } = await addMedia(ctx, file);
    await publish({ title: "Another quiet title", artefacts: [document("The form", id)] });
    for (const q of ["xylem", "intake form", "xylm intake"]) {
      expect(await page(q), q).toContain("Another quiet title");
    }
  });

  test("finds states, sectors, sponsors and pages beside happenings", async () => {
    expect(await page("nebraska")).toContain('href="/states/ne"');
    expect(await page("or")).toContain('href="/states/or"');
    expect(await page("pensylvania")).toContain('href="/states/pa"');
    expect(await page("healthcare")).toContain('href="/sectors/healthcare"');
    expect(await page("jpmorgan")).toContain("/sponsors#jpmorgan-chase");
    expect(await page("accessibility")).toContain('href="/accessibility"');
  });

  test("teaches when nothing was asked, nothing found, or only what is everywhere", async () => {
    expect(await page("")).toContain("What the search looks through");
    expect(await page("xyzzyq")).toContain("Nothing found for “xyzzyq”");
    expect(await page("the")).toContain("“the” stands in nearly every text");
    expect(await page("?!")).toContain("There is no word in that");
  });

  test("shows what was typed as text, whatever it is", async () => {
    const found = await page('"><script>alert(1)</script><mark>');
    expect(found).not.toContain("<script>alert");
    expect(found).toContain("&lt;script&gt;");
  });

  test("says that there is more, and leads to all of it", async () => {
    for (let n = 0; n < 31; n += 1) await publish({ title: `Zebrawood number ${n}` });
    const found = await page("zebrawood");
    expect(found).toContain("The best 30 results");
    expect(found).toContain('href="/happenings?q=zebrawood"');
    expect(found).toContain("These 30 answer best; there are more.");
  });
});

describe("what is not public", () => {
  test("is found neither by the page nor by suggestions, before it is published and after", async () => {
    const id = await happeningAt(ctx, "received", { title: "Quokka sanctuary opens" });
    const hidden = async () => {
      expect(await page("quokka")).not.toContain("sanctuary");
      expect((await suggest("quokka")).items).toEqual([]);
    };
    await hidden();
    expect((await suggest("quoka")).corrected).toEqual([]);
    await moveHappening(ctx, id, { to: "published", mover: "editor" });
    expect(await page("quokka")).toContain("sanctuary");
    expect(await titles("quokk")).toEqual(["Quokka sanctuary opens"]);
    await moveHappening(ctx, id, { to: "unpublished", mover: "editor" });
    await hidden();
  });
});

describe("suggestions", () => {
  test("come for the beginning of a word, eight at most, from every group", async () => {
    const { items } = await suggest("partn");
    expect(items.length).toBeGreaterThan(3);
    expect(items.length).toBeLessThanOrEqual(8);
    expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(items.every(({ href }) => href.startsWith("/"))).toBe(true);
  });

  test("are kept until something public changes, and then are right again at once", async () => {
    await suggest("marimba");
    await publish({ title: "Marimba lessons for welders" });
    expect(await titles("marimba")).toEqual(["Marimba lessons for welders"]);
  });
});

describe("a search costs", () => {
  test("the same few queries, whatever is found", async () => {
    const one = await countQueries(() => page("quiet checklist"));
    const many = await countQueries(() => page("zebrawood number"));
    expect(many).toBe(one);
    // One for each room that is searched, and three for who asks and which words are known.
    const sources = world.house.features.flatMap(({ search }) => search ?? []).length;
    expect(many).toBeLessThanOrEqual(sources + 3);
  });
});
