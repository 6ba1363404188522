import { afterAll, beforeAll, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { launchFigures, prioritiesOf } from "../public.ts";
import { lockSums } from "./box.ts";
import { goTo } from "./conducting.ts";
import { guestRoomHref } from "./doors.ts";
import { type Launch, launchAt, roomAt } from "./factory.ts";
import { nameGroup, shiftGroup } from "./grouping.ts";
import { groupsOf, opportunitiesOf, type Room, roomOf, signUpsOf } from "./queries.ts";
import { castBallot } from "./voting.ts";

let world: World;
let ctx: Ctx;
beforeAll(async () => {
  world = await openWorld();
  ctx = await world.ctx({ kind: "system", name: "Test" });
});
afterAll(() => world.close());

const COMPANIES = ["Acme Welding", "Bighorn Steel", "Cody Castings"];

interface At extends Launch {
  room: Room;
  groups: string[];
  /** Path of the room at the team's table. */
  base: string;
  team: SignedIn;
}

async function at(given: Parameters<typeof roomAt>[2] = {}, publics: string[] = []): Promise<At> {
  const launch = await launchAt(ctx, { companies: COMPANIES, publics });
  const room = await roomAt(ctx, launch, given);
  const groups = (await groupsOf(ctx, room.meeting)).map(({ id }) => id);
  const team = await world.give(await world.person("member", "Cora Convener"), {
    role: "partnership-editor",
    scope: launch.workspace.id,
  });
  return {
    ...launch,
    room,
    groups,
    base: `/partnerships/${launch.workspace.slug}/table/meetings/${room.meeting}/room`,
    team,
  };
}

test("an opportunity that a phone sends again after a lost answer is on the wall once", async () => {
  const { room, base, team } = await at({ groups: [] });
  const form = { id: ctx.random.id(), words: "Share one <b>freight</b> contract", company: "Acme" };
  for (const _ of [1, 2]) {
    const sent = await world.post(`/room/${room.code}/opportunities`, { form });
    expect(sent.headers.get("location")).toBe(`/room/${room.code}?done=said`);
  }
  expect((await opportunitiesOf(ctx, room.meeting)).map(({ words }) => words)).toEqual([form.words]);
  const wall = await world.page(`${base}/projector`, { as: team });
  expect(wall).toContain("Share one &lt;b&gt;freight&lt;/b&gt; contract");
});

test("what is empty, too long, or not for phones comes back with its words kept", async () => {
  const { room } = await at({ groups: [], settings: { phonesCapture: false } });
  const say = (words: string) =>
    world.post(`/room/${room.code}/opportunities`, { form: { id: ctx.random.id(), words, company: "" } });
  for (const [words, said] of [
    ["", "An opportunity is needed."],
    ["x".repeat(281), "at most 280 characters"],
    ["A road", "The scribe alone writes on the wall"],
  ] as const) {
    const answer = await say(words);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(said);
  }
  expect(await opportunitiesOf(ctx, room.meeting)).toEqual([]);
});

test("two facilitators sort at once: moves, names and order of both stand", async () => {
  const { room, base, team, groups } = await at({ step: "group" });
  const said = await opportunitiesOf(ctx, room.meeting);
  const move = (opportunity: string, to: string) =>
    world.post(`${base}/opportunities/moves`, { as: team, form: { opportunities: [opportunity], to } });
  await Promise.all([
    move(said[0]!.id, groups[2]!),
    move(said[1]!.id, groups[3]!),
    nameGroup(ctx, room.meeting, groups[0]!, { title: "Grow our own welders", version: 1 }),
    shiftGroup(ctx, room.meeting, groups[3]!, -1),
  ]);
  const after = new Map((await opportunitiesOf(ctx, room.meeting)).map(({ id, group }) => [id, group]));
  expect([after.get(said[0]!.id), after.get(said[1]!.id)]).toEqual([groups[2], groups[3]]);
  const order = await groupsOf(ctx, room.meeting);
  expect(order.map(({ title }) => title)).toEqual([
    "Grow our own welders",
    "Share freight",
    "Fix the road",
    "Sell together",
  ]);
});

test("two name the same group: the second is told of the other name, keeps theirs in the field, and may insist", async () => {
  const { room, base, team, groups } = await at({ step: "group" });
  const name = (title: string, version: string) =>
    world.post(`${base}/groups/${groups[0]}`, { as: team, form: { title, version } });
  expect((await name("Welders wanted", "1")).status).toBe(303);
  const second = await name("People who weld", "1");
  expect(second.status).toBe(422);
  const page = await second.text();
  expect(page).toContain("Somebody else has just named this “Welders wanted”");
  expect(page).toContain('value="People who weld"');
  expect((await name("People who weld", "2")).status).toBe(303);
  expect((await groupsOf(ctx, room.meeting))[0]!.title).toBe("People who weld");
});

test("groups are split, merged and removed, and nothing that was said is lost", async () => {
  const { room, base, team, groups } = await at({ step: "group" });
  // In one and the same moment nothing was said before the other.
  const wall = async () =>
    (await opportunitiesOf(ctx, room.meeting)).sort((a, b) => titleAt(a.words) - titleAt(b.words));
  const titleAt = (words: string) =>
    ["Find", "Share", "Sell", "Fix"].findIndex((one) => words.startsWith(one));
  const said = (await wall()).map(({ id }) => id);
  const post = (path: string, form: Record<string, string | string[]>) =>
    world.post(`${base}/${path}`, { as: team, form });
  await post(`groups/${groups[1]}/merger`, { into: groups[0]! });
  await post("opportunities/moves", {
    to: "new",
    id: ctx.random.id(),
    title: "Trucks",
    opportunities: [said[1]!],
  });
  await post(`groups/${groups[2]}/removal`, {});
  const titles = new Map((await groupsOf(ctx, room.meeting)).map(({ id, title }) => [id, title]));
  const where = (await wall()).map(({ group }) => group && titles.get(group));
  expect(where).toEqual(["Find welders", "Trucks", null, "Fix the road"]);
  // Into what somebody has merged away meanwhile nothing goes.
  expect((await post("opportunities/moves", { to: groups[1]!, opportunities: [said[0]!] })).status).toBe(409);
});

test("the room goes forward for whoever presses first, and a second press changes nothing", async () => {
  const { room, base, team } = await at({ step: "group" });
  const press = () => world.post(`${base}/step`, { as: team, form: { from: "group", to: "vote" } });
  expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303]);
  expect((await roomOf(ctx, room.meeting))?.step).toBe("vote");
  const late = await world.post(`${base}/step`, { as: team, form: { from: "group", to: "capture" } });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("The room is at “Vote” now");
});

