import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentLike } from "#features/happenings/factory.ts";
import { createHappening } from "#features/happenings/writing.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { forgetPerson } from "../../../app/forget-person.ts";
import type { PartnershipDraft } from "../content.ts";
import { partnershipAt } from "../factory.ts";
import type { Stage } from "../stages.ts";
import { revisePartnership } from "../writing.ts";
import { askAboutStalePages } from "./freshness/actions.ts";
import { tendedById } from "./queries.ts";

const DAY = 86_400_000;

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

/** Time passes, and everybody has signed in again. */
async function pass(days: number): Promise<void> {
  world.clock.advance(days * DAY);
  await (await world.ctx()).db
    .updateTable("sessions")
    .set({ created_at: world.clock.now(), expires_at: new Date(world.clock.now().getTime() + DAY) })
    .execute();
}
const system = () => world.ctx({ kind: "system", name: "Test" });
const makePage = async (given: Partial<PartnershipDraft> & { stage?: Stage }) =>
  partnershipAt(await system(), given);
const now = async ({ id }: { id: string }) => (await tendedById(await world.ctx(), id))!;
const keeperOf = async ({ id }: { id: string }, name: string) =>
  world.give(await world.person("member", name), { role: "partnership-editor", scope: id });
const mailsTo = async ({ email }: SignedIn, kind: string) =>
  (await world.mails()).filter((mail) => mail.to === email && mail.kind === kind);

describe("versions", () => {
  test("are listed, compared in words, and restored as a new one", async () => {
    const page = await makePage({ name: "Versioned", summary: "The first words." });
    const keeper = await keeperOf(page, "Vera Versions");
    await revisePartnership(await system(), page.id, {
      content: { ...(await now(page)).content, summary: "The second words.", counties: ["31079"] },
      version: 1,
      note: "A better summary",
    });
    const path = `/partnerships/${page.slug}/tend/versions`;
    const html = await world.page(`${path}?from=1&to=2`, { as: keeper });
    expect(html).toContain("A better summary");
    expect(html).toMatch(/<del>.*first.*<\/del>/s);
    expect(html).toMatch(/<ins>.*second.*<\/ins>/s);
    expect(html).toContain("Buffalo County, NE");
    const restore = (version: string) => world.post(path, { as: keeper, form: { version, restore: "1" } });
    expect((await restore("1")).status).toBe(409);
    expect((await restore("2")).status).toBe(303);
    expect(await now(page)).toMatchObject({ version: 3, content: { summary: "The first words." } });
    expect(await world.page(path, { as: keeper })).toContain("As version 1 was");
    const log = await world.page("/desk/audit", { as: editor });
    expect(log).toContain("restored version 1 of the page of “Versioned” as version 3");
  });

  test("bring nobody back to readers who took their consent back meanwhile", async () => {
    const person = { name: "Dana Ruiz" };
    const consent = { how: "by e-mail", on: "2018-03-14", recordedBy: "Ana Lopez" };
    const page = await makePage({ name: "Consent", champions: [{ id: "c", person, consent }] });
    expect(await world.page(`/partnerships/${page.slug}`)).toContain("Dana Ruiz");
    const { content } = await now(page);
    await revisePartnership(await system(), page.id, {
      content: { ...content, champions: [], story: "Something else." },
      version: 1,
    });
    await world.post(`/partnerships/${page.slug}/tend/versions`, {
      as: editor,
      form: { version: "2", restore: "1" },
    });
    expect((await now(page)).content.champions).toMatchObject([{ person, consent: null }]);
    expect(await world.page(`/partnerships/${page.slug}`)).not.toContain("Dana Ruiz");
  });
});

