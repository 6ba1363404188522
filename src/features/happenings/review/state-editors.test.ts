import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMedia, mediaHref } from "#features/media/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { contentLike, happeningAt } from "../factory.ts";
import { createHappening } from "../writing.ts";
import { underReview } from "./queries.ts";

let world: World;
let editor: SignedIn;
let nora: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
  nora = await world.give(await world.person("member", "Nora Nebraska"), {
    role: "state-editor",
    scope: "ne",
  });
});
afterAll(() => world.close());

const system = () => world.ctx({ kind: "system", name: "Test" });
const received = async (title: string, more = {}) =>
  happeningAt(await system(), "received", { state: "ne", title, ...more });
const home = (id: string) => `/desk/happenings/${id}`;
const act = (id: string, deed: string, form: Record<string, string> = {}, as = nora) =>
  world.post(`${home(id)}/${deed}`, { as, form: { version: "1", stage: "received", ...form } });
const stageOf = async (id: string) => (await underReview(await world.ctx(), id))?.stage;

describe("who publishes for one state", () => {
  test("sees what waits there, takes it in hand and publishes it", async () => {
    const id = await received("Nurses stay in Kearney");
    const list = await world.page("/states/ne/review", { as: nora });
    expect(list).toContain("Nurses stay in Kearney");
    expect(await world.page(home(id), { as: nora })).toContain('href="/states/ne/review"');
    expect((await act(id, "hold", { from: "" })).status).toBe(303);
    expect(await world.page(home(id), { as: nora })).toContain("You have this in hand.");
    expect((await act(id, "publication", { stage: "in-review" })).status).toBe(303);
    expect(await stageOf(id)).toBe("published");
    expect(await world.page("/happenings")).toContain("Nurses stay in Kearney");
    expect(await world.page("/states/ne/review", { as: nora })).not.toContain("Nurses stay in Kearney");
    expect(await world.page("/desk/audit", { as: editor })).toContain("Nora Nebraska");
  });

  test("works on what is about two states where the main one is theirs, and not where it is the other", async () => {
    const ours = await received("Across the river", { alsoStates: ["ia"] });
    expect((await act(ours, "publication")).status).toBe(303);
    const theirs = await received("From the other bank", { state: "ia", alsoStates: ["ne"] });
    expect((await world.get(home(theirs), { as: nora })).status).toBe(403);
    expect((await act(theirs, "publication")).status).toBe(403);
    expect(await stageOf(theirs)).toBe("received");
  });

  test("does nothing in another state, whatever the deed", async () => {
    const id = await received("Not for Nora", { state: "ks" });
    for (const deed of ["hold", "publication", "decline", "versions", "date", "notes", "schedule"])
      expect((await act(id, deed)).status, deed).toBe(403);
    expect((await world.get(`${home(id)}/edit`, { as: nora })).status).toBe(403);
    expect((await world.post(home(id), { as: nora, form: {}, files: [] })).status).toBe(403);
    expect((await world.get("/states/ks/review", { as: nora })).status).toBe(403);
    expect(await stageOf(id)).toBe("received");
  });

  test("edits, and cannot move a happening into a state that is not theirs", async () => {
    const id = await received("A title to mend");
    const form = {
      kind: "news",
      title: "A mended title",
      summary: "Short.",
      story: "Long enough.",
      state: "ne",
      place: "Lincoln",
      partnership: "A partnership",
      credit: "Shared by Ana",
      license: "cc-by",
      version: "1",
      base: "1",
      act: "save",
    };
    const save = (more: Record<string, string>) =>
      world.post(home(id), { as: nora, form: { ...form, ...more }, files: [] });
    const moved = await save({ state: "ks" });
    expect([moved.status, await moved.text()]).toEqual([
      422,
      expect.stringContaining("You do not publish for Kansas."),
    ]);
    expect((await save({})).status).toBe(303);
    const item = await underReview(await world.ctx(), id);
    expect([item?.content.title, item?.content.state]).toEqual(["A mended title", "ne"]);
  });

  test("cannot bring back a version that was of another state", async () => {
    const id = await received("Moved by an editor", { state: "ks" });
    const saved = await world.post(home(id), {
      as: editor,
      form: {
        kind: "news",
        title: "Moved by an editor",
        summary: "Short.",
        story: "Long enough.",
        state: "ne",
        place: "",
        partnership: "A partnership",
        credit: "Ana",
        license: "cc-by",
        version: "1",
        base: "1",
        act: "save",
      },
      files: [],
    });
    expect(saved.status).toBe(303);
    const back = await act(id, "versions", { restore: "1", version: "2" });
    expect([back.status, await back.text()]).toEqual([
      422,
      expect.stringContaining("That version is of another state."),
    ]);
  });

  test("leaves the home page and whom the house trusts to editors", async () => {
    const id = await received("Not to be featured");
    await act(id, "publication");
    for (const deed of ["feature", "trust", "distrust"])
      expect((await act(id, deed, { stage: "published" })).status, deed).toBe(403);
    const page = await world.page(home(id), { as: nora });
    expect(page).not.toContain("Feature it on the home page");
    expect(await world.page(home(id), { as: editor })).toContain("Feature it on the home page");
    expect((await world.get("/desk", { as: nora })).status).toBe(403);
    expect((await world.get("/desk/happenings", { as: nora })).status).toBe(403);
  });

  test("opens the files of what waits in their state, by the links on its page alone", async () => {
    const ctx = await system();
    const kept = await ctx.files.put(Readable.from([pdfFile()]), { limitBytes: 1e7 });
    const file = await addMedia(ctx, { ...kept, name: "agenda.pdf", kind: { id: "pdf" } as never });
    const id = await createHappening(ctx, {
      content: contentLike({
        state: "ne",
        title: "With an agenda",
        artefacts: [
          {
            id: ctx.random.id(),
            kind: "agenda",
            title: "The agenda",
            url: null,
            media: file.id,
            note: "",
            transcript: "",
            transcriptPromised: false,
            transcriptNote: "",
          } as never,
        ],
      }),
      stage: "received",
      by: { kind: "system", personId: null, name: "A test" },
    });
    expect((await world.get(mediaHref(file), { as: nora })).status).toBe(404);
    const page = await world.page(home(id), { as: nora });
    const link = /href="(\/files\/[^"]+key=[^"]+)"/.exec(page)![1]!.replaceAll("&amp;", "&");
    expect((await world.get(link, { as: nora })).status).toBe(200);
    expect(await world.page(home(id), { as: editor })).not.toContain("key=");
  });

  test("is told what waits in the same number of queries, for one and for many", async () => {
    const vera = await world.give(await world.person("member"), { role: "state-editor", scope: "vt" });
    await received("One", { state: "vt" });
    const count = () => countQueries(() => world.page("/states/vt/review", { as: vera }));
    const few = await count();
    for (const title of ["Two", "Three"]) await received(title, { state: "vt" });
    expect(await count()).toBe(few);
  });
});

test("a state's lead who does not publish sees neither what waits nor the pages of it", async () => {
  const lead = await world.give(await world.person("member"), { role: "state-lead", scope: "ne" });
  const id = await received("Not for leads");
  expect((await world.get("/states/ne/review", { as: lead })).status).toBe(403);
  expect((await world.get(home(id), { as: lead })).status).toBe(403);
  expect((await act(id, "publication", {}, lead)).status).toBe(403);
  expect((await world.get("/states/ne/review")).headers.get("location")).toMatch(/^\/sign-in/);
});
