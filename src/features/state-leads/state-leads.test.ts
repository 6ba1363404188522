import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantsOf } from "#features/people/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { personalCoaching } from "./coaches/forgetting.ts";
import { coachesOf, statePage } from "./public.ts";

let world: World;
let editor: SignedIn;
let lead: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
  lead = await world.give(await world.person("member", "Lena Lead"), { role: "state-lead", scope: "ne" });
});
afterAll(() => world.close());

const words = (more: Record<string, string> = {}) => ({
  intro: "Nebraska began with **healthcare**.",
  version: "0",
  "source-0-name": "A report",
  "link-0-name": "The state’s own page",
  "link-0-url": "https://nebraska.test/partners",
  act: "save",
  ...more,
});
const save = (code: string, form: Record<string, string>, as: SignedIn) =>
  world.post(`/states/${code}/edit`, { as, form });

describe("the words of a state's page", () => {
  test("are written by its lead, shown to readers at once and kept as versions", async () => {
    const saved = await save("ne", words(), lead);
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/states/ne/lead?done=page"]);
    const second = await save(
      "ne",
      words({ intro: "It began in Lincoln.", version: "1", about: "The town" }),
      lead,
    );
    expect(second.status).toBe(303);
    const page = await statePage(await world.ctx(), "ne");
    expect(page).toMatchObject({
      intro: "It began in Lincoln.",
      version: 2,
      links: [{ name: "The state’s own page" }],
    });
    const versions = await world.page("/states/ne/versions?version=2", { as: lead });
    for (const text of ["Version 1", "Version 2", "Lena Lead", "The town", "What version 2 changed"])
      expect(versions).toContain(text);
  });

  test("can be brought back from any version, as a version of its own, and the log says so", async () => {
    const restore = (restore: string, version: string) =>
      world.post("/states/ne/versions", { as: lead, form: { restore, version } });
    expect((await restore("1", "2")).status).toBe(303);
    expect(await statePage(await world.ctx(), "ne")).toMatchObject({
      intro: "Nebraska began with **healthcare**.",
      version: 3,
    });
    expect((await restore("1", "2")).status).toBe(409);
    expect((await restore("99", "3")).status).toBe(404);
    expect(await world.page("/desk/audit", { as: editor })).toContain(
      "restored version 1 of the page of Nebraska as version 3",
    );
  });

  test("saved by two at once: the second is told, and nothing is overwritten", async () => {
    const both = await Promise.all(
      ["First words", "Second words"].map((intro) => save("ia", words({ intro }), editor)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const page = await both.find(({ status }) => status === 409)!.text();
    for (const intro of ["First words", "Second words"]) expect(page).toContain(intro);
    expect((await statePage(await world.ctx(), "ia"))?.version).toBe(1);
  });

  test("come back with each problem beside its field, and as they were typed", async () => {
    const response = await save(
      "ne",
      words({
        version: "3",
        "link-0-url": "",
        "link-1-url": "javascript:alert(1)",
        "source-1-note": "Only a note",
      }),
      lead,
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const text of [
      "A link needs its address.",
      "The address must start with",
      "Give it a name, or empty the whole row.",
      "Only a note",
    ])
      expect(page).toContain(text);
  });

  test("are shown as they will read before anything is saved", async () => {
    const preview = await world.post("/states/ne/edit/preview", { as: lead, form: words() });
    expect(await preview.text()).toContain("<strong>healthcare</strong>");
    const page = await save("ne", words({ act: "preview", intro: "Not _saved_ yet" }), lead);
    expect(await page.text()).toContain("Not <em>saved</em> yet");
    expect((await statePage(await world.ctx(), "ne"))?.version).toBe(3);
  });

  test("are for leads of this state and editors alone", async () => {
    const member = await world.person("member");
    const other = await world.give(await world.person("member"), { role: "state-lead", scope: "ks" });
    const asked = ["/states/ne/edit", "/states/ne/versions", "/states/ne/coaches"];
    for (const path of asked) {
      for (const as of [member, other]) expect((await world.get(path, { as })).status, path).toBe(403);
      for (const as of [lead, editor]) expect((await world.get(path, { as })).status, path).toBe(200);
      expect((await world.get(path)).headers.get("location"), path).toMatch(/^\/sign-in/);
    }
    expect((await save("ne", words(), other)).status).toBe(403);
    expect((await world.get("/states/zz/edit", { as: editor })).status).toBe(404);
  });

  test("cost the same number of queries for one version and for many", async () => {
    await save("mt", words(), editor);
    const few = await countQueries(() => world.page("/states/mt/versions", { as: editor }));
    for (const version of ["1", "2"]) await save("mt", words({ version }), editor);
    expect(await countQueries(() => world.page("/states/mt/versions", { as: editor }))).toBe(few);
  });
});

describe("a state's lead", () => {
  test("is invited by mail, leads from the moment they accept, and can be relieved", async () => {
    const sent = await world.post("/desk/states/wy/invitations", {
      as: editor,
      form: { name: "Wes", email: "Wes@Wyoming.test", role: "state-lead" },
    });
    expect(sent.status).toBe(303);
    const mail = (await world.mails()).find(({ to }) => to === "wes@wyoming.test")!;
    expect(mail.text).toContain("Wyoming");
    expect(await world.page("/desk/states/wy", { as: editor })).toContain("wes@wyoming.test");
    expect(await world.page("/desk/states", { as: editor })).toContain("Wes");

    const member = await world.person("member", "Wanda");
    await world.give(member, { role: "state-editor", scope: "wy" });
    const page = await world.page("/desk/states/wy", { as: editor });
    expect(page).toContain("Wanda");
    const grantId = /roles\/([0-9a-f-]{36})\/end/.exec(page)![1];
    await world.post(`/desk/states/wy/roles/${grantId}/end`, { as: editor, form: {} });
    expect(await grantsOf(await world.ctx(), member.id)).toEqual([]);
    const invitationId = /invitations\/([0-9a-f-]{36})\/withdrawal/.exec(page)![1];
    await world.post(`/desk/states/wy/invitations/${invitationId}/withdrawal`, { as: editor, form: {} });
    expect(await world.page("/desk/states/wy", { as: editor })).not.toContain("wes@wyoming.test");
  });

  test("is not named by members, nor made by leads", async () => {
    const form = { email: "friend@people.test", role: "state-lead" };
    expect((await world.post("/desk/states/ne/invitations", { as: lead, form })).status).toBe(403);
    expect((await world.get("/desk/states", { as: lead })).status).toBe(403);
  });

  test("is asked for an address and a role that are there", async () => {
    const response = await world.post("/desk/states/ne/invitations", {
      as: editor,
      form: { email: "no address", role: "governor" },
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("does not read like an e-mail address");
    expect(page).toContain("Choose what they may do.");
  });

  test("costs the desk's list the same number of queries, however many there are", async () => {
    const few = await countQueries(() => world.page("/desk/states", { as: editor }));
    for (const scope of ["ca", "or"])
      await world.give(await world.person("member"), { role: "state-lead", scope });
    expect(await countQueries(() => world.page("/desk/states", { as: editor }))).toBe(few);
  });
});

describe("coaches", () => {
  test("are seen by the state's lead and editors, and stand in no log by name", async () => {
    const member = await world.person("member", "Cora Coach");
    const added = await world.post("/states/ne/coaches", {
      as: lead,
      form: { name: "Cora Coach", organization: "Platte College", email: member.email, from: "2017" },
    });
    expect(added.status).toBe(303);
    const page = await world.page("/states/ne/coaches", { as: lead });
    for (const text of ["Cora Coach", "Platte College", "Since 2017"]) expect(page).toContain(text);
    expect(page).not.toContain(member.email);
    for (const path of ["/states/ne", "/desk/audit", "/search?q=cora"])
      expect(await world.page(path, { as: editor }), path).not.toContain("Cora Coach");

    const [coach] = await coachesOf(await world.ctx(), "ne");
    await world.post(`/states/ne/coaches/${coach!.id}/end`, { as: lead, form: {} });
    expect(await world.page("/states/ne/coaches", { as: lead })).toContain("2017 to May 4, 2026");
    const elsewhere = await world.give(await world.person("member"), { role: "state-lead", scope: "ks" });
    expect(
      (await world.post(`/states/ks/coaches/${coach!.id}/removal`, { as: elsewhere, form: {} })).status,
    ).toBe(404);

    const ctx = await world.ctx({ kind: "system", name: "Test" });
    expect(await personalCoaching.copy!(ctx, member.email)).toMatchObject({
      records: [{ name: "Cora Coach" }],
    });
    await transact(ctx, (ctx) => personalCoaching.forget(ctx, member.email));
    expect(await coachesOf(await world.ctx(), "ne")).toEqual([]);
  });

  test("whose address nobody has are not linked in the dark", async () => {
    const response = await world.post("/states/ne/coaches", {
      as: lead,
      form: { name: "Nobody", email: "nobody@here.test", from: "soon" },
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Since when should read like 2018");
  });
});
