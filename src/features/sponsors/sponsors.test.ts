import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMedia, mediaHref } from "#features/media/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { pictureFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { inquiries } from "./inquiries/queries.ts";
import { allSponsors } from "./queries.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const sponsor = (name: string, more: Record<string, string> = {}) => ({
  name,
  tier: "supporting",
  season: "",
  paragraph: "Thank you for the rooms.",
  url: "",
  logoAlt: "",
  ...more,
});

const inquiry = (more: Record<string, string> = {}) => ({
  name: "Ana Ruiz",
  organization: "Valley Credit Union",
  email: "Ana@Valley.test",
  message: "What would a season cost?",
  ...more,
});

/** A form that asks for files is sent as multipart even when none is chosen. */
const add = (
  form: Record<string, string>,
  files: { field: string; name: string; bytes: Uint8Array }[] = [],
) => world.post("/desk/sponsors", { as: editor, form, files });

describe("the page of thanks", () => {
  test("a sponsor added by an editor is thanked on the very next request", async () => {
    expect(await world.page("/sponsors")).not.toContain("Harbor Foundation");
    expect((await add(sponsor("Harbor Foundation"))).status).toBe(303);
    expect(await world.page("/sponsors")).toContain("Harbor Foundation");
  });

  test("the newest season is thanked, earlier ones keep a page of their own", async () => {
    await add(sponsor("Old Season Bank", { tier: "presenting", season: "2018–2019" }));
    await add(sponsor("New Season Bank", { tier: "presenting", season: "2019-2020" }));
    const today = await world.page("/sponsors");
    expect(today).toContain("New Season Bank");
    expect(today).not.toContain("Old Season Bank");
    expect(today).toContain("/sponsors/seasons/2018-2019");
    expect(await world.page("/sponsors/seasons/2018-2019")).toContain("Old Season Bank");
  });

  test("a retired sponsor leaves today's page and stays in its season", async () => {
    await add(sponsor("Leaving Trust", { tier: "supporting", season: "2019-2020" }));
    const ctx = await world.ctx();
    const one = (await allSponsors(ctx)).find(({ name }) => name === "Leaving Trust")!;
    await world.post(`/desk/sponsors/${one.id}/retirement`, { as: editor, form: {} });
    expect(await world.page("/sponsors")).not.toContain("Leaving Trust");
    expect(await world.page("/sponsors/seasons/2019-2020")).toContain("Leaving Trust");
  });

  test("editors decide the order within a tier", async () => {
    for (const name of ["Order One", "Order Two", "Order Three"])
      await add(sponsor(name, { tier: "in-kind" }));
    const order = async () =>
      (await allSponsors(await world.ctx())).filter(({ tier }) => tier === "in-kind").map(({ name }) => name);
    const third = (await allSponsors(await world.ctx())).find(({ name }) => name === "Order Three")!;
    await world.post(`/desk/sponsors/${third.id}/position`, { as: editor, form: { direction: "up" } });
    expect(await order()).toEqual(["Order One", "Order Three", "Order Two"]);
    await world.post(`/desk/sponsors/${third.id}/position`, { as: editor, form: { direction: "up" } });
    await world.post(`/desk/sponsors/${third.id}/position`, { as: editor, form: { direction: "up" } });
    expect(await order()).toEqual(["Order Three", "Order One", "Order Two"]);
  });

  test("the page costs the same number of queries for one sponsor and for many", async () => {
    const one = await openWorld();
    try {
      const queries = async (of: World) => countQueries(() => of.page("/sponsors", { as: undefined }));
      const first = await one.person("editor");
      await one.post("/desk/sponsors", { as: first, form: sponsor("Only One"), files: [] });
      const few = await queries(one);
      for (const name of ["Second", "Third"])
        await one.post("/desk/sponsors", { as: first, form: sponsor(name), files: [] });
      expect(await queries(one)).toBe(few);
    } finally {
      await one.close();
    }
  });
});