describe("a page that nobody touched for half a year", () => {
  test("is asked about once; the link in the mail confirms by a press, without signing in", async () => {
    const page = await makePage({ name: "Quiet" });
    const keeper = await keeperOf(page, "Quentin Quiet");
    const resting = await makePage({ name: "Resting", stage: "paused" });
    const rester = await keeperOf(resting, "Rita Rests");
    await pass(179);
    await askAboutStalePages(await system());
    expect(await mailsTo(keeper, "partnership-still-right")).toEqual([]);
    await pass(2);
    await askAboutStalePages(await system());
    await askAboutStalePages(await system());
    const mails = await mailsTo(keeper, "partnership-still-right");
    expect(mails).toHaveLength(1);
    expect(await mailsTo(rester, "partnership-still-right")).toEqual([]);
    const link = /\/still-right\/\S+/.exec(mails[0]?.text ?? "")?.[0] ?? "";
    expect(await world.page(link)).toContain("Quentin Quiet, this is how the page of Quiet stands");
    expect((await now(page)).confirmedAt).toBeNull();
    expect(await (await world.post(link, { form: {} })).text()).toContain(
      "Readers can rely on the page of Quiet",
    );
    expect(await now(page)).toMatchObject({ confirmedAt: world.clock.now(), remindedAt: null });
    expect(await world.page(link)).toContain("nothing is left to do");
    expect((await world.get(`${link.slice(0, -1)}x`)).status).toBe(404);
    const log = await world.page("/desk/audit", { as: editor });
    expect(log).toContain("Quentin Quiet");
    expect(log).toContain("said that all is still right on the page of “Quiet”");
  });

  test("lands on the desk a month later, and leaves it with a word or a change", async () => {
    const page = await makePage({ name: "Silent" });
    const keeper = await keeperOf(page, "Silas Silent");
    await pass(181);
    await askAboutStalePages(await system());
    const desk = () => world.page("/desk", { as: editor });
    await pass(29);
    expect(await desk()).not.toContain("Is Silent still right?");
    await pass(2);
    expect(await desk()).toContain("Is Silent still right?");
    expect(await world.page(`/partnerships/${page.slug}`)).toContain("Silent");
    expect(
      (await world.post(`/desk/partnerships/${page.id}/question`, { as: editor, form: {} })).status,
    ).toBe(303);
    expect(await desk()).not.toContain("Is Silent still right?");
    expect(await mailsTo(keeper, "partnership-still-right")).toHaveLength(2);
    await pass(31);
    expect(await desk()).toContain("Is Silent still right?");
    const { version } = await now(page);
    const confirm = (version: number) =>
      world.post(`/partnerships/${page.slug}/tend/confirmation`, {
        as: keeper,
        form: { version: String(version) },
      });
    expect((await confirm(version + 1)).status).toBe(409);
    expect((await confirm(version)).headers.get("location")).toContain("?done=confirmed");
    expect(await desk()).not.toContain("Is Silent still right?");
  });

  test("somebody who left cannot confirm any more", async () => {
    const page = await makePage({ name: "Left" });
    const keeper = await keeperOf(page, "Leo Left");
    await pass(181);
    await askAboutStalePages(await system());
    const [mail] = await mailsTo(keeper, "partnership-still-right");
    const link = /\/still-right\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    const leaving = `/partnerships/${page.slug}/tend/leaving`;
    const part = /name="part" value="([0-9a-f-]{36})"/.exec(await world.page(leaving, { as: keeper }))?.[1];
    await world.post(leaving, { as: keeper, form: { part: part ?? "" } });
    expect((await world.get(link)).status).toBe(404);
    expect((await world.post(link, { form: {} })).status).toBe(404);
  });
});