test("a vote cannot be opened over groups without names, nor taken back once somebody has voted", async () => {
  const { room, base, team, companies } = await at({ step: "group", groups: ["Find welders", ""] });
  const open = await world.post(`${base}/step`, { as: team, form: { from: "group", to: "vote" } });
  expect(open.status).toBe(422);
  expect(await open.text()).toContain("A group has no title yet");
  const [first, second] = await groupsOf(ctx, room.meeting);
  await nameGroup(ctx, room.meeting, second!.id, { title: "Fix the road", version: 1 });
  await goTo(ctx, room.meeting, { from: "group", to: "vote" });
  await castBallot(ctx, room, { company: companies[0]!.id, choices: [first!.id], sending: "a" });
  const back = await world.post(`${base}/step`, { as: team, form: { from: "vote", to: "group" } });
  expect(back.status).toBe(409);
  expect((await roomOf(ctx, room.meeting))?.step).toBe("vote");
});

test("a guest's own link opens the ballot of their company, and nobody else's", async () => {
  const { room, companies, groups } = await at({ step: "vote" }, ["Central College"]);
  const acme = companies[0]!;
  const base = guestRoomHref(ctx, acme.guest);
  const page = await world.page(base);
  expect(page).toContain("You vote for <bdi>Acme Welding</bdi>");
  expect(page).not.toContain("Bighorn Steel");
  // Whatever a form names, the link says whose votes they are.
  const sent = await world.post(`${base}/ballot`, {
    form: { company: companies[1]!.id, choices: [groups[0]!], sending: ctx.random.id() },
  });
  expect(sent.headers.get("location")).toBe(`${base}/ballot/received`);
  expect(await world.page(base)).toContain("The votes of <bdi>Acme Welding</bdi> are in");
  const other = await world.post(`/room/${room.code}/ballot`, {
    form: { company: companies[1]!.id, choices: [groups[0]!], sending: ctx.random.id() },
  });
  expect(other.headers.get("location")).toBe(`/room/${room.code}/ballot/received`);
  expect(await world.page(guestRoomHref(ctx, companies[3]!.guest))).toContain("Public partners listen");
  expect((await world.get(`${base.slice(0, -1)}x`)).status).toBe(404);
});

