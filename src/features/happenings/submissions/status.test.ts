import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { pdfFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { contentOf } from "../content.ts";
import { type Move, moveHappening } from "../moving.ts";
import { reviseHappening } from "../writing.ts";
import { filledForm, happening, received, valuesIn } from "./factory.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  editor = await world.person("editor", "Edith Editor");
});
afterAll(() => world.close());

async function move(id: string, to: Move["to"], more: Partial<Move> = {}): Promise<void> {
  await moveHappening(await world.ctx(editor.actor), id, { to, mover: "editor", ...more });
}

async function write(id: string, kind: "changes-asked" | "declined" | "note" | "letter", text: string) {
  const ctx = await world.ctx(editor.actor);
  await ctx.db
    .insertInto("happening_messages")
    .values({
      id: ctx.random.id(),
      happening: id,
      at: ctx.now,
      kind,
      by_kind: "editor",
      by_person: editor.id,
      by_name: editor.name,
      text,
    })
    .execute();
}

const answersOf = async (id: string) =>
  (await world.ctx()).db
    .selectFrom("happening_messages")
    .select("text")
    .where("happening", "=", id)
    .where("kind", "=", "answer")
    .execute();

const edit = (status: string, form: Record<string, string | string[]>, files: { name: string }[] = []) =>
  world.post(`${status}/edit`, {
    form,
    files: files.map(({ name }) => ({ field: "files", name, bytes: pdfFile() })),
  });

describe("the status page", () => {
  test("tells where an update stands, from received to published", async () => {
    const { id, status } = await received(world);
    expect(await world.page(status)).toContain("It waits for an editor to read it.");
    await move(id, "in-review");
    expect(await world.page(status)).toContain("An editor is reading it.");
    await move(id, "scheduled", { publishAt: new Date("2026-06-01T15:00:00Z") });
    const scheduled = await world.page(status);
    expect(scheduled).toContain("It will be published on");
    expect(scheduled).toMatch(/June 1, 2026 at \d+:00/);
    expect(scheduled).toContain("set for publication");
    await move(id, "published");
    const { year, slug } = await happening(world, id);
    const published = await world.page(status);
    expect(published).toContain(`href="/happenings/${year}/${slug}"`);
    expect(published).toContain("only an editor can change it");
    await move(id, "unpublished");
    const hidden = await world.page(status);
    expect(hidden).not.toContain(`href="/happenings/${year}/${slug}"`);
    expect(hidden).toContain("An editor took it off the site for now.");
  });

  test("gives the reason of a refusal, and never shows what editors note among themselves", async () => {
    const { id, status } = await received(world);
    await write(id, "note", "I know this person from the fair");
    await write(id, "declined", "It advertises <b>one</b> product.");
    await move(id, "declined");
    const page = await world.page(status);
    expect(page).toContain("It advertises &lt;b&gt;one&lt;/b&gt; product.");
    expect(page).not.toContain("from the fair");
  });

  test("shows the submitter their own private files by key, and nobody else", async () => {
    const { status } = await received(world, {}, [{ field: "files", name: "plan.pdf", bytes: pdfFile() }]);
    const href =
      /href="(\/files\/[^"]+)"/.exec(await world.page(status))?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await world.get(href)).status).toBe(200);
    expect((await world.get(href.split("?")[0] ?? "")).status).toBe(404);
  });
});

describe("answering", () => {
  test("sends it back to the editors once changes were asked, and tells the one who asked", async () => {
    const { id, status } = await received(world);
    await write(id, "changes-asked", "How many came?");
    await move(id, "changes-asked");
    expect(await world.page(status)).toContain("The editors wait for you");
    expect(await world.page(status)).toContain("How many came?");
    const answer = await world.post(`${status}/answers`, { form: { answer: "Twelve, and one dog." } });
    expect(answer.status).toBe(303);
    expect((await happening(world, id)).stage).toBe("received");
    const mail = (await world.mails()).findLast(({ kind }) => kind === "submission-answered");
    expect(mail).toMatchObject({ to: editor.email });
    expect(mail?.text).toContain("Twelve, and one dog.");
    expect(await world.page(answer.headers.get("location") ?? "")).toContain(
      "Your message is with the editors.",
    );
  });

  test("is only a letter at other stages, an empty one is refused, and a withdrawn update takes none", async () => {
    const { id, status } = await received(world);
    await world.post(`${status}/answers`, { form: { answer: "One more thing." } });
    expect((await happening(world, id)).stage).toBe("received");
    const empty = await world.post(`${status}/answers`, { form: { answer: "  " } });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Your answer is needed.");
    await world.post(`${status}/withdrawal`);
    expect((await world.post(`${status}/answers`, { form: { answer: "Late" } })).status).toBe(409);
    expect(await answersOf(id)).toEqual([{ text: "One more thing." }]);
  });
});

