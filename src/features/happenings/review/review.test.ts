import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { pictureFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { contentLike, happeningAt, submissionLike } from "../factory.ts";
import { answerEditors, changeSubmission } from "../submissions/changing.ts";
import { confirmSubmission } from "../submissions/sending.ts";
import { reviewJobs } from "./jobs.ts";
import { underReview } from "./queries.ts";

let world: World;
let edith: SignedIn;
let ed: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  edith = await world.person("editor");
  ed = await world.person("editor", "Ed Second");
});
afterAll(() => world.close());

const home = (id: string) => `/desk/happenings/${id}`;
const asText = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");

async function sent(given: Parameters<typeof submissionLike>[1] = {}): Promise<string> {
  const ctx = await world.ctx();
  const id = await submissionLike(ctx, given);
  await confirmSubmission(ctx, id);
  return id;
}

async function item(id: string) {
  const found = await underReview(await world.ctx(edith.actor), id);
  if (!found) throw new Error("It is gone");
  return found;
}

/** Presses a button on the page as it stands now, or as it stood before. */
async function press(id: string, deed: string, form: Record<string, string> = {}, as = edith) {
  const { version, stage } = await item(id);
  return world.post(`${home(id)}/${deed}`, { as, form: { version: String(version), stage, ...form } });
}

const formOf = (given: Record<string, string | string[]> = {}) => ({
  act: "save",
  kind: "news",
  title: "Twelve welders start in Scranton",
  summary: "A class of twelve began on Monday.",
  story: "Twelve people began on Monday.\n\nEach has a mentor.",
  state: "pa",
  place: "Scranton",
  partnership: "Northeast Manufacturing Partnership",
  credit: "Shared by Ana Ruiz",
  license: "cc-by",
  version: "1",
  base: "1",
  ...given,
});

type Files = { field: string; name: string; bytes: Uint8Array }[];
const save = (id: string, form: Record<string, string | string[]>, as = edith, files: Files = []) =>
  world.post(home(id), { as, form: formOf(form), files });

async function sweep(): Promise<void> {
  const job = reviewJobs.find(({ name }) => name === "happening.publish-sweep");
  await job?.run(await world.ctx({ kind: "system", name: "The clock" }), {});
}

/** Whether it stands in the column that every public list and page asks. */
async function isListed(id: string): Promise<boolean> {
  const row = await (await world.ctx()).db
    .selectFrom("happenings")
    .select("listed_at")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.listed_at !== null;
}