describe("a new page", () => {
  const form = (name: string, more: Record<string, string> = {}) => ({
    name,
    state: "ne",
    region: "",
    summary: "",
    stage: "emerging",
    role: "I coordinate it",
    message: "",
    ...more,
  });
  const deskLink = async (words: string) => {
    const html = await world.page("/desk", { as: editor });
    return new RegExp(`href="(/desk/partnerships/[^"]+)">${words}`).exec(html)?.[1] ?? "";
  };

  test("is proposed by a member, published by an editor, and then looked after by them", async () => {
    const mo = await world.person("member", "Mo Proposes");
    const propose = (name: string) => world.post("/my-partnerships", { as: mo, form: form(name) });
    expect((await propose("Loess Hills Makers")).headers.get("location")).toContain("done=proposed");
    expect((await world.get("/partnerships/loess-hills-makers")).status).toBe(404);
    const again = await propose("loess hills makers");
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining("You have proposed this already"),
    ]);
    const link = await deskLink("Loess Hills Makers");
    expect((await world.post(`${link}/publication`, { as: editor, form: {} })).status).toBe(303);
    expect(await world.page("/partnerships/loess-hills-makers")).toContain("Loess Hills Makers");
    expect((await world.get("/partnerships/loess-hills-makers/tend", { as: mo })).status).toBe(200);
    expect(await mailsTo(mo, "partnership-published")).toHaveLength(1);
    const taken = await propose("Loess Hills Makers");
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('href="/partnerships/loess-hills-makers/claim"');
  });

  test("is declined with the reason", async () => {
    const mo = await world.person("member", "Mo Declined");
    await world.post("/my-partnerships", { as: mo, form: form("Not a Partnership") });
    const link = await deskLink("Not a Partnership");
    expect((await world.post(`${link}/refusal`, { as: editor, form: {} })).status).toBe(422);
    const why = "This is a company, not a partnership.";
    await world.post(`${link}/refusal`, {
      as: editor,
      form: { [`reason-${link.split("/").at(-1)}`]: why },
    });
    expect((await mailsTo(mo, "partnership-proposal-declined"))[0]?.text).toContain(why);
    expect(await world.page("/my-partnerships", { as: mo })).toContain(why);
  });

  test("is made at once by an editor, and by a state editor in their own state", async () => {
    const made = await world.post("/desk/partnerships", { as: editor, form: form("Made at Once") });
    expect(made.headers.get("location")).toBe("/partnerships/made-at-once/tend?done=created");
    const ed = await world.give(await world.person("member", "Ed State"), {
      role: "state-editor",
      scope: "ia",
    });
    const inState = await world.post("/my-partnerships", {
      as: ed,
      form: form("Iowa Made", { state: "ia" }),
    });
    expect(inState.headers.get("location")).toBe("/partnerships/iowa-made/tend?done=created");
    const elsewhere = await world.post("/my-partnerships", {
      as: ed,
      form: form("Ohio Made", { state: "oh" }),
    });
    expect(elsewhere.headers.get("location")).toContain("done=proposed");
    const wrong = await world.post("/desk/partnerships", {
      as: editor,
      form: form("", { state: "zz", stage: "" }),
    });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain("Choose the state it is at home in.");
    expect(html).toContain("Choose the stage it is at now.");
  });
});

describe("a page that an editor takes off the site", () => {
  test("asks for the reason, tells those who look after it, and comes back whole", async () => {
    const page = await makePage({ name: "Hidden Makers", states: ["ia"], counties: [] });
    const keeper = await keeperOf(page, "Hanna Hidden");
    const by = { kind: "system" as const, personId: null, name: "Test" };
    const happening = await createHappening(await system(), {
      content: contentLike({ partnership: "Hidden Makers", state: "ia" }),
      stage: "received",
      by,
    });
    const slugOf = async () =>
      (
        await (
          await world.ctx()
        ).db
          .selectFrom("happenings")
          .select("partnership_slug")
          .where("id", "=", happening)
          .executeTakeFirstOrThrow()
      ).partnership_slug;
    expect(await slugOf()).toBe("hidden-makers");
    const path = `/desk/partnerships/${page.id}`;
    expect((await world.post(`${path}/hiding`, { as: editor, form: { word: " " } })).status).toBe(422);
    await world.post(`${path}/hiding`, { as: editor, form: { word: "It was never launched." } });
    expect((await world.get("/partnerships/hidden-makers")).status).toBe(404);
    expect(await slugOf()).toBeNull();
    expect(
      (await world.get("/partnerships/hidden-makers/tend", { as: await world.person("member") })).status,
    ).toBe(404);
    expect(await world.page("/partnerships/hidden-makers/tend", { as: keeper })).toContain(
      "It was never launched.",
    );
    expect((await mailsTo(keeper, "partnership-hidden"))[0]?.text).toContain("It was never launched.");
    expect(await world.page("/desk/partnerships?view=hidden", { as: editor })).toContain("Hidden Makers");
    await world.post(`${path}/return`, { as: editor, form: {} });
    expect(await world.page("/partnerships/hidden-makers")).toContain("Hidden Makers");
    expect(await slugOf()).toBe("hidden-makers");
  });

  test("the editors' list asks the database the same for one partnership and for many", async () => {
    const count = (q: string) => countQueries(() => world.page(`/desk/partnerships?q=${q}`, { as: editor }));
    expect(await world.page("/desk/partnerships?q=made%20at", { as: editor })).toContain("Made at Once");
    expect(await count("")).toBe(await count("made%20at"));
  });
});

test("letters are switched off and on by those who look after a page", async () => {
  const page = await makePage({ name: "Letters" });
  const keeper = await keeperOf(page, "Lena Letters");
  const path = `/partnerships/${page.slug}/tend`;
  await world.post(`${path}/contact`, { as: keeper, form: { contactable: "" } });
  expect((await now(page)).contactable).toBe(false);
  expect(await world.page(path, { as: keeper })).toContain("Take letters again");
  await world.post(`${path}/contact`, { as: keeper, form: { contactable: "yes" } });
  expect((await now(page)).contactable).toBe(true);
});

