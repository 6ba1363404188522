import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { goTo } from "./conducting.ts";
import { launchAt, roomAt, sumsOf } from "./factory.ts";
import { groupsOf, type Room, turnoutOf } from "./queries.ts";
import { addPaperVotes, answerAsker, askToVote, castBallot } from "./voting.ts";

let world: World;
let ctx: Ctx;
beforeAll(async () => {
  world = await openWorld();
  ctx = await world.ctx({ kind: "system", name: "Test" });
});
afterAll(() => world.close());

const COMPANIES = ["Acme Welding", "Bighorn Steel", "Cody Castings", "Dubois Dies", "Encampment Tools"];

async function voteAt(given: Parameters<typeof roomAt>[2] = {}, publics: string[] = []) {
  const launch = await launchAt(ctx, { companies: COMPANIES, publics });
  const room = await roomAt(ctx, launch, { step: "vote", ...given });
  const groups = await groupsOf(ctx, room.meeting);
  return { ...launch, room, groups: groups.map(({ id }) => id) };
}

async function count(room: Room): Promise<Record<string, number>> {
  await goTo(ctx, room.meeting, { from: "vote", to: "count" });
  await goTo(ctx, room.meeting, { from: "count", to: "results" });
  return sumsOf(ctx, room.meeting);
}

const sum = (sums: Record<string, number>) => Object.values(sums).reduce((total, votes) => total + votes, 0);

test("a company votes once: its phone may send again, a colleague is told that the votes are in", async () => {
  const { room, groups, companies } = await voteAt();
  const company = companies[0]!.id;
  const ballot = { company, choices: groups.slice(0, 2), sending: "a" };
  expect(await castBallot(ctx, room, ballot)).toEqual({ ok: true, value: "received" });
  expect(await castBallot(ctx, room, ballot)).toEqual({ ok: true, value: "received" });
  expect(await castBallot(ctx, room, { company, choices: [groups[3]!], sending: "b" })).toEqual({
    ok: true,
    value: "company-in",
  });
  expect(await count(room)).toEqual({
    "Find welders": 1,
    "Share freight": 1,
    "Sell together": 0,
    "Fix the road": 0,
  });
});

test("all at once, each of them is counted, and once", async () => {
  const { room, groups, companies } = await voteAt();
  const sent = companies.flatMap(({ id }) =>
    [1, 2, 3].map((time) =>
      castBallot(ctx, room, { company: id, choices: [groups[0]!], sending: `${id} ${time}` }),
    ),
  );
  const answers = (await Promise.all(sent)).map((answer) => answer.ok && answer.value);
  expect(answers.filter((answer) => answer === "received")).toHaveLength(COMPANIES.length);
  expect(answers.filter((answer) => answer === "company-in")).toHaveLength(2 * COMPANIES.length);
  expect((await count(room))["Find welders"]).toBe(COMPANIES.length);
});

test("what does not fit the ballot is refused, and the company can still vote", async () => {
  const { room, groups, companies } = await voteAt({ settings: { votesEach: 2 } });
  const company = companies[0]!.id;
  const cast = async (choices: string[]) => {
    const answer = await castBallot(ctx, room, { company, choices, sending: "a" });
    return answer.ok ? answer.value : answer.problems.choices?.[0];
  };
  expect(await cast([])).toMatch(/^Choose at least one/);
  expect(await cast(groups.slice(0, 3))).toMatch(/has 2 votes. Please take 1 away/);
  expect(await cast([ctx.random.id()])).toMatch(/has changed since/);
  expect(await cast([groups[0]!, groups[0]!])).toBe("received");
  expect(sum(await count(room))).toBe(1);
});

test("public partners listen, unless the room says otherwise", async () => {
  const listening = await voteAt({}, ["Central College"]);
  const college = listening.companies.at(-1)!.id;
  const ballot = (groups: string[]) => ({ company: college, choices: [groups[0]!], sending: "a" });
  expect(await castBallot(ctx, listening.room, ballot(listening.groups))).toEqual({
    ok: true,
    value: "not-listed",
  });
  const voting = await voteAt({ settings: { publicVotes: true } }, ["Central College"]);
  const there = { ...ballot(voting.groups), company: voting.companies.at(-1)!.id };
  expect(await castBallot(ctx, voting.room, there)).toEqual({ ok: true, value: "received" });
});

test("a company that walked in asks, is let in, and votes; one whose name is on the list needs nobody", async () => {
  const { room, groups, workspace, companies } = await voteAt();
  expect(await askToVote(ctx, room, { id: ctx.random.id(), name: "ACME welding" })).toEqual({
    ok: true,
    value: { company: companies[0]!.id },
  });
  const id = ctx.random.id();
  const asked = { ok: true, value: { asker: id } };
  expect(await askToVote(ctx, room, { id, name: "Fremont Forge" })).toEqual(asked);
  expect(await askToVote(ctx, room, { id, name: "Fremont Forge" })).toEqual(asked);
  const { company } = await answerAsker(ctx, workspace, room.meeting, id, true);
  expect((await answerAsker(ctx, workspace, room.meeting, id, false)).state).toBe("let-in");
  expect(await turnoutOf(ctx, room)).toEqual({ voted: 0, companies: 6 });
  const cast = await castBallot(ctx, room, { company: company!, choices: [groups[0]!], sending: "a" });
  expect(cast).toEqual({ ok: true, value: "received" });
});

