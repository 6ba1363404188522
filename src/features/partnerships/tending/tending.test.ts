import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { profileOf } from "#features/people/profiles/factory.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, SITE_URL, type SignedIn, type World } from "#kit/world.ts";
import { partnershipAt } from "../factory.ts";
import { tendedById } from "./queries.ts";

let world: World;
let keeper: SignedIn;
let page: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  page = await partnershipAt(await world.ctx({ kind: "system", name: "Test" }));
  keeper = await world.give(await world.person("member", "Ana Lopez"), {
    role: "partnership-editor",
    scope: page.id,
  });
});
afterAll(() => world.close());

const at = (section = "") => `/partnerships/${page.slug}/tend${section && `/${section}`}`;
const now = async () => (await tendedById(await world.ctx(), page.id))!;
const send = async (section: string, form: Record<string, string | string[]>, as = keeper) =>
  world.post(at(section), { as, form: { version: String((await now()).version), ...form } });

const basics = (more: Record<string, string> = {}) => ({
  name: "Platte Valley Healthcare Partnership",
  alsoKnownAs: "",
  summary: "Hospitals along the Platte.",
  story: "It began in a kitchen.",
  website: "",
  ...more,
});
const place = (more: Record<string, string> = {}) => ({
  region: "Platte Valley",
  state: "ne",
  counties: "Hall County, NE\nBuffalo County, NE",
  countiesKnown: "exact",
  countiesNote: "",
  setting: "rural",
  ...more,
});

describe("a partnership's page", () => {
  test("is tended by those who hold it, and by nobody else", async () => {
    const stranger = await world.person("member", "Sam Stranger");
    expect((await world.get(at(), { as: stranger })).status).toBe(403);
    expect((await world.get(at())).headers.get("location")).toMatch(/^\/sign-in\?return=/);
    expect((await world.get("/partnerships/nothing-such/tend", { as: keeper })).status).toBe(404);
    expect((await send("basics", basics({ name: "Stolen" }), stranger)).status).toBe(403);
    for (const role of ["editor", "administrator"] as const)
      expect((await world.get(at(), { as: await world.person(role) })).status).toBe(200);
    const stateEditor = await world.give(await world.person("member"), { role: "state-editor", scope: "ne" });
    expect((await world.get(at(), { as: stateEditor })).status).toBe(200);
    const lead = await world.give(await world.person("member"), { role: "state-lead", scope: "ne" });
    expect((await world.get(at(), { as: lead })).status).toBe(403);
    expect((await now()).content.name).toBe("Platte Valley Healthcare Partnership");
  });

  test("shows what was saved to readers on the very next request", async () => {
    expect((await send("basics", basics({ summary: "Twelve clinics grow nurses." }))).status).toBe(303);
    expect(await world.page(`/partnerships/${page.slug}`)).toContain("Twelve clinics grow nurses.");
  });

  test("keeps the name it gives up, so that happenings still find it", async () => {
    await send("basics", basics({ name: "Platte Health Partnership" }));
    const { content } = await now();
    expect(content.alsoKnownAs).toEqual(["Platte Valley Healthcare Partnership"]);
    await send("basics", basics());
  });

  test("comes back with what is wrong beside its field, and everything that was typed", async () => {
    const answer = await send(
      "basics",
      basics({ name: " ", website: "javascript:alert(1)", summary: "Kept" }),
    );
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("The partnership’s name is needed.");
    expect(html).toContain("must be a web address");
    expect(html).toContain("Kept");
  });

  test("that two change at once in one section tells the second, with both texts", async () => {
    const { version } = await now();
    const both = { version: String(version) };
    expect((await send("basics", { ...basics({ summary: "From the first." }), ...both })).status).toBe(303);
    const second = await send("basics", { ...basics({ summary: "From the second." }), ...both });
    const html = await second.text();
    expect(second.status).toBe(409);
    expect(html).toContain("From the first.");
    expect(html).toContain("From the second.");
    expect((await now()).content.summary).toBe("From the first.");
    const newest = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect(
      (await send("basics", { ...basics({ summary: "From the second." }), version: newest })).status,
    ).toBe(303);
  });

  test("that two change at once in different sections takes both", async () => {
    const { version } = await now();
    await send("basics", { ...basics({ summary: "Changed together." }), version: String(version) });
    const other = await send("place", { ...place({ region: "The Platte" }), version: String(version) });
    expect(other.status).toBe(303);
    expect((await now()).content).toMatchObject({ summary: "Changed together.", region: "The Platte" });
  });

  test("makes no version of what nobody changed", async () => {
    await send("place", place());
    const { version } = await now();
    expect((await send("place", place())).status).toBe(303);
    expect((await now()).version).toBe(version);
  });
});

