import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { partnershipAt } from "../../factory.ts";
import { tendedById } from "../queries.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const makePage = async (name: string) =>
  partnershipAt(await world.ctx({ kind: "system", name: "Test" }), { name });
const claim = (slug: string, as: SignedIn, more: Record<string, string> = {}) =>
  world.post(`/partnerships/${slug}/claim`, {
    as,
    form: { role: "I coordinate it", message: "Ask the college about me.", ...more },
  });
const mailsTo = async ({ email }: SignedIn) =>
  (await world.mails()).filter(({ to }) => to === email).map(({ subject, text }) => ({ subject, text }));
const deskLink = async (words: string) => {
  const html = await world.page("/desk", { as: editor });
  return new RegExp(`href="(/desk/partnerships/[^"]+)">[^<]*${words}`).exec(html)?.[1] ?? "";
};

describe("a claim on a page that nobody looks after", () => {
  test("waits on the desk, is taken in hand, granted, and told by mail", async () => {
    const page = await makePage("Unclaimed Makers");
    const ana = await world.person("member", "Ana Claims");
    const guest = await world.get(`/partnerships/${page.slug}/claim`);
    expect(guest.headers.get("location")).toBe(
      `/sign-in?return=${encodeURIComponent(`/partnerships/${page.slug}/claim`)}`,
    );
    expect(await world.page(`/partnerships/${page.slug}/claim`, { as: ana })).toContain(
      "Nobody does so yet.",
    );
    expect((await claim(page.slug, ana)).status).toBe(303);
    const link = await deskLink("Ana Claims asks to look after Unclaimed Makers");
    await world.post(`${link}/hold`, { as: editor, form: { from: "" } });
    const ralph = await world.person("editor", "Ralph Reader");
    expect((await world.post(`${link}/hold`, { as: ralph, form: { from: "" } })).status).toBe(409);
    expect((await world.post(`${link}/grant`, { as: editor, form: {} })).status).toBe(303);
    expect((await world.get(`/partnerships/${page.slug}/tend`, { as: ana })).status).toBe(200);
    expect((await tendedById(await world.ctx(), page.id))?.claimedAt).toEqual(world.clock.now());
    expect(await mailsTo(ana)).toMatchObject([{ subject: "You look after Unclaimed Makers now" }]);
    expect(await world.page("/my-partnerships", { as: ana })).toContain("Unclaimed Makers");
    expect((await world.post(`${link}/grant`, { as: ralph, form: {} })).status).toBe(409);
  });

  test("is declined with the reason only, and can be made again", async () => {
    const page = await makePage("Declined Makers");
    const bo = await world.person("member", "Bo Declined");
    await claim(page.slug, bo);
    const link = await deskLink("Bo Declined asks");
    const id = link.split("/").at(-1);
    const silent = await world.post(`${link}/refusal`, { as: editor, form: {} });
    expect([silent.status, await silent.text()]).toEqual([
      422,
      expect.stringContaining("Say why in a sentence"),
    ]);
    const why = "The convener does not know you yet.";
    await world.post(`${link}/refusal`, { as: editor, form: { [`reason-${id}`]: why } });
    expect(await mailsTo(bo)).toMatchObject([{ text: expect.stringContaining(why) }]);
    expect(await world.page(`/partnerships/${page.slug}/claim`, { as: bo })).toContain(why);
    expect(await world.page("/my-partnerships", { as: bo })).toContain(why);
    expect((await world.get(`/partnerships/${page.slug}/tend`, { as: bo })).status).toBe(403);
    expect((await claim(page.slug, bo)).status).toBe(303);
  });

  test("is made once, also by two presses at once, and can be taken back", async () => {
    const page = await makePage("Double Makers");
    const cy = await world.person("member", "Cy Double");
    const both = await Promise.all([claim(page.slug, cy), claim(page.slug, cy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const late = both.find(({ status }) => status === 422);
    expect(await late?.text()).toContain("You have asked for this page already");
    const html = await world.page(`/partnerships/${page.slug}/claim`, { as: cy });
    expect(html).toContain("You have asked for this page");
    const id = /claims\/([0-9a-f-]{36})\/withdrawal/.exec(html)?.[1];
    const stranger = await world.person("member");
    const takeBack = (as: SignedIn) =>
      world.post(`/my-partnerships/claims/${id}/withdrawal`, { as, form: {} });
    expect((await takeBack(stranger)).status).toBe(404);
    expect((await takeBack(cy)).status).toBe(303);
    expect(await deskLink("Cy Double asks")).toBe("");
  });
});

describe("a claim on a claimed page", () => {
  test("says so, goes to those who look after it, and they let somebody in", async () => {
    const page = await makePage("Claimed Makers");
    const give = { role: "partnership-editor" as const, scope: page.id };
    const keeper = await world.give(await world.person("member", "Kay Keeper"), give);
    const dee = await world.person("member", "Dee Asks");
    const form = await world.page(`/partnerships/${page.slug}/claim`, { as: dee });
    expect(form).toContain("Somebody looks after this page already");
    expect(form).not.toContain("Kay Keeper");
    await claim(page.slug, dee);
    expect(await mailsTo(keeper)).toMatchObject([
      { subject: "Dee Asks asks to look after Claimed Makers with you" },
    ]);
    expect(await world.page("/my-partnerships", { as: keeper })).toContain("One asks to join");
    const list = await world.page(`/partnerships/${page.slug}/tend/editors`, { as: keeper });
    const id = /claims\/([0-9a-f-]{36})\/grant/.exec(list)?.[1];
    const other = await world.give(await world.person("member", "Of Elsewhere"), {
      role: "partnership-editor",
      scope: (await makePage("Elsewhere")).id,
    });
    expect(
      (await world.post(`/partnerships/elsewhere/tend/claims/${id}/grant`, { as: other, form: {} })).status,
    ).toBe(404);
    const grant = `/partnerships/${page.slug}/tend/claims/${id}/grant`;
    expect((await world.post(grant, { as: dee, form: {} })).status).toBe(403);
    expect((await world.post(grant, { as: keeper, form: {} })).status).toBe(303);
    expect((await world.get(`/partnerships/${page.slug}/tend`, { as: dee })).status).toBe(200);
    expect((await claim(page.slug, dee)).status).toBe(422);
  });

  test("waits on the desk as theirs, not as the editors'", async () => {
    const page = await makePage("Theirs to decide");
    await world.give(await world.person("member"), { role: "partnership-editor", scope: page.id });
    await claim(page.slug, await world.person("member", "Eli Waits"));
    expect(await world.page("/desk?view=asked", { as: editor })).toContain("Eli Waits asks to look after");
    expect(await world.page("/desk?view=new", { as: editor })).not.toContain("Eli Waits asks to look after");
  });
});

test("what is off the site cannot be claimed", async () => {
  const page = await makePage("Hidden Makers");
  await world.post(`/desk/partnerships/${page.id}/hiding`, {
    as: editor,
    form: { word: "Not a partnership." },
  });
  const fay = await world.person("member", "Fay Finder");
  expect((await world.get(`/partnerships/${page.slug}/claim`, { as: fay })).status).toBe(404);
  expect((await claim(page.slug, fay)).status).toBe(404);
});

test("the desk and one's own list ask the database the same for one claim and for three", async () => {
  const gil = await world.person("member", "Gil Counts");
  const count = async () => [
    await countQueries(() => world.page("/desk", { as: editor })),
    await countQueries(() => world.page("/my-partnerships", { as: gil })),
  ];
  await claim((await makePage("Count one")).slug, gil);
  const few = await count();
  for (const name of ["Count two", "Count three"]) await claim((await makePage(name)).slug, gil);
  expect(await count()).toEqual(few);
});
