import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { partnershipAt } from "../../factory.ts";
import { STAGES, stepsFrom } from "../../stages.ts";
import { tendedById } from "../queries.ts";
import { stageHistory } from "./queries.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

async function partnership(given: Parameters<typeof partnershipAt>[1]) {
  const page = await partnershipAt(await world.ctx({ kind: "system", name: "Test" }), given);
  const now = async () => (await tendedById(await world.ctx(), page.id))!;
  const { stage, stageSince } = await now();
  const form = { from: stage as string, fromSince: stageSince ?? "", to: "", since: "", word: "" };
  return {
    ...page,
    now,
    move: (more: Partial<typeof form> & { outOfOrder?: string }) =>
      world.post(`/partnerships/${page.slug}/tend/stage`, { as: editor, form: { ...form, ...more } }),
  };
}

test("every stage can be left, and nobody moves to one that is not told", () => {
  for (const stage of STAGES) {
    const { forward, withAWord } = stepsFrom(stage);
    expect(forward.length).toBeGreaterThan(0);
    expect([...forward, ...withAWord]).not.toContain("unknown");
    expect([...forward, ...withAWord]).not.toContain(stage);
  }
});

describe("a partnership's stage", () => {
  test("moves forward with its date, and the launch becomes a milestone", async () => {
    const one = await partnership({ name: "Forward", stage: "launching", since: "2018-03" });
    expect((await one.move({ to: "active", since: "October 4, 2018", word: "Forty came." })).status).toBe(
      303,
    );
    const { stage, stageSince, content, version } = await one.now();
    expect([stage, stageSince, version]).toEqual(["active", "2018-10-04", 2]);
    expect(content.milestones).toMatchObject([{ kind: "launch", on: "2018-10-04", note: "Forty came." }]);
    const history = await stageHistory(await world.ctx(), one.id);
    expect(history.map(({ stage, byName }) => [stage, byName])).toEqual([
      ["active", "Edith Editor"],
      ["launching", "Test"],
    ]);
    expect(await world.page(`/partnerships/${one.slug}`)).toContain("Forty came.");
    expect(await world.page("/desk/audit", { as: editor })).toContain(
      "moved “Forward” from launching to active, since October 4, 2018",
    );
  });

  test("moves back only with a word, said at its field", async () => {
    const one = await partnership({ name: "Backward", stage: "active", since: "2018" });
    const silent = await one.move({ to: "launching", since: "2019" });
    const html = await silent.text();
    expect(silent.status).toBe(422);
    expect(html).toContain("From active to launching is a step back. Say in a word why.");
    expect(html).toContain('href="#field-word"');
    expect((await one.now()).stage).toBe("active");
    expect((await one.move({ to: "launching", since: "2019", word: "It had been too early." })).status).toBe(
      303,
    );
    expect((await one.now()).stage).toBe("launching");
  });

  test("rests and ends with a word, and comes back as relaunched with a milestone", async () => {
    const one = await partnership({ name: "Resting", stage: "active", since: "2018" });
    expect(await (await one.move({ to: "paused", since: "2020" })).text()).toContain("why it rests");
    await one.move({ to: "paused", since: "2020", word: "The convener left." });
    const again = { from: "paused", fromSince: "2020" };
    await one.move({ ...again, to: "relaunched", since: "2022-06" });
    const { stage, content } = await one.now();
    expect([stage, content.milestones.map(({ kind, on }) => [kind, on])]).toEqual([
      "relaunched",
      [["relaunch", "2022-06"]],
    ]);
  });

  test.each([
    ["no date", { since: "" }, "Say since when"],
    ["a date to come", { since: "2026-06" }, "This is still to come"],
    ["a date before the stage before", { since: "2017" }, "It was active since 2018"],
    ["a date that no calendar has", { since: "2019-02-30" }, "should read like 2018, 2018-03 or 2018-03-14"],
    ["no stage", { to: "unknown" }, "Choose the stage it is at now."],
  ])("with %s is refused with words, and stays", async (_what, more, words) => {
    const one = await partnership({ name: "Refused", stage: "active", since: "2018" });
    const answer = await one.move({ to: "paused", since: "2019", word: "Because.", ...more });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect((await one.now()).stage).toBe("active");
  });

  test("does not launch before its academy, unless a word and a tick say so", async () => {
    const one = await partnership({
      name: "Early",
      stage: "launching",
      milestones: [{ id: "a", kind: "academy", title: "Academy", on: "2018-03" }],
    });
    const early = { to: "active", since: "2018-01" };
    const refused = await one.move({ ...early, word: "We could not wait." });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(
      "The launch is dated January 2018, and the academy that comes before it March 2018.",
    );
    expect((await one.move({ ...early, word: "We could not wait.", outOfOrder: "yes" })).status).toBe(303);
  });

  test("stays with another date, and its launch is dated with it", async () => {
    const one = await partnership({
      name: "Corrected",
      stage: "active",
      since: "2018",
      milestones: [{ id: "l", kind: "launch", title: "Launch", on: "2018" }],
    });
    expect(await (await one.move({ to: "active", since: "2018-10" })).text()).toContain(
      "why the date changes",
    );
    await one.move({ to: "active", since: "2018-10", word: "Found the invitation." });
    const { stageSince, content } = await one.now();
    expect([stageSince, content.milestones[0]?.on]).toEqual(["2018-10", "2018-10"]);
  });

  test("that two move at once moves once, and the second is told", async () => {
    const one = await partnership({ name: "Twice moved", stage: "active", since: "2018" });
    const both = await Promise.all([
      one.move({ to: "paused", since: "2020", word: "It rests." }),
      one.move({ to: "closed", since: "2020", word: "It ended." }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(await late?.text()).toContain("Somebody saved this while you were on the page");
  });
});