describe("where it works", () => {
  test.each([
    ["a county of another state", "Lane County, OR", "is in Oregon, not in Nebraska"],
    ["an unknown FIPS code", "31999", "no county there has this code"],
    ["a name that no county has", "Nowhere County", "no county called “Nowhere County”"],
  ])("%s is refused by name, and nothing is saved", async (_what, counties, words) => {
    const before = (await now()).version;
    const answer = await send("place", place({ counties: `Hall County, NE\n${counties}` }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain(counties);
    expect((await now()).version).toBe(before);
  });

  test("says how well its counties are known", async () => {
    const none = await send("place", place({ counties: "" }));
    expect(await none.text()).toContain("Name the counties, or say below that they are not known.");
    const untold = await send("place", place({ countiesKnown: "unknown" }));
    expect(await untold.text()).toContain("say whether these are all of them");
  });

  test("takes Connecticut's former counties as the regions they became, and says so", async () => {
    const there = place({ state: "ct", counties: "09001" });
    expect((await send("place", there)).status).toBe(303);
    expect((await now()).content).toMatchObject({
      counties: ["09190", "09120"],
      countiesKnown: "approximate",
    });
    await send("place", place());
  });
});

describe("priorities", () => {
  const priority = (more: Record<string, string> = {}) => ({
    title: "Grow our own nurses",
    theme: "talent-pipeline",
    description: "",
    leadName: "",
    leadOrganization: "",
    supportLead: "",
    state: "open",
    cameOfIt: "",
    ...more,
  });

  test("are added, put in order, changed and removed", async () => {
    await send("priorities", priority());
    await send("priorities", priority({ title: "Housing for staff", theme: "housing" }));
    const ids = (await now()).content.priorities.map(({ id }) => id);
    await world.post(at(`priorities/${ids[1]}/position`), { as: keeper, form: { direction: "up" } });
    expect((await now()).content.priorities.map(({ title }) => title)).toEqual([
      "Housing for staff",
      "Grow our own nurses",
    ]);
    expect((await send(`priorities/${ids[1]}/removal`, {})).status).toBe(303);
    expect((await now()).content.priorities).toHaveLength(1);
    const html = await world.page(at("versions"), { as: keeper });
    expect(html).toContain("Priorities: removed “Housing for staff”");
  });

  test("end with a word, and name only who agreed", async () => {
    const [one] = (await now()).content.priorities;
    const path = `priorities/${one?.id}`;
    const silent = await send(path, priority({ state: "achieved" }));
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain("Say in a sentence what came of it");
    const unasked = await send(path, priority({ leadName: "Dana Ruiz" }));
    expect(await unasked.text()).toContain("Ask them first");
    await send(
      path,
      priority({ leadName: "Dana Ruiz", agreed: "yes", state: "achieved", cameOfIt: "40 nurses." }),
    );
    expect((await now()).content.priorities[0]).toMatchObject({
      lead: { name: "Dana Ruiz", id: null },
      state: "achieved",
      cameOfIt: "40 nurses.",
    });
  });

  test("one that somebody changed meanwhile is not removed unseen", async () => {
    const { version, content } = await now();
    const path = `priorities/${content.priorities[0]?.id}`;
    await send(path, priority({ title: "Changed by another" }));
    const late = await send(`${path}/removal`, { version: String(version) });
    expect(late.status).toBe(409);
    expect((await now()).content.priorities).toHaveLength(1);
  });

  test("one that somebody removed meanwhile comes back with what was typed, if that is meant", async () => {
    const { version, content } = await now();
    const path = `priorities/${content.priorities[0]?.id}`;
    await send(`${path}/removal`, {});
    const late = await send(path, { ...priority({ title: "Still wanted" }), version: String(version) });
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain("Somebody removed this");
    const newest = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await send(path, { ...priority({ title: "Still wanted" }), version: newest })).status).toBe(303);
    expect((await now()).content.priorities.map(({ title }) => title)).toEqual(["Still wanted"]);
  });
});