async function eventsOf(id: string): Promise<string[]> {
  const rows = await (await world.ctx()).db
    .selectFrom("events")
    .select("name")
    .where("subject_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(({ name }) => name);
}

describe("taking in hand", () => {
  test("the first takes it into review, and it keeps its place by how long it has waited", async () => {
    const id = await sent();
    const { stageSince } = await item(id);
    world.clock.advance(60_000);
    expect((await press(id, "hold", { from: "" })).status).toBe(303);
    const held = await item(id);
    expect(held.stage).toBe("in-review");
    expect(held.inHand?.name).toBe("Edith Editor");
    expect(held.stageSince).toEqual(stageSince);
  });

  test("opening it takes nothing, and the second editor is told who has it", async () => {
    const id = await sent();
    await press(id, "hold", { from: "" });
    const page = asText(await world.page(home(id), { as: ed }));
    expect(page).toContain("Edith Editor has this in hand");
    expect(page).toContain("Take it over from Edith Editor");
    expect((await item(id)).inHand?.personId).toBe(edith.id);
  });

  test("it is taken over only by somebody who knows from whom", async () => {
    const id = await sent();
    await press(id, "hold", { from: "" });
    const unknowing = await press(id, "hold", { from: "" }, ed);
    expect(unknowing.status).toBe(409);
    expect(asText(await unknowing.text())).toContain("Somebody else has taken this in hand just now");
    expect((await item(id)).inHand?.personId).toBe(edith.id);
    expect((await press(id, "hold", { from: edith.id }, ed)).status).toBe(303);
    expect((await item(id)).inHand?.personId).toBe(ed.id);
  });

  test("another's hand is not opened by handing it back oneself", async () => {
    const id = await sent();
    await press(id, "hold", { from: "" });
    await press(id, "release", {}, ed);
    expect((await item(id)).inHand?.personId).toBe(edith.id);
    await press(id, "release");
    expect((await item(id)).inHand).toBeNull();
  });

  test("after more than a week it looks forgotten", async () => {
    const id = await sent();
    await press(id, "hold", { from: "" });
    world.clock.advance(8 * 86_400_000);
    expect(asText(await world.page(home(id), { as: ed }))).toContain("it may be forgotten");
  });
});

describe("what changed since last time", () => {
  test("is shown until the editor says that they have read it", async () => {
    const id = await sent();
    expect(await world.page(home(id), { as: edith })).not.toContain("Changed since you last read it");
    const { artefacts: _, source: __, ...content } = contentLike({ summary: "A class of fourteen began." });
    await changeSubmission(await world.ctx(), id, { content, documents: [], version: 1, answer: "" });
    for (let opened = 0; opened < 2; opened += 1) {
      const page = await world.page(home(id), { as: edith });
      expect(page).toContain("Changed since you last read it");
      expect(asText(page)).toMatch(/removed: − ?twelve.*added: \+ ?fourteen/);
    }
    expect(await world.page("/desk", { as: edith })).toContain("Changed since you read it");
    await press(id, "reading");
    expect(await world.page(home(id), { as: edith })).not.toContain("Changed since you last read it");
  });

  test("any two versions can be compared", async () => {
    const id = await sent();
    await save(id, { title: "Second title" });
    await save(id, { title: "Third title", version: "2", base: "2" });
    const page = asText(await world.page(`${home(id)}?from=1&to=3`, { as: ed }));
    expect(page).toContain("From version 1 to version 3");
    expect(page).toContain("Third");
    expect(page).not.toContain("Second title [");
  });
});

describe("editing", () => {
  test("the second of two who save is told what the first saved, and loses nothing", async () => {
    const id = await sent();
    expect((await save(id, { title: "Edith was first" })).status).toBe(303);
    const late = await save(id, { title: "Ed was second", story: "Ed's own story." }, ed);
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(asText(page)).toContain("Edith Editor saved version 2 meanwhile");
    expect(page).toContain("Edith was first");
    expect(page).toContain('value="Ed was second"');
    expect(page).toContain("Ed&#39;s own story.");
    expect((await item(id)).content.title).toBe("Edith was first");
    // The page that came back stands on version 2, so saving it again is meant.
    expect(page).toContain('name="version" value="2"');
    expect((await save(id, { title: "Ed was second", version: "2", base: "1" }, ed)).status).toBe(303);
    expect((await item(id)).content.title).toBe("Ed was second");
  });

  test("what is wrong comes back beside its field, with everything else as typed", async () => {
    const id = await sent();
    const answer = await save(id, { title: " ", summary: "Kept as typed", sourceUrl: "javascript:alert(1)" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("A title is needed.");
    expect(page).toContain("Kept as typed");
    expect(page).toContain("This must be a web address");
    expect((await item(id)).version).toBe(1);
  });

  test("files are added, described, put in order and taken out, without script", async () => {
    const id = await sent();
    const picture = await pictureFile("png", 40);
    const attached = await save(id, { act: "attach" }, edith, [
      { field: "files", name: "Class_photo.png", bytes: picture },
    ]);
    const page = await attached.text();
    expect(attached.status).toBe(200);
    const mark = /name="piece" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const key = /name="title-([^"]+)"/.exec(page)?.[1] ?? "";
    expect(page).toContain('value="Class photo"');
    const added = await (await save(id, { act: "add", piece: mark, [`title-${key}`]: "The class" })).text();
    const link = /name="title-(new-[^"]+)"/.exec(added)?.[1] ?? "";
    const both = {
      piece: [mark, link],
      [`title-${key}`]: "The class",
      [`as-${key}`]: "picture",
      [`title-${link}`]: "The film",
      [`as-${link}`]: "video",
      [`url-${link}`]: "https://example.org/film",
    };
    const undescribed = await save(id, both);
    expect(undescribed.status).toBe(422);
    const problems = asText(await undescribed.text());
    expect(problems).toContain("Say what “Class_photo.png” shows");
    expect(problems).toContain("Add a transcript for people who cannot hear");
    const described = {
      ...both,
      [`alt-${key}`]: "Twelve people in a workshop",
      [`promised-${link}`]: "yes",
    };
    const moved = await (await save(id, { ...described, act: `up-${link}` })).text();
    expect(moved.indexOf(`title-${link}`)).toBeLessThan(moved.indexOf(`title-${key}`));
    expect((await save(id, { ...described, piece: [link, mark] })).status).toBe(303);
    const saved = await item(id);
    expect(saved.content.artefacts.map(({ title }) => title)).toEqual(["The film", "The class"]);
    const [film] = saved.content.artefacts;
    const without = await save(id, {
      version: "2",
      base: "2",
      piece: film?.id ?? "",
      [`title-${film?.id}`]: "The film",
      [`as-${film?.id}`]: "video",
      [`url-${film?.id}`]: "https://example.org/film",
      [`by-${film?.id}`]: "By June",
    });
    expect(without.status).toBe(303);
    expect((await item(id)).content.artefacts).toHaveLength(1);
  });

  test("a file that is taken out of something published is closed to readers", async () => {
    const id = await happeningAt(await world.ctx(), "in-review");
    const bytes = await pictureFile("png", 41);
    const page = await (
      await save(id, { act: "attach" }, edith, [{ field: "files", name: "Secret.png", bytes }])
    ).text();
    const mark = /name="piece" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const key = /name="title-([^"]+)"/.exec(page)?.[1] ?? "";
    await save(id, {
      piece: mark,
      [`title-${key}`]: "Plan",
      [`as-${key}`]: "picture",
      [`alt-${key}`]: "A plan",
    });
    await press(id, "publication");
    const media = (await item(id)).content.artefacts[0]?.media;
    expect((await world.get(`/files/${media}/secret.png`)).status).toBe(200);
    await save(id, { version: "2", base: "2" });
    expect((await world.get(`/files/${media}/secret.png`)).status).toBe(404);
  });

  test("an editor's own happening is in review and in their hand", async () => {
    const answer = await world.post("/desk/happenings", {
      as: ed,
      form: formOf({ title: "From Ed" }),
      files: [],
    });
    expect(answer.status).toBe(303);
    const id = /happenings\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
    const written = await item(id);
    expect([written.stage, written.inHand?.personId, written.sender]).toEqual(["in-review", ed.id, null]);
    expect(await world.page("/desk", { as: ed })).toContain("From Ed");
  });

  test("the preview is drawn from what is typed, with no script of theirs in it", async () => {
    const id = await sent();
    const answer = await world.post(`${home(id)}/preview`, {
      as: edith,
      form: formOf({ title: "<script>alert(1)</script>", story: "## A heading\n\n[x](javascript:alert(1))" }),
    });
    const html = await answer.text();
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("<h2>A heading</h2>");
    expect(html).not.toContain('href="javascript:');
  });

  test("restoring makes a new version and keeps the ones between", async () => {
    const id = await sent();
    await save(id, { title: "Second title" });
    const answer = await world.post(`${home(id)}/versions`, {
      as: edith,
      form: { version: "2", restore: "1" },
    });
    expect(answer.status).toBe(303);
    const restored = await item(id);
    expect(restored.version).toBe(3);
    expect(restored.content.title).toBe("Twelve welders start in Scranton");
    expect(asText(await world.page(home(id), { as: edith }))).toContain("Restored version 1");
    const stale = await world.post(`${home(id)}/versions`, { as: ed, form: { version: "2", restore: "1" } });
    expect(stale.status).toBe(409);
    expect((await item(id)).version).toBe(3);
  });
});