describe("changing it", () => {
  test("makes a new version with the files that stayed, came and went", async () => {
    const { id, status } = await received(
      world,
      {
        "url-link1": "https://example.org/film",
        "title-link1": "Film",
        "as-link1": "video",
        "promised-link1": "yes",
      },
      [
        { field: "files", name: "plan.pdf", bytes: pdfFile("plan") },
        { field: "files", name: "agenda.pdf", bytes: pdfFile("agenda") },
      ],
    );
    await move(id, "in-review");
    const page = await world.page(`${status}/edit`);
    const [plan = "", agenda = ""] = valuesIn(page, "file");
    expect(valuesIn(page, "version")).toEqual(["1"]);
    expect(page).toContain('value="https://example.org/film"');
    const form = filledForm({
      version: "1",
      title: "Thirteen employers",
      file: [agenda],
      answer: "Thirteen, not twelve.",
    });
    const changed = {
      ...form,
      [`title-${agenda}`]: "The agenda",
      [`as-${agenda}`]: "agenda",
      "id-link1": valuesIn(page, "id-link1")[0] ?? "",
      "url-link1": "https://example.org/film2",
      "title-link1": "Film",
      "as-link1": "video",
      "transcript-link1": "Hello.",
    };
    const answer = await edit(status, changed, [{ name: "new.pdf" }]);
    expect(answer.status).toBe(303);
    const row = await happening(world, id);
    expect(row).toMatchObject({ stage: "in-review", version: 2, title: "Thirteen employers" });
    const stored = await contentOf(await world.ctx(), id);
    expect(stored?.content.artefacts.map(({ title, kind, url }) => [title, kind, url])).toEqual([
      ["The agenda", "agenda", null],
      ["new", "document", null],
      ["Film", "video", "https://example.org/film2"],
    ]);
    expect(stored?.content.artefacts[0]?.id).toBe(agenda);
    expect(stored?.content.artefacts.map(({ id }) => id)).not.toContain(plan);
    expect(await answersOf(id)).toEqual([{ text: "Thirteen, not twelve." }]);
    const version = await (await world.ctx()).db
      .selectFrom("happening_versions")
      .select(["by_kind", "by_name"])
      .where("happening", "=", id)
      .where("number", "=", 2)
      .executeTakeFirst();
    expect(version).toEqual({ by_kind: "submitter", by_name: "Ana Ruiz" });
  });

  test("sends it back to the editors when they had asked", async () => {
    const { id, status } = await received(world);
    await move(id, "changes-asked");
    expect((await edit(status, filledForm({ version: "1", title: "Mended" }))).status).toBe(303);
    expect(await happening(world, id)).toMatchObject({ stage: "received", version: 2, title: "Mended" });
  });

  test("keeps both when an editor saved meanwhile: theirs is saved, ours is in the form", async () => {
    const { id, status } = await received(world);
    const ctx = await world.ctx(editor.actor);
    const stored = await contentOf(ctx, id);
    if (!stored) throw new Error("no content");
    const by = { kind: "editor" as const, personId: editor.id, name: editor.name };
    const mention = {
      id: ctx.random.id(),
      kind: "video" as const,
      title: "A film by the editor",
      note: "",
      media: null,
      url: "https://example.org/theirs",
      transcript: "Words.",
      transcriptPromised: false,
      transcriptNote: "",
    };
    const content = { ...stored.content, summary: "What the editor wrote.", artefacts: [mention] };
    await reviseHappening(ctx, id, { content, version: 1, by });
    const form = filledForm({ version: "1", title: "What the submitter wrote" });
    const answer = await edit(status, form);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("An editor saved a newer version while you were writing");
    expect(page).toContain("What the editor wrote.");
    expect(page).toContain('value="What the submitter wrote"');
    expect(page).toContain('value="https://example.org/theirs"');
    expect(valuesIn(page, "version")).toEqual(["2"]);
    expect((await happening(world, id)).summary).toBe("What the editor wrote.");
    expect((await edit(status, { ...form, version: "2" })).status).toBe(303);
    expect(await happening(world, id)).toMatchObject({ version: 3, title: "What the submitter wrote" });
  });

  test("is over once an editor has decided, and what was typed can still be copied", async () => {
    const { id, status } = await received(world);
    await move(id, "published");
    expect((await world.get(`${status}/edit`)).headers.get("location")).toBe(status);
    const answer = await edit(status, filledForm({ version: "1", title: "Too late" }));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('value="Too late"');
    expect(await happening(world, id)).toMatchObject({ version: 1, stage: "published" });
  });

  test("takes no file of another submission, neither by its id nor by its artefact's", async () => {
    const mine = await received(world);
    const theirs = await received(world, {}, [{ field: "files", name: "secret.pdf", bytes: pdfFile() }]);
    const stored = await contentOf(await world.ctx(), theirs.id);
    const [artefact] = stored?.content.artefacts ?? [];
    const file = [artefact?.id ?? "", artefact?.media ?? ""];
    expect((await edit(mine.status, filledForm({ version: "1", file }))).status).toBe(303);
    expect((await contentOf(await world.ctx(), mine.id))?.content.artefacts).toEqual([]);
  });
});

