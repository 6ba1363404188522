import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { findOrAddContact } from "./actions.ts";
import { moveFurther } from "./moving.ts";
import { contactByEmail, contactsOf } from "./queries.ts";

let world: World;
let of: { id: string; slug: string; states: string[] };
let dana: SignedIn;

const table = (rest = "") => `/partnerships/${of.slug}/table${rest}`;
const ANN = {
  name: "Ann O’Hara",
  email: "ann@forge.test",
  title: "President",
  company: "Platte Forge",
  side: "business",
  standing: "shortlist",
  consent: "unasked",
  segments: "metal, north county, Metal",
};

beforeAll(async () => {
  world = await openWorld();
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  of = { ...(await partnershipAt(ctx, { states: ["ne"] })), states: ["ne"] };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
});
afterAll(() => world.close());

test("somebody is put on the roster with the company, which stands in no public directory", async () => {
  const answer = await world.post(table("/people"), { as: dana, form: ANN });
  expect(answer.status).toBe(303);
  const page = await world.page(answer.headers.get("location")!, { as: dana });
  expect(page).toContain("Ann O’Hara");
  expect(page).toContain("Dear Ann,");
  expect(page).toContain("metal, north county");
  expect(await world.page("/organizations?q=Platte+Forge")).not.toContain("Platte Forge</a>");
});