describe("deciding", () => {
  test("publishing names the version, so what changed meanwhile does not go out unseen", async () => {
    const id = await sent();
    const { artefacts: _, source: __, ...content } = contentLike({ title: "Changed in the meantime" });
    await changeSubmission(await world.ctx(), id, { content, documents: [], version: 1, answer: "" });
    const stale = await press(id, "publication", { version: "1" });
    expect(stale.status).toBe(409);
    expect((await item(id)).stage).toBe("received");
    expect((await press(id, "publication")).status).toBe(303);
    const out = await item(id);
    expect([out.stage, out.content.title]).toEqual(["published", "Changed in the meantime"]);
  });

  test("of two editors who decide differently, the second is told and keeps what they wrote", async () => {
    const id = await sent();
    const { stage } = await item(id);
    await press(id, "changes", { changes: "When was it?" });
    const second = await press(id, "decline", { stage, reason: "Ed's long reason" }, ed);
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain("Ed&#39;s long reason");
    expect((await item(id)).stage).toBe("changes-asked");
  });

  test("a question goes by mail to the sender's own page and comes back to the desk", async () => {
    const id = await sent({ email: "asked@example.org" });
    expect((await press(id, "changes", { changes: "  " })).status).toBe(422);
    await press(id, "changes", { changes: "Which Monday was it?" });
    const mail = (await world.mails()).find(
      ({ to, kind }) => to === "asked@example.org" && kind.endsWith("changes-asked"),
    );
    expect(mail?.text).toContain("Which Monday was it?");
    expect(mail?.text).toMatch(/\/share\/status\//);
    // Nothing else in it opens anything.
    expect(mail?.text.match(/https?:\/\/\S+/g)?.filter((url) => !url.includes("/share/status/"))).toEqual([]);
    expect(mail?.text).not.toContain(edith.email);
  });

  test("declining tells the reason, unless it is spam", async () => {
    const told = await sent({ email: "told@example.org" });
    await press(told, "decline", { reason: "We only take news from partnerships.", inform: "yes" });
    const spam = await sent({ email: "spam@example.org", doubt: "A hidden field was filled in." });
    await press(spam, "decline", { reason: "Spam." });
    const declined = (await world.mails()).filter(({ kind }) => kind === "submission-declined");
    expect(declined.map(({ to }) => to)).toEqual(["told@example.org"]);
    expect(declined[0]?.text).toContain("We only take news from partnerships.");
    await press(told, "review");
    expect((await item(told)).stage).toBe("in-review");
  });

  test("taken off the site it is gone for readers, and returns to the same address", async () => {
    const id = await sent();
    await press(id, "publication");
    await press(id, "feature");
    const { address } = await item(id);
    expect(await isListed(id)).toBe(true);
    expect((await press(id, "unpublication", { why: "" })).status).toBe(422);
    await press(id, "unpublication", { why: "The photo shows somebody who did not agree." });
    expect(await isListed(id)).toBe(false);
    expect((await item(id)).featuredAt).toBeNull();
    expect((await press(id, "feature")).status).toBe(409);
    await press(id, "publication");
    expect((await item(id)).address).toBe(address);
    expect(await isListed(id)).toBe(true);
    const thanks = (await world.mails()).filter(
      ({ kind, text }) => kind === "submission-published" && text.includes(address ?? ""),
    );
    expect(thanks).toHaveLength(1);
  });

  test("a date is corrected as far as it is known", async () => {
    const id = await sent();
    await press(id, "publication");
    for (const [dated, precision] of [
      ["2018-03", "month"],
      ["2018", "year"],
      ["", "none"],
    ]) {
      expect((await press(id, "date", { dated: dated ?? "", dateNote: "From the old page" })).status).toBe(
        303,
      );
      expect((await item(id)).datePrecision).toBe(precision);
    }
    expect((await item(id)).dateNote).toBe("From the old page");
    for (const dated of ["2018-02-30", "0001", "next week", "2031"]) {
      expect((await press(id, "date", { dated })).status).toBe(422);
    }
  });

  test("old news is published under the year it was", async () => {
    const id = await sent({ title: "An old launch" });
    for (const dated of ["", "tomorrow"])
      expect((await press(id, "publication", { dated })).status).toBe(422);
    expect((await item(id)).stage).toBe("received");
    expect((await press(id, "publication", { dated: "2017-10", dateNote: "From a letter" })).status).toBe(
      303,
    );
    expect(await item(id)).toMatchObject({
      address: "/happenings/2017/an-old-launch",
      datePrecision: "month",
      dateNote: "From a letter",
    });
  });

  test("a sender is trusted from their page, and no longer waits", async () => {
    const id = await sent({ email: "trusted@example.org" });
    await press(id, "trust");
    expect((await item(await sent({ email: "trusted@example.org" }))).stage).toBe("published");
    await press(id, "distrust");
    expect((await item(await sent({ email: "trusted@example.org" }))).stage).toBe("received");
  });

  test("what nobody has confirmed is nobody's to read, editors included", async () => {
    const id = await submissionLike(await world.ctx(), {
      title: "Not confirmed yet",
      email: "quiet@example.org",
    });
    expect((await world.get(home(id), { as: edith })).status).toBe(404);
    expect(await world.page("/desk/happenings?q=confirmed+yet", { as: edith })).not.toContain(home(id));
    expect((await save(id, {})).status).toBe(404);
    const seen = { version: "1", stage: "unconfirmed" };
    for (const deed of ["hold", "publication", "decline", "versions"]) {
      const answer = await world.post(`${home(id)}/${deed}`, {
        as: edith,
        form: { ...seen, reason: "No.", restore: "1", from: "" },
      });
      expect([404, 409], deed).toContain(answer.status);
    }
    expect(await eventsOf(id)).toEqual(["submission.sent"]);
  });

  test("what looked odd is held until an editor finds nothing wrong", async () => {
    const id = await sent({ doubt: "A hidden field was filled in." });
    expect(await world.page(home(id), { as: edith })).toContain("A hidden field was filled in.");
    await press(id, "clearance");
    expect((await item(id)).doubt).toBeNull();
    expect(await eventsOf(id)).toContain("happening.cleared");
  });

  test("every deed stands in the audit log under the editor's name", async () => {
    const id = await sent();
    await press(id, "hold", { from: "" });
    await press(id, "notes", { note: "I know them." });
    await press(id, "letters", { letter: "Thank you!" });
    await press(id, "changes", { changes: "When?" });
    await press(id, "schedule", { at: "2026-12-01T09:00" });
    await press(id, "schedule/removal");
    await press(id, "publication");
    await press(id, "feature");
    await press(id, "feature/removal");
    await press(id, "date", { dated: "2018" });
    await press(id, "unpublication", { why: "A slip." });
    await press(id, "decline", { reason: "After all not." });
    await press(id, "review");
    await press(id, "release");
    const told = await eventsOf(id);
    for (const name of [
      "held",
      "noted",
      "letter-sent",
      "changes-asked",
      "scheduled",
      "unscheduled",
      "published",
      "featured",
      "unfeatured",
      "dated",
      "unpublished",
      "declined",
      "taken-up",
      "released",
    ]) {
      expect(told).toContain(`happening.${name}`);
    }
    const log = asText(await world.page("/desk/audit", { as: edith }));
    expect(log).toMatch(/Edith Editor.*took off the site “Twelve welders start in Scranton”/);
  });
});

describe("a set time", () => {
  test("is told in the site's zone, refused when past, and taken back", async () => {
    const id = await sent();
    expect(asText(await (await press(id, "schedule", { at: "2026-01-01T09:00" })).text())).toContain(
      "This time has passed already",
    );
    expect((await press(id, "schedule", { at: "soon" })).status).toBe(422);
    expect((await press(id, "schedule", { at: "2026-07-01T09:30" })).status).toBe(303);
    expect((await item(id)).publishAt?.toISOString()).toBe("2026-07-01T15:30:00.000Z");
    expect((await press(id, "schedule", { at: "2026-07-02T09:30" })).status).toBe(303);
    expect((await item(id)).publishAt?.toISOString()).toBe("2026-07-02T15:30:00.000Z");
    await press(id, "schedule/removal");
    expect((await item(id)).stage).toBe("in-review");
  });

  test("asks which is meant of an hour that comes twice, and refuses one that never comes", async () => {
    const id = await sent();
    const twice = await press(id, "schedule", { at: "2026-11-01T01:30" });
    expect(twice.status).toBe(422);
    const page = await twice.text();
    expect(page).toContain("Which of the two?");
    expect(page).toContain('value="2026-11-01T01:30"');
    await press(id, "schedule", { at: "2026-11-01T01:30", occurrence: "second" });
    expect((await item(id)).publishAt?.toISOString()).toBe("2026-11-01T08:30:00.000Z");
    const never = await press(id, "schedule", { at: "2027-03-14T02:30" });
    expect(asText(await never.text())).toContain("There is no 2:30 AM on that day");
  });

  test("comes once, however often its job runs, and brings one mail of thanks", async () => {
    const id = await sent({ email: "planned@example.org" });
    const { now } = await world.ctx();
    const at = new Date(Math.ceil((now.getTime() + 3_600_000) / 60_000) * 60_000);
    const wall = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/Denver",
      dateStyle: "short",
      timeStyle: "short",
    }).format(at);
    await press(id, "schedule", { at: wall.replace(" ", "T") });
    await sweep();
    expect((await item(id)).stage).toBe("scheduled");
    world.clock.set(new Date(at.getTime() + 1000));
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect((await item(id)).stage).toBe("published");
    expect((await eventsOf(id)).filter((name) => name === "happening.published")).toHaveLength(1);
    const thanks = (await world.mails()).filter(
      ({ to, kind }) => to === "planned@example.org" && kind === "submission-published",
    );
    expect(thanks).toHaveLength(1);
  });

  test("is kept though every job was lost, as after a restore", async () => {
    const id = await sent();
    const at = new Date((await world.ctx()).now.getTime() + 86_400_000);
    const wall = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/Denver",
      dateStyle: "short",
      timeStyle: "short",
    }).format(at);
    await press(id, "schedule", { at: wall.replace(" ", "T") });
    await world.house.ground.database.pool.query("delete from jobs.job where name = 'happening.publish-due'");
    world.clock.advance(2 * 86_400_000);
    await sweep();
    expect((await item(id)).stage).toBe("published");
  });
});