describe("taking it back", () => {
  test("asks first, and takes what was published off the site at once, its files too", async () => {
    const { id, status } = await received(world, {}, [
      { field: "files", name: "plan.pdf", bytes: pdfFile() },
    ]);
    await move(id, "published");
    const file = await (await world.ctx()).db
      .selectFrom("artefacts as a")
      .innerJoin("media as m", "m.id", "a.media")
      .select(["m.id"])
      .where("a.happening", "=", id)
      .executeTakeFirstOrThrow();
    expect((await world.get(`/files/${file.id}/plan.pdf`)).status).toBe(200);
    const page = await world.page(`${status}/withdrawal`);
    expect(page).toContain("It leaves the site and its feeds at once");
    expect((await happening(world, id)).stage).toBe("published");
    const answer = await world.post(`${status}/withdrawal`);
    expect(await world.page(answer.headers.get("location") ?? "")).toContain("You have taken it back.");
    expect(await happening(world, id)).toMatchObject({ stage: "withdrawn", listed_at: null });
    expect((await world.get(`/files/${file.id}/plan.pdf`)).status).toBe(404);
    expect((await world.post(`${status}/withdrawal`)).status).toBe(303);
  });

  test("works at every stage", async () => {
    const at = new Date("2027-01-01T15:00:00Z");
    for (const stage of ["in-review", "changes-asked", "scheduled", "declined"] as const) {
      const { id, status } = await received(world);
      await move(id, stage, stage === "scheduled" ? { publishAt: at } : {});
      await world.post(`${status}/withdrawal`);
      expect([stage, (await happening(world, id)).stage]).toEqual([stage, "withdrawn"]);
    }
  });
});

describe("your updates", () => {
  test("lists what the signed-in address has sent, page by page, with the same number of queries", async () => {
    const member = await world.person("member");
    expect(await world.page("/my-updates", { as: member })).toContain("Nothing yet");
    const { status } = await received(world, { email: member.email, title: "Mine" });
    const one = await countQueries(() => world.page("/my-updates", { as: member }));
    await received(world, { title: "Somebody else’s" });
    const page = await world.page("/my-updates", { as: member });
    expect(page).toContain("Mine");
    expect(page).toContain(`href="${status}"`);
    expect(page).not.toContain("Somebody else’s");
    await received(world, { email: member.email, title: "Mine too" });
    expect(await countQueries(() => world.page("/my-updates", { as: member }))).toBe(one);
    expect((await world.get("/my-updates")).headers.get("location")).toBe("/sign-in?return=%2Fmy-updates");
    expect((await world.get("/my-updates?page=7", { as: member })).status).toBe(404);
  });
});