describe("somebody who asks to be forgotten", () => {
  test("is named on no page, in no version and in no list of who wrote", async () => {
    const page = await makePage({ name: "Forgetting" });
    const dana = await keeperOf(page, "Dana Forgotten");
    const ana = await world.give(await world.person("member", "Ana Stays"), {
      role: "partnership-editor",
      scope: page.id,
    });
    await (await system()).db
      .updateTable("grants")
      .set({ on_behalf_of: "Dana Forgotten, champion" })
      .where("person", "=", ana.id)
      .execute();
    const named = { name: "Dana Forgotten", id: dana.id };
    const consent = { how: "by e-mail", on: "2018-03-14", recordedBy: "Dana Forgotten" };
    await revisePartnership(await world.ctx(dana.actor), page.id, {
      content: {
        ...(await now(page)).content,
        champions: [{ id: "c", person: named, words: "My very own words.", consent }],
        roles: [{ id: "r", role: "co-chair", person: named, organization: { name: "Harbor College" } }],
        priorities: [{ id: "p", title: "Housing", theme: "housing", lead: { name: "Dana Forgotten" } }],
      },
      version: 1,
    });
    await world.post(`/partnerships/${page.slug}/tend/basics`, {
      as: ana,
      form: { version: "2", name: "Forgetting", summary: "Written for Dana." },
    });
    const other = await makePage({ name: "Asked for" });
    await world.post(`/partnerships/${other.slug}/claim`, {
      as: dana,
      form: { role: "Champion", message: "Signed, Dana Forgotten" },
    });
    const copied = await Promise.all(
      world.house.features
        .flatMap(({ personalData }) => personalData ?? [])
        .map(async (one) => one.copy?.(await system(), dana.email)),
    );
    expect(JSON.stringify(copied)).toContain("You look after its page");
    expect(JSON.stringify(copied)).toContain("Signed, Dana Forgotten");

    await forgetPerson(await system(), world.house.features, dana.email);

    const { db } = await system();
    const versions = await db
      .selectFrom("partnership_versions")
      .selectAll()
      .where("partnership", "=", page.id)
      .execute();
    const all = JSON.stringify([
      await now(page),
      versions,
      await db.selectFrom("partnership_stages").selectAll().execute(),
      await db.selectFrom("partnership_claims").selectAll().execute(),
      await db.selectFrom("grants").selectAll().execute(),
      await db.selectFrom("events").selectAll().execute(),
    ]);
    expect(all).not.toContain("Dana Forgotten");
    expect(all).not.toContain(dana.email);
    expect(all).not.toContain("My very own words.");
    const html = await world.page(`/partnerships/${page.slug}/tend/versions`, { as: ana });
    expect(html).toContain("Somebody asked to be forgotten, and their name was taken out");
    expect((await now(page)).content.roles).toMatchObject([{ organization: { name: "Harbor College" } }]);
  });

  test("leaves a page that nobody else holds to be asked for", async () => {
    const page = await makePage({ name: "Left behind" });
    const keeper = await keeperOf(page, "Only Keeper");
    expect((await now(page)).claimedAt).not.toBeNull();
    await forgetPerson(await system(), world.house.features, keeper.email);
    expect((await now(page)).claimedAt).toBeNull();
  });
});

test("one's own list tells what is looked after, how fresh it is, and what one is invited to", async () => {
  const ida = await world.person("member", "Ida Invited");
  expect(await world.page("/my-partnerships", { as: ida })).toContain("You look after no page yet");
  const page = await makePage({ name: "Fresh Makers" });
  const keeper = await keeperOf(page, "Fred Fresh");
  await world.post(`/partnerships/${page.slug}/tend/editors`, {
    as: keeper,
    form: { name: "Ida Invited", email: ida.email, onBehalfOf: "" },
  });
  const list = await world.page("/my-partnerships", { as: ida });
  expect(list).toContain("Invitations to you");
  expect(list).toContain("Fresh Makers");
  const count = () => countQueries(() => world.page("/my-partnerships", { as: keeper }));
  const few = await count();
  for (const name of ["Second", "Third"])
    await world.give(keeper, { role: "partnership-editor", scope: (await makePage({ name })).id });
  expect(await count()).toBe(few);
});