describe("letters", () => {
  test("a sender's letter about something published waits on the desk until it is answered", async () => {
    const id = await sent({ title: "Published and questioned" });
    await press(id, "publication");
    expect(await world.page("/desk", { as: ed })).not.toContain("Published and questioned");
    world.clock.advance(60_000);
    await answerEditors(await world.ctx(), id, "Please mend my name.");
    expect(await world.page("/desk", { as: ed })).toContain("Published and questioned");
    world.clock.advance(60_000);
    await press(id, "letters", { letter: "Done, thank you." }, ed);
    expect(await world.page("/desk", { as: ed })).not.toContain("Published and questioned");
    const letters = (await world.mails()).filter(({ kind }) => kind === "submission-letter");
    expect(letters.at(-1)?.text).toContain("Done, thank you.");
  });
});

describe("the list of all", () => {
  test("finds by words, by sender and by where it stands", async () => {
    const id = await sent({ title: "Zinc platers meet", email: "zinc@example.org" });
    for (const query of ["q=zinc+platers", "q=zinc@example.org", "q=Zinc&stage=received"]) {
      expect(await world.page(`/desk/happenings?${query}`, { as: edith })).toContain(home(id));
    }
    expect(await world.page("/desk/happenings?q=zinc&stage=published", { as: edith })).not.toContain(
      home(id),
    );
    expect((await world.get("/desk/happenings?page=-1&stage=nonsense&q=%00", { as: edith })).status).toBe(
      200,
    );
  });

  test("costs the same for many as for few", async () => {
    const look = (query: string) =>
      countQueries(() => world.page(`/desk/happenings?q=${query}`, { as: edith }));
    await sent({ title: "Oneofakind" });
    await look("warm");
    const one = await look("Oneofakind");
    for (let more = 0; more < 3; more += 1) await sent({ title: `Threefold ${more}` });
    expect(await look("Threefold")).toBe(one);
  });
});

