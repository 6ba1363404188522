import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { partnershipAt } from "../../factory.ts";
import { tendedById } from "../queries.ts";

let world: World;
let convener: SignedIn;
let page: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  page = await partnershipAt(await world.ctx({ kind: "system", name: "Test" }));
  convener = await world.give(await world.person("member", "Carla Convener"), {
    role: "partnership-editor",
    scope: page.id,
  });
});
afterAll(() => world.close());

const at = (section: string) => `/partnerships/${page.slug}/tend/${section}`;
const invite = (email: string, more: Record<string, string> = {}, as = convener) =>
  world.post(at("editors"), { as, form: { name: "Ana Lopez", email, onBehalfOf: "", ...more } });
const linkTo = async (email: string) => {
  const mail = (await world.mails()).findLast(({ kind, to }) => kind === "grant-invitation" && to === email);
  return /\/invitations\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "";
};
const tends = async (person: SignedIn) =>
  (await world.get(`/partnerships/${page.slug}/tend`, { as: person })).status === 200;

describe("an invitation to look after a page", () => {
  test("is opened as often as scanners do, and taken up by a press of the button", async () => {
    const ana = await world.person("member", "Ana Lopez");
    expect((await invite(ana.email, { onBehalfOf: "Dana Ruiz, champion" })).status).toBe(303);
    const link = await linkTo(ana.email);
    for (let time = 0; time < 2; time += 1) {
      const html = await world.page(link, { as: ana });
      expect(html).toContain("Platte Valley Healthcare Partnership");
      expect(html).toContain("You stand in for Dana Ruiz, champion");
    }
    expect(await tends(ana)).toBe(false);
    const taken = await world.post(link, { as: ana, form: {} });
    expect(taken.headers.get("location")).toBe(`/partnerships/${page.slug}/tend`);
    expect(await tends(ana)).toBe(true);
    expect(await world.page(at("editors"), { as: convener })).toContain("Dana Ruiz, champion");
  });

  test("makes whoever edits for a champion visible in the versions and in the log", async () => {
    const ana = await world.person("member", "Ana Assistant");
    await invite(ana.email, { onBehalfOf: "Dana Ruiz, champion" });
    await world.post(await linkTo(ana.email), { as: ana, form: {} });
    const { version, content } = (await tendedById(await world.ctx(), page.id))!;
    await world.post(at("basics"), {
      as: ana,
      form: { version: String(version), name: content.name, summary: "As Dana says." },
    });
    expect(await world.page(at("versions"), { as: convener })).toContain(
      "Ana Assistant, for Dana Ruiz, champion",
    );
    const log = await world.page("/desk/audit", { as: await world.person("editor") });
    expect(log).toContain("for Dana Ruiz, champion");
  });

  test("works once: used again it says so, or leads whoever used it on", async () => {
    const bo = await world.person("member", "Bo Berg");
    await invite(bo.email);
    const link = await linkTo(bo.email);
    const both = await Promise.all([1, 2].map(() => world.post(link, { as: bo, form: {} })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const guest = await world.get(link);
    expect([guest.status, await guest.text()]).toEqual([
      410,
      expect.stringContaining("This invitation has been used"),
    ]);
    expect((await world.get(link, { as: bo })).headers.get("location")).toBe(
      `/partnerships/${page.slug}/tend`,
    );
  });

  test("is for one address: another's is told so, and learns nothing of the invited one", async () => {
    const invited = await world.person("member", "Iva Invited");
    const other = await world.person("member", "Otto Other");
    await invite(invited.email);
    const link = await linkTo(invited.email);
    for (const answer of [
      await world.get(link, { as: other }),
      await world.post(link, { as: other, form: {} }),
    ]) {
      const html = await answer.text();
      expect(answer.status).toBe(403);
      expect(html).toContain("This invitation is for another address");
      expect(html).not.toContain(invited.email);
    }
    const guest = await world.page(link);
    expect(guest).toContain("Please sign in first");
    expect(guest).not.toContain(invited.email);
    expect((await world.post(link, { form: {} })).headers.get("location")).toBe(
      `/sign-in?return=${encodeURIComponent(link)}`,
    );
    expect(await tends(other)).toBe(false);
  });

  test("opens nothing once it is withdrawn, has expired, or was never sent", async () => {
    const late = await world.person("member", "Lee Late");
    await invite(late.email);
    const link = await linkTo(late.email);
    const list = await world.page(at("editors"), { as: convener });
    const id = /invitations\/([0-9a-f-]{36})\/withdrawal/.exec(list.slice(list.indexOf(late.email)))?.[1];
    await world.post(at(`invitations/${id}/withdrawal`), { as: convener, form: {} });
    expect(await world.page(link, { as: late })).toContain("This invitation was withdrawn");
    expect((await world.post(link, { as: late, form: {} })).status).toBe(410);
    expect((await world.post(at(`invitations/${id}/withdrawal`), { as: convener, form: {} })).status).toBe(
      404,
    );
    // Mails are told apart by when they were written.
    world.clock.advance(60_000);
    await invite(late.email);
    const second = await linkTo(late.email);
    world.clock.advance(15 * 86_400_000);
    expect(await world.page(second, { as: late })).toContain("This invitation has expired");
    expect((await invite(late.email)).status).toBe(303);
    expect((await world.get("/invitations/nothing-such")).status).toBe(404);
    expect(await tends(late)).toBe(false);
  });

  test("is not sent twice, nor to somebody who is in", async () => {
    const first = await invite("twice@people.test");
    const second = await invite("Twice@People.test");
    expect([first.status, second.status]).toEqual([303, 422]);
    expect(await second.text()).toContain("An invitation to this address is on its way already");
    const own = await invite(convener.email);
    expect(await own.text()).toContain("The person with this address is in already.");
    expect((await world.mails()).filter(({ to }) => to === "twice@people.test")).toHaveLength(1);
  });

  test("that two send at once is one", async () => {
    const both = await Promise.all([invite("at.once@people.test"), invite("at.once@people.test")]);
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await world.mails()).filter(({ to }) => to === "at.once@people.test")).toHaveLength(1);
  });

  test("is not theirs to send who do not look after the page", async () => {
    const stranger = await world.person("member", "Sam Stranger");
    expect((await invite("x@people.test", {}, stranger)).status).toBe(403);
    const lead = await world.give(stranger, { role: "state-lead", scope: "ne" });
    expect((await invite("x@people.test", {}, lead)).status).toBe(403);
  });
});