test("after closing a vote does not count and is told so; one that was in is still acknowledged", async () => {
  const { room, groups, companies } = await voteAt();
  const early = { company: companies[0]!.id, choices: [groups[0]!], sending: "a" };
  await castBallot(ctx, room, early);
  const sums = await count(room);
  expect(await castBallot(ctx, room, early)).toEqual({ ok: true, value: "received" });
  expect(await castBallot(ctx, room, { ...early, company: companies[1]!.id })).toEqual({
    ok: true,
    value: "not-open",
  });
  expect(await sumsOf(ctx, room.meeting)).toEqual(sums);
});

test("papers are typed in together, and none that has voted by phone counts again", async () => {
  const { room, groups, companies } = await voteAt();
  const [first, second, third] = companies.map(({ id }) => id);
  await castBallot(ctx, room, { company: first!, choices: [groups[0]!], sending: "a" });
  const typed = async (papers: string[], counts: [string, number][]) => {
    const answer = await addPaperVotes(ctx, room, { companies: papers, counts: new Map(counts) });
    return answer.ok ? "in the box" : Object.values(answer.problems).flat()[0];
  };
  expect(await typed([first!, second!], [[groups[0]!, 1]])).toMatch(/votes of Acme Welding are in already/);
  expect(await typed([], [[groups[0]!, 1]])).toMatch(/^Tick the companies/);
  expect(await typed([second!], [[groups[0]!, 2]])).toMatch(/No choice can have more votes than/);
  expect(
    await typed(
      [second!, third!],
      groups.map((group) => [group, 2]),
    ),
  ).toMatch(/at most 6 votes, and these are 8/);
  expect(
    await typed(
      [second!, third!],
      [
        [groups[0]!, 2],
        [groups[1]!, 1],
      ],
    ),
  ).toBe("in the box");
  expect(await castBallot(ctx, room, { company: third!, choices: [groups[0]!], sending: "c" })).toEqual({
    ok: true,
    value: "company-in",
  });
  expect(await count(room)).toMatchObject({ "Find welders": 3, "Share freight": 1 });
});

test("in whatever order votes, retries, papers and closing come: one set for a company, and the right sums", async () => {
  const { room, groups, companies } = await voteAt();
  // One phone or several for a company, each with its own choices, sent once or again, before and after closing.
  const deed = fc.record({
    company: fc.nat(COMPANIES.length - 1),
    phone: fc.nat(2),
    choices: fc.uniqueArray(fc.nat(3), { minLength: 0, maxLength: 4 }),
    paper: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), fc.nat(14), async (deeds, closesAt) => {
      await clear(room.meeting);
      const counted = new Map<string, string[]>();
      for (const [index, { company, phone, choices, paper }] of deeds.entries()) {
        if (index === closesAt) await goTo(ctx, room.meeting, { from: "vote", to: "count" });
        const { id } = companies[company]!;
        const chosen = choices.map((choice) => groups[choice]!);
        if (paper) {
          const answer = await addPaperVotes(ctx, room, {
            companies: [id],
            counts: new Map(chosen.map((group) => [group, 1])),
          });
          if (answer.ok) expect(counted.has(id)).toBe(false);
          if (answer.ok) counted.set(id, chosen);
          continue;
        }
        const answer = await castBallot(ctx, room, {
          company: id,
          choices: chosen,
          sending: `${id} ${phone}`,
        });
        if (!answer.ok || answer.value !== "received" || counted.has(id)) continue;
        expect(index).toBeLessThan(closesAt);
        counted.set(id, chosen);
      }
      if (deeds.length <= closesAt) await goTo(ctx, room.meeting, { from: "vote", to: "count" });
      await goTo(ctx, room.meeting, { from: "count", to: "results" });
      const found = (await groupsOf(ctx, room.meeting)).map(({ id, votes }) => [id, votes]);
      const expected = groups.map((group) => [
        group,
        [...counted.values()].flat().filter((one) => one === group).length,
      ]);
      expect(found).toEqual(expected);
      expect((await turnoutOf(ctx, room)).voted).toBe(counted.size);
    }),
    { numRuns: 25 },
  );
});

/** Takes the room back to an open vote in which nobody has voted, as only a test can. */
async function clear(meeting: string): Promise<void> {
  await ctx.db.deleteFrom("launch_papers").where("meeting", "=", meeting).execute();
  await ctx.db.deleteFrom("launch_boxes").where("meeting", "=", meeting).execute();
  await ctx.db.updateTable("launch_groups").set({ votes: null }).where("meeting", "=", meeting).execute();
  await ctx.db
    .updateTable("launch_rooms")
    .set({ step: "group", companies_voted: null })
    .where("meeting", "=", meeting)
    .execute();
  await goTo(ctx, meeting, { from: "group", to: "vote" });
}