describe("who may come", () => {
  const id = "0b5c7a52-3d0c-4d4b-8a61-2f6c1f1f5b00";
  const reads = ["/desk/happenings", "/desk/happenings/new", home(id), `${home(id)}/edit`];
  const deeds = [
    "/desk/happenings",
    "/desk/happenings/preview",
    home(id),
    ...[
      "preview",
      "clearance",
      "hold",
      "release",
      "reading",
      "changes",
      "letters",
      "notes",
      "settlement",
      "publication",
      "schedule",
      "schedule/removal",
      "decline",
      "review",
      "unpublication",
      "feature",
      "feature/removal",
      "date",
      "versions",
      "trust",
      "distrust",
    ].map((deed) => `${home(id)}/${deed}`),
  ];

  test("guests are led to sign in, members are refused, and neither can do anything", async () => {
    const member = await world.person("member");
    for (const path of reads) {
      expect((await world.get(path)).headers.get("location")).toContain("/sign-in");
      expect((await world.get(path, { as: member })).status).toBe(403);
    }
    for (const path of deeds) {
      expect((await world.post(path, { form: {} })).status, path).toBe(403);
      expect((await world.post(path, { form: {}, as: member })).status, path).toBe(403);
    }
  });

  test("an editor finds nothing at an address that is nobody's", async () => {
    expect((await world.get(home(id), { as: edith })).status).toBe(404);
    expect((await world.get("/desk/happenings/not-an-id", { as: edith })).status).toBe(404);
    expect(
      (await world.post(`${home(id)}/publication`, { as: edith, form: { version: "1", stage: "received" } }))
        .status,
    ).toBe(404);
  });
});