describe("looking after a page ends", () => {
  test("for one by another's hand, with a mail; their versions stay", async () => {
    const bo = await world.person("member", "Bea Ended");
    await world.give(bo, { role: "partnership-editor", scope: page.id });
    const list = await world.page(at("editors"), { as: convener });
    const grant = /editors\/([0-9a-f-]{36})\/removal/.exec(list.slice(list.indexOf("Bea Ended")))?.[1];
    expect((await world.post(at(`editors/${grant}/removal`), { as: convener, form: {} })).status).toBe(303);
    expect(await tends(bo)).toBe(false);
    const told = (await world.mails()).filter(({ to }) => to === bo.email);
    expect(told.map(({ subject }) => subject)).toEqual([
      "You no longer look after Platte Valley Healthcare Partnership",
    ]);
  });

  test("for the last one, who is told what follows and then leaves a page that can be asked for", async () => {
    const own = await partnershipAt(await world.ctx({ kind: "system", name: "Test" }), { name: "Alone" });
    const one = await world.give(await world.person("member", "Ola Only"), {
      role: "partnership-editor",
      scope: own.id,
    });
    expect((await tendedById(await world.ctx(), own.id))?.claimedAt).not.toBeNull();
    const leaving = `/partnerships/${own.slug}/tend/leaving`;
    const html = await world.page(leaving, { as: one });
    expect(html).toContain("You are the only one");
    expect(html).toContain("Letters from the page reach nobody any more");
    expect((await world.post(leaving, { as: one, form: {} })).headers.get("location")).toBe(leaving);
    const part = /name="part" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
    expect((await world.post(leaving, { as: one, form: { part } })).headers.get("location")).toBe(
      "/my-partnerships?done=left",
    );
    expect((await tendedById(await world.ctx(), own.id))?.claimedAt).toBeNull();
    expect((await world.get(leaving, { as: one })).status).toBe(403);
    expect((await world.get(leaving, { as: await world.person("editor") })).status).toBe(404);
  });
});