describe("what an editor types wrong", () => {
  test("comes back with its problem beside it and everything else as it was", async () => {
    const response = await add(
      sponsor("Kept Name", { url: "javascript:alert(1)", season: "soon", tier: "gold" }),
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('value="Kept Name"');
    expect(page).toContain("The link must be a web address");
    expect(page).toContain("A season is a year or two");
    expect(page).toContain("Choose how this sponsor supports the community.");
  });

  test("a logo without words for it is asked for them, and is not lost meanwhile", async () => {
    const logo = { field: "logo", name: "logo.png", bytes: await pictureFile("png") };
    const first = await add(sponsor("Logo Bank"), [logo]);
    const page = await first.text();
    expect(first.status).toBe(422);
    expect(page).toContain("Say what the logo shows");
    const logoId = /name="logoId" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    const logoSeal = /name="logoSeal" value="([\w-]+)"/.exec(page)?.[1] ?? "";
    const carried = { logoId, logoSeal, logoAlt: "Logo Bank" };
    expect((await add(sponsor("Logo Bank", carried))).status).toBe(303);
    const stored = (await allSponsors(await world.ctx())).find(({ name }) => name === "Logo Bank");
    expect(stored?.logo).toMatchObject({ id: logoId, alt: "Logo Bank", visibility: "public" });
  });

  test("a file that did not come with this form cannot be made a logo by its id", async () => {
    const ctx = await world.ctx(editor.actor);
    const kept = await ctx.files.put(Readable.from([await pictureFile("png")]), { limitBytes: 1e7 });
    const file = await addMedia(ctx, { ...kept, name: "draft.png", kind: { id: "png" } as never });
    const seals = ["", ctx.seal("logo", "another")];
    for (const [index, logoId] of [file.id, "no id at all"].entries()) {
      const name = `Forged Bank ${index}`;
      for (const logoSeal of seals) {
        const answer = await add(sponsor(name, { logoId, logoSeal, logoAlt: "Something" }));
        expect(answer.status).toBe(303);
      }
      expect((await allSponsors(ctx)).find((one) => one.name === name)?.logo).toBeNull();
    }
    expect((await world.get(mediaHref(file))).status).toBe(404);
  });

  test("two editors at once: the second is told, and nothing is overwritten", async () => {
    await add(sponsor("Shared Sponsor"));
    const { id } = (await allSponsors(await world.ctx())).find(({ name }) => name === "Shared Sponsor")!;
    const save = (name: string) =>
      world.post(`/desk/sponsors/${id}`, { as: editor, form: { ...sponsor(name), version: "1" }, files: [] });
    expect((await save("First Editor's Name")).status).toBe(303);
    const second = await save("Second Editor's Name");
    const page = await second.text();
    expect(second.status).toBe(409);
    expect(page).toContain("Second Editor&#39;s Name");
    expect(page).toContain("First Editor&#39;s Name");
    const names = (await allSponsors(await world.ctx())).map(({ name }) => name);
    expect(names).toContain("First Editor's Name");
    expect(names).not.toContain("Second Editor's Name");
  });
});

describe("a sponsoring inquiry", () => {
  test("from a form without script waits on the desk as doubtful, and floods nobody's mailbox", async () => {
    const response = await world.post("/sponsors/inquiries", { form: inquiry() });
    expect(response.headers.get("location")).toBe("/sponsors/inquiries/thanks");
    const [waiting] = await inquiries(await world.ctx(), { states: ["new"], limit: 5 });
    expect(waiting).toMatchObject({
      email: "ana@valley.test",
      doubt: expect.stringContaining("without script"),
    });
    expect((await world.mails()).filter(({ kind }) => kind === "sponsor-inquiry")).toEqual([]);
  });

  test("that fills the hidden field is held, not dropped", async () => {
    await world.post("/sponsors/inquiries", {
      form: inquiry({ email: "trap@valley.test", website: "http://buy.test" }),
    });
    const found = (await inquiries(await world.ctx(), { states: ["new"], limit: 50 })).find(
      ({ email }) => email === "trap@valley.test",
    );
    expect(found?.doubt).toContain("cannot see");
  });

  test("sent twice in one moment is one inquiry, and the same words a day later are another", async () => {
    const form = inquiry({ email: "double@valley.test" });
    const send = () => world.post("/sponsors/inquiries", { form });
    for (const { status } of await Promise.all([send(), send()])) expect(status).toBe(303);
    const kept = async () =>
      (await inquiries(await world.ctx(), { states: ["new"], limit: 50 })).filter(
        ({ email }) => email === form.email,
      ).length;
    expect(await kept()).toBe(1);
    world.clock.advance(86_400_000);
    await send();
    expect(await kept()).toBe(2);
  });

  test("is taken from another's hand knowingly only, and handed back by its holder only", async () => {
    await world.post("/sponsors/inquiries", { form: inquiry({ email: "hands@valley.test" }) });
    const holder = async () =>
      (await inquiries(await world.ctx(), { states: ["new"], limit: 50 })).find(
        ({ email }) => email === "hands@valley.test",
      );
    const id = (await holder())?.id;
    const ralph = await world.person("editor", "Ralph Reader");
    const act = (as: SignedIn, deed: string, from = "") =>
      world.post(`/desk/inquiries/${id}/${deed}`, { as, form: { from } });
    expect((await act(editor, "hold")).status).toBe(303);
    const late = await act(ralph, "hold");
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("left with them")]);
    await act(ralph, "release");
    expect((await holder())?.inHand?.personId).toBe(editor.id);
    expect((await act(ralph, "hold", editor.id)).status).toBe(303);
    expect((await holder())?.inHand?.personId).toBe(ralph.id);
    await act(ralph, "release");
    expect((await holder())?.inHand).toBeNull();
  });

  test("is answered by mail, once, even when two editors answer together", async () => {
    await world.post("/sponsors/inquiries", { form: inquiry({ email: "twice@valley.test" }) });
    const one = (await inquiries(await world.ctx(), { states: ["new"], limit: 50 })).find(
      ({ email }) => email === "twice@valley.test",
    )!;
    const answer = (text: string) =>
      world.post(`/desk/inquiries/${one.id}/answers`, { as: editor, form: { answer: text, version: "1" } });
    const both = await Promise.all([answer("From $1."), answer("From $2.")]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const refused = both.find(({ status }) => status === 422);
    expect(await refused?.text()).toMatch(/Your answer was not sent[\s\S]*From \$[12]\./);
    const sent = (await world.mails()).filter(({ to }) => to === "twice@valley.test");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain("What would a season cost?");
  });

  test("with something missing keeps what was typed", async () => {
    const response = await world.post("/sponsors/inquiries", {
      form: inquiry({ email: "not an address", message: "Kept words" }),
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("does not read like an e-mail address");
    expect(page).toContain("Kept words");
  });

  test("too many from one address are asked to come again, with their words kept", async () => {
    const send = () =>
      world.post("/sponsors/inquiries", {
        form: inquiry({ email: "flood@valley.test", message: "Again and again" }),
      });
    for (let count = 0; count < 8; count += 1) expect((await send()).status).toBe(303);
    const ninth = await send();
    expect(ninth.status).toBe(422);
    expect(await ninth.text()).toContain("Again and again");
  });
});