test("an address stands on a roster once, and the form comes back with what was typed", async () => {
  const answer = await world.post(table("/people"), {
    as: dana,
    form: { ...ANN, name: "Anna Hara", email: "ANN@forge.test" },
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("Ann O’Hara is on the roster under this address already");
  expect(page).toContain('value="Anna Hara"');
});

test("a name or an address is needed, a consent needs its source, an assistant an address", async () => {
  const answer = await world.post(table("/people"), {
    as: dana,
    form: { side: "business", standing: "asked", consent: "given", assistantName: "Lee" },
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain("Give a name, or at least an e-mail address.");
  expect(page).toContain("Say how you know");
  expect(page).toContain("The assistant’s e-mail address is needed");
});

test("of two who change the same entry, the second is shown what the first saved", async () => {
  const ann = (await contactByEmail(await world.ctx(), of.id, "ann@forge.test"))!;
  const change = (phone: string) =>
    world.post(table(`/people/${ann.id}/edit`), {
      as: dana,
      form: { ...ANN, phone, version: String(ann.version) },
    });
  expect((await change("308 555 0100")).status).toBe(303);
  const second = await change("308 555 0199");
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain("308 555 0100");
  expect(page).toContain('value="308 555 0199"');
});

test("what happens takes people further and never back", async () => {
  const ctx = await world.ctx(dana.actor);
  const ann = (await contactByEmail(ctx, of.id, "ann@forge.test"))!;
  await moveFurther(ctx, of.id, [ann.id], "attended", "Came to the launch meeting");
  await moveFurther(ctx, of.id, [ann.id], "asked", "An invitation went out");
  expect((await contactByEmail(ctx, of.id, "ann@forge.test"))!.standing).toBe("attended");
  expect(await world.page(table(`/people/${ann.id}`), { as: dana })).toContain("Came to the launch meeting");
  const other = await findOrAddContact(ctx, of, {
    name: "Bo Left",
    email: "bo@forge.test",
    side: "business",
    standing: "left",
  });
  await moveFurther(ctx, of.id, [other.id], "member", "");
  expect((await contactByEmail(ctx, of.id, "bo@forge.test"))!.standing).toBe("left");
});

test("a list is read first and taken in second, and only what is missing is added to those who are there", async () => {
  const list = [
    "Full name\tE-mail\tOrganization\tJob title\tShoe size",
    "Cy Duarte\tcy@mill.test\tGrand Island Mill\tOwner\t9",
    "Somebody Else\tann@forge.test\tOther Works\tVice president\t8",
    "No Address\tnot an address\t\t\t",
    "Cy Again\tCY@mill.test\t\t\t",
  ].join("\n");
  const read = await world.post(table("/people/import"), {
    as: dana,
    files: [],
    form: { list, side: "business" },
  });
  const page = await read.text();
  expect(page).toContain("1 new, 1 on the roster already, 2 left out");
  expect(page).toContain("“Shoe size”");
  expect(page).toContain("does not read like an e-mail address");
  expect(page).toContain("Row 1 has the same address.");
  const ctx = await world.ctx();
  expect(await contactByEmail(ctx, of.id, "cy@mill.test")).toBeUndefined();
  const taken = await world.post(table("/people/import"), {
    as: dana,
    files: [],
    form: { list, side: "business", step: "take" },
  });
  expect(taken.headers.get("location")).toContain("added=1");
  expect(await contactByEmail(ctx, of.id, "cy@mill.test")).toMatchObject({
    name: "Cy Duarte",
    title: "Owner",
    company: { name: "Grand Island Mill" },
  });
  expect(await contactByEmail(ctx, of.id, "ann@forge.test")).toMatchObject({
    name: "Ann O’Hara",
    title: "President",
  });
});

test("recipients of a mail are people: names turned around, quotes, semicolons, lines", async () => {
  const list = `"Lee, Dee" <dee@rail.test>; Flo Ng <FLO@rail.test>\nplain@rail.test`;
  await world.post(table("/people/import"), {
    as: dana,
    files: [],
    form: { list, side: "public", step: "take" },
  });
  const { items } = await contactsOf(await world.ctx(), of.id, { q: "rail.test" }, { offset: 0, limit: 9 });
  expect(items.map(({ name, email, side }) => [name, email, side])).toEqual([
    ["Dee Lee", "dee@rail.test", "public"],
    ["Flo Ng", "flo@rail.test", "public"],
    ["", "plain@rail.test", "public"],
  ]);
});

test("a table pasted with commas is read as one, quotes and all", async () => {
  const list = `name,email,company\n"Gus, the Elder",gus@quarry.test,"Rock, Sand & Co."`;
  await world.post(table("/people/import"), {
    as: dana,
    files: [],
    form: { list, side: "business", step: "take" },
  });
  expect(await contactByEmail(await world.ctx(), of.id, "gus@quarry.test")).toMatchObject({
    name: "Gus, the Elder",
    company: { name: "Rock, Sand & Co." },
  });
});

test("a file that is no table is told so, with the pasted list kept", async () => {
  const answer = await world.post(table("/people/import"), {
    as: dana,
    form: { list: "ann@forge.test" },
    files: [{ field: "table", name: "people.pdf", bytes: Buffer.from("%PDF-1.7 …") }],
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("is no table");
  expect(page).toContain("ann@forge.test");
});

test("the exported list has no note of the team, and runs no formula", async () => {
  const ctx = await world.ctx(dana.actor);
  await findOrAddContact(ctx, of, {
    name: "=HYPERLINK(1)",
    email: "x@y.test",
    side: "business",
    note: "SECRET",
  });
  const csv = await world.page(table("/people.csv"), { as: dana });
  expect(csv).toContain("'=HYPERLINK(1)");
  expect(csv).not.toContain("SECRET");
});

test("nobody but the team is let in, not even the editors of the site", async () => {
  const editor = await world.person("editor");
  expect((await world.get(table("/people"), { as: editor })).status).toBe(403);
  expect((await world.get(table(), { as: editor })).status).toBe(403);
  const log = await world.page("/desk/activity", { as: await world.person("administrator") });
  expect(log).not.toContain("O’Hara");
});

test("meetings are told in the zone of the partnership’s state until the team says otherwise", async () => {
  expect(await world.page(table("/settings"), { as: dana })).toMatch(/value="America\/Chicago" selected/);
  const saved = await world.post(table("/settings"), {
    as: dana,
    form: {
      timeZone: "America/Denver",
      replyName: "Dana Ruiz",
      replyEmail: "dana@platte.test",
      version: "0",
    },
  });
  expect(saved.status).toBe(303);
  expect(await world.page(table("/settings"), { as: dana })).toMatch(/value="America\/Denver" selected/);
  const stale = await world.post(table("/settings"), {
    as: dana,
    form: { timeZone: "America/Boise", version: "0" },
  });
  expect(stale.status).toBe(409);
});

test("who asks to be forgotten is gone from every roster", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const { personalRoster } = await import("./personal-roster.ts");
  expect((await personalRoster.copy!(ctx, "cy@mill.test"))?.records[0]).toMatchObject({ name: "Cy Duarte" });
  expect(await personalRoster.forget(ctx, "cy@mill.test")).toBe(1);
  expect(await contactByEmail(ctx, of.id, "cy@mill.test")).toBeUndefined();
});