describe("champions", () => {
  const champion = (more: Record<string, string> = {}) => ({
    name: "Dana Ruiz",
    title: "Chief executive",
    organization: "Platte General Hospital",
    words: "We stopped waiting for nurses and began to grow them.",
    video: "",
    transcript: "",
    consentHow: "",
    consentOn: "",
    consentBy: "Ana Lopez",
    since: "2018",
    until: "",
    ...more,
  });

  test("are not public without consent, and those who tend the page are told so", async () => {
    await send("champions", champion());
    expect(await world.page(`/partnerships/${page.slug}`)).not.toContain("Dana Ruiz");
    const html = await world.page(at("champions"), { as: keeper });
    expect(html).toContain("Not public");
    expect(html).toContain("No consent is written down");
    expect(await world.page(at(), { as: keeper })).toContain("1 not public, no consent written down");
  });

  test("are public with consent: how, when, and by whom", async () => {
    const path = `champions/${(await now()).content.champions[0]?.id}`;
    const half = await send(path, champion({ consentHow: "by e-mail" }));
    expect(half.status).toBe(422);
    expect(await half.text()).toContain("Consent is written down whole");
    const early = await send(path, champion({ consentHow: "by e-mail", consentOn: "2026-05-05" }));
    expect(await early.text()).toContain("still to come");
    await send(path, champion({ consentHow: "by e-mail", consentOn: "2026-05-04" }));
    expect(await world.page(`/partnerships/${page.slug}`)).toContain("Dana Ruiz");
    await send(path, champion());
    expect(await world.page(`/partnerships/${page.slug}`)).not.toContain("Dana Ruiz");
  });

  test("their company is one entry of the directory, however often it is typed", async () => {
    await send("champions", champion({ name: "Lee Park" }));
    const ids = (await now()).content.champions.map(({ organization }) => organization?.id);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  test("a film needs its words, and an end follows its beginning", async () => {
    const answer = await send("champions", champion({ video: "https://video.test/1", until: "2017" }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("A film needs its words as text too");
    expect(html).toContain("The end is before the beginning.");
  });

  test("lead to a profile of somebody who is listed, and to nobody else's", async () => {
    const listed = await world.person("member", "Rosa Listed");
    const { slug } = await profileOf(world, listed);
    const shy = await world.person("member", "Sid Shy");
    const hidden = await profileOf(world, shy, {}, "nobody");
    const refused = await send("champions", champion({ name: "Sid Shy", profile: `/people/${hidden.slug}` }));
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("We find no such profile."),
    ]);
    await send("champions", champion({ name: "Rosa Listed", profile: `${SITE_URL}/people/${slug}` }));
    const rosa = async () => (await now()).content.champions.at(-1);
    expect((await rosa())?.person).toEqual({ name: "Rosa Listed", id: listed.id });
    const path = `champions/${(await rosa())?.id}`;
    await send(path, champion({ name: "Rosa Listed", words: "Still me." }));
    expect((await rosa())?.person.id).toBe(listed.id);
    await send(path, champion({ name: "Another Rosa" }));
    expect((await rosa())?.person).toEqual({ name: "Another Rosa", id: null });
  });

  test("are not named in the audit log", async () => {
    const editor = await world.person("editor");
    expect(await world.page("/desk/audit", { as: editor })).not.toContain("Dana Ruiz");
  });
});

describe("partners and milestones", () => {
  test("a role names an organization or a person, and a person only when they agreed", async () => {
    const role = {
      role: "convener",
      organization: "",
      organizationKind: "",
      name: "",
      title: "",
      from: "",
      to: "",
    };
    expect(await (await send("partners", role)).text()).toContain("Name an organization, a person, or both.");
    const unasked = await send("partners", { ...role, name: "Kim Doe", shown: "yes" });
    expect(await unasked.text()).toContain("A person is shown only when they have agreed.");
    await send("partners", {
      ...role,
      organization: "Platte Works Board",
      organizationKind: "workforce-board",
      shown: "yes",
    });
    expect(await world.page(`/partnerships/${page.slug}`)).toContain("Platte Works Board");
    expect((await send("partners", { ...role, name: "Kim Doe" })).status).toBe(303);
    expect(await world.page(`/partnerships/${page.slug}`)).not.toContain("Kim Doe");
  });

  test("a launch before the academy is refused, unless somebody says that it was so", async () => {
    const milestone = { kind: "academy", title: "Academy in Omaha", on: "March 2018", note: "", source: "" };
    expect((await send("milestones", milestone)).status).toBe(303);
    const launch = { ...milestone, kind: "launch", title: "First meeting", on: "2018-02-01" };
    const refused = await send("milestones", launch);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain(
      "The launch is dated February 1, 2018, and the academy that comes before it March 2018.",
    );
    expect(html).toContain("out of the usual order");
    expect((await send("milestones", { ...launch, outOfOrder: "yes" })).status).toBe(422);
    const meant = { ...launch, outOfOrder: "yes", note: "The businesses began on their own." };
    expect((await send("milestones", meant)).status).toBe(303);
    // What is known of both does not contradict.
    expect((await send("milestones", { ...milestone, kind: "relaunch", on: "2018" })).status).toBe(303);
  });

  test("a date that is none is told how to write it", async () => {
    const answer = await send("milestones", { kind: "meeting", title: "Meeting", on: "last spring" });
    expect(await answer.text()).toContain("should read like 2018, 2018-03 or 2018-03-14");
  });
});

test("every page of tending asks the database the same for one entry and for many", async () => {
  const one = await partnershipAt(await world.ctx({ kind: "system", name: "Test" }), { name: "Few" });
  const editor = await world.person("editor");
  const count = (section: string) =>
    countQueries(() => world.page(`/partnerships/${one.slug}/tend${section}`, { as: editor }));
  const sections = ["", "/priorities", "/versions", "/editors", "/stage"];
  const few: number[] = [];
  for (const section of sections) few.push(await count(section));
  const priority = { theme: "housing", state: "open", description: "", cameOfIt: "" };
  for (const version of ["1", "2", "3"])
    await world.post(`/partnerships/${one.slug}/tend/priorities`, {
      as: editor,
      form: { ...priority, title: `Priority ${version}`, version },
    });
  const give = { role: "partnership-editor" as const, scope: one.id };
  for (const name of ["One Keeper", "Two Keeper"]) await world.give(await world.person("member", name), give);
  const many: number[] = [];
  for (const section of sections) many.push(await count(section));
  expect(many).toEqual(few);
});

test("the audit log tells what happened in words", async () => {
  const log = await world.page("/desk/audit", { as: await world.person("editor") });
  expect(log).toContain("changed the page of “Platte Valley Healthcare Partnership”");
});