test("nobody sees how the votes stand before the box is opened; then all do, and ties are named", async () => {
  const { room, base, team, companies, groups } = await at({ step: "vote" });
  const pages = async () => {
    const paths = [base, `${base}/projector`, `${base}/part`, `${base}/projector/part`, `/room/${room.code}`];
    const shown = await Promise.all(paths.map((path) => world.page(path, { as: team })));
    // Forms carry fresh names each time.
    return shown.map((page) => page.replace(/name="(id|sending)" value="[^"]*"/g, ""));
  };
  for (const { id } of companies)
    await castBallot(ctx, room, { company: id, choices: groups.slice(0, 2), sending: id });
  for (const step of ["vote", "count"]) {
    const before = await pages();
    expect(before[0]).toContain("<b>3</b> of <b>3</b> companies have voted");
    // Were the votes others, every page would be the same.
    const box = await ctx.db
      .selectFrom("launch_boxes")
      .selectAll()
      .where("meeting", "=", room.meeting)
      .executeTakeFirstOrThrow();
    const others = lockSums(ctx, box, new Map(groups.map((group, index) => [group, index])));
    const put = (sums: string) =>
      ctx.db.updateTable("launch_boxes").set({ sums }).where("meeting", "=", room.meeting).execute();
    await put(others);
    expect(await pages()).toEqual(before);
    await put(box.sums);
    if (step === "vote") await goTo(ctx, room.meeting, { from: "vote", to: "count" });
  }
  await goTo(ctx, room.meeting, { from: "count", to: "results" });
  for (const page of await pages())
    for (const words of ["3 companies voted.", "“Find welders” and “Share freight” have 3 votes each."])
      expect(page).toContain(words);
});

test("people sign up from phones and by the scribe; the roster has them once, and no screen tells its names", async () => {
  const { room, base, team, companies, groups, meeting, workspace } = await at({ step: "vote" });
  await castBallot(ctx, room, { company: companies[0]!.id, choices: [groups[0]!, groups[1]!], sending: "a" });
  for (const [from, to] of [
    ["vote", "count"],
    ["count", "results"],
    ["results", "sign-up"],
  ] as const)
    await goTo(ctx, room.meeting, { from, to });
  const form = {
    id: ctx.random.id(),
    group: groups[0]!,
    role: "champion",
    name: "Dana",
    company: "Acme Welding",
    email: "Dana@acme.test",
  };
  await ctx.db
    .updateTable("roster_contacts")
    .set({ email: "dana@acme.test", name: "Dana Elizabeth Cole" })
    .where("id", "=", companies[0]!.guest.contact!.id)
    .execute();
  for (const _ of [1, 2]) {
    const sent = await world.post(`/room/${room.code}/sign-ups`, { form });
    expect(sent.headers.get("location")).toBe(`/room/${room.code}?done=signed-up`);
  }
  world.clock.advance(1_000);
  await world.post(`${base}/sign-ups`, {
    as: team,
    form: {
      id: ctx.random.id(),
      group: groups[1]!,
      role: "support",
      name: "Pat Lee",
      company: "Central College",
    },
  });
  await world.post(`${guestRoomHref(ctx, companies[1]!.guest)}/sign-ups`, {
    form: { id: ctx.random.id(), group: groups[0]!, role: "member" },
  });
  const refused = await world.post(`/room/${room.code}/sign-ups`, {
    form: { id: ctx.random.id(), group: groups[3]!, role: "member", name: "Sam" },
  });
  expect(refused.status).toBe(422);
  const page = await world.page(`/room/${room.code}`);
  expect(page).toContain("<bdi>Dana</bdi>");
  expect(page).not.toContain("Elizabeth");
  expect(page).not.toContain("dana@acme.test");
  expect(await signUpsOf(ctx, room.meeting)).toHaveLength(3);
  const priorities = await prioritiesOf(ctx, meeting);
  expect(
    priorities.map(({ title, votes, rank, tied, signUps }) => [
      title,
      votes,
      rank,
      tied,
      signUps.map(({ role }) => role),
    ]),
  ).toEqual([
    ["Find welders", 1, 1, true, ["champion", "member"]],
    ["Share freight", 1, 1, true, ["support"]],
  ]);
  expect(priorities[0]!.signUps[0]!.contact).toBe(companies[0]!.guest.contact!.id);
  expect(await launchFigures(ctx, meeting)).toEqual({
    opportunities: 4,
    companiesVoted: 1,
    priorities: 2,
    ledByBusiness: 1,
  });
  const others = await launchAt(ctx, { companies: [] });
  expect(others.workspace.id).not.toBe(workspace.id);
  expect(await prioritiesOf(ctx, others.meeting)).toEqual([]);
});

test("a page of the room costs as many questions for one of everything as for many", async () => {
  const few = await at({ step: "group", groups: ["Find welders", "Fix the road"] });
  const many = await at({ step: "group", groups: ["A", "B", "C", "D", "E", "F", "G", "H"] });
  const asked = ({ base, team }: At) => countQueries(() => world.page(base, { as: team }));
  expect(await asked(many)).toBe(await asked(few));
});

test("a code that opens nothing is told kindly, and one that is typed with small letters and a space is taken", async () => {
  const { room } = await at();
  const typed = `${room.code.slice(0, 3).toLowerCase()} ${room.code.slice(3)}`;
  const entered = await world.post("/room", { form: { code: typed } });
  expect(entered.headers.get("location")).toBe(`/room/${room.code}`);
  const wrong = await world.post("/room", { form: { code: "AAAAAA" } });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("No room has this code");
  expect((await world.get("/room/AAAAAA")).status).toBe(404);
  expect((await world.get(`/room/${room.code}/askers/not-an-id`)).status).toBe(404);
  expect((await world.get(`/room/${room.code}/ballot/anything`)).status).toBe(404);
});
