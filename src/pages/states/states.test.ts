import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { happeningAt } from "#features/happenings/factory.ts";
import { publishHappening } from "#features/happenings/review/actions.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { allStates } from "#features/places/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";

let world: World;
let editor: SignedIn;
const system = () => world.ctx({ kind: "system", name: "Test" });

async function publish(title: string, state: string, partnership = "") {
  const ctx = await system();
  const id = await happeningAt(ctx, "received", { title, state, partnership });
  const seen = { version: 1, stage: "received" as const };
  await publishHappening(ctx, id, seen, { id: editor.id, name: editor.name });
}

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

describe("a state's page", () => {
  test("tells its whole story: words, partnerships on the map, happenings, academies, investment, sponsors", async () => {
    await partnershipAt(await system(), {
      name: "Platte Valley Healthcare Partnership",
      since: "2018-10",
      milestones: [
        { id: "m1", kind: "academy", title: "The state’s first academy", on: "2018-03", source: "A report" },
      ],
    });
    await partnershipAt(await system(), {
      name: "Panhandle Builders",
      counties: [],
      countiesKnown: "unknown",
    });
    await publish("Nurses stay in Kearney", "ne", "Platte Valley Healthcare Partnership");
    await publish("Welders start", "ne", "A Partnership Without a Page");
    await world.post("/states/ne/edit", {
      as: editor,
      form: {
        intro: "Nebraska began with **healthcare**.",
        version: "0",
        "link-0-name": "The state’s own page",
        "link-0-url": "https://nebraska.test/",
        "source-0-name": "A report of the state",
        act: "save",
      },
    });
    await world.post("/desk/affiliates", {
      as: editor,
      form: {
        name: "Nebraska",
        kind: "state",
        state: "ne",
        joinedOn: "2018",
        "lead-0-organization": "Labor Office",
      },
    });
    await world.post("/desk/investments", {
      as: editor,
      form: {
        investor: "State of Nebraska",
        state: "ne",
        dollars: "400000",
        purpose: "Starting.",
        cameOfIt: "Two partnerships.",
        sourceName: "The budget",
      },
    });
    await world.post("/desk/sponsors", {
      as: editor,
      form: {
        name: "Good Life Fund",
        tier: "founding",
        season: "",
        paragraph: "Thanks.",
        url: "",
        state: "ne",
        logoAlt: "",
      },
      files: [],
    });
    const page = await world.page("/states/ne");
    for (const words of [
      "<strong>healthcare</strong>",
      'href="/partnerships/platte-valley-healthcare-partnership"',
      "since October 2018",
      "Panhandle Builders",
      "Not on the map, because their counties are not told yet",
      "Happenings also name A Partnership Without a Page.",
      "Nurses stay in Kearney",
      "The state’s first academy",
      "$400,000, from one investment.",
      "Two partnerships.",
      "with the model since 2018",
      "Led by Labor Office",
      "Good Life Fund",
      "https://nebraska.test/",
      "A report of the state",
    ])
      expect(page, words).toContain(words);
    expect(page).toContain('aria-label="1. Platte Valley Healthcare Partnership: ');
  });

  test("says kindly that nothing is there yet", async () => {
    const page = await world.page("/states/ia");
    expect(page).toContain("Nothing from Iowa yet");
    expect(page).not.toContain("Investment, and");
  });

  test("names its lead only when the lead's own profile is public", async () => {
    await world.give(await world.person("member", "Quinn Quiet"), { role: "state-lead", scope: "ks" });
    const page = await world.page("/states/ks");
    expect(page).toContain("This state has a lead, who is not named in public.");
    expect(page).not.toContain("Quinn Quiet");
  });

  test("costs the same number of queries for one of everything and for three", async () => {
    const fill = async (state: string, count: number) => {
      for (let number = 1; number <= count; number += 1) {
        await partnershipAt(await system(), {
          name: `Partnership ${state} ${number}`,
          states: [state],
          counties: [],
        });
        await publish(`Happening ${state} ${number}`, state);
        await world.post("/desk/affiliates", {
          as: editor,
          form: { name: `Board ${state} ${number}`, kind: "organization", state },
        });
        await world.post("/desk/investments", {
          as: editor,
          form: { investor: `Fund ${state} ${number}`, state, purpose: "Rooms.", sourceName: "News" },
        });
        await world.give(await world.person("member"), { role: "state-lead", scope: state });
      }
    };
    await fill("vt", 1);
    await fill("nh", 3);
    // What every state's page needs alike is read once until something changes; each state's own is counted.
    await world.page("/states/me");
    const few = await countQueries(() => world.page("/states/vt"));
    expect(await countQueries(() => world.page("/states/nh"))).toBe(few);
  });

  test("stays within 50 KB for the largest states with many partnerships, and leads to all of them", async () => {
    const { countiesOf } = await import("#features/places/counties/counties.ts");
    for (const code of ["tx", "ga"]) {
      const counties = countiesOf(code).map(({ fips }) => fips);
      for (let number = 0; number < 30; number += 1)
        await partnershipAt(await system(), {
          name: `Region ${number} Manufacturing Partnership`,
          states: [code],
          counties: counties.slice(number * 5, number * 5 + 7),
        });
      const page = await world.page(`/states/${code}`);
      expect(page).toContain("All 30 partnerships");
      expect(Buffer.byteLength(page), code).toBeLessThan(50 * 1024);
    }
  });
});

describe("the list of states", () => {
  test("counts partnerships and happenings, and shows either on the map", async () => {
    const page = await world.page("/states");
    expect(page).toContain('Nebraska</a><span class="count">2 partnerships, 2 happenings</span>');
    expect(page).toContain('aria-label="Nebraska: 2 partnerships"');
    expect(await world.page("/states?by=happenings")).toContain('aria-label="Nebraska: 2 happenings"');
  });

  test("costs the same number of queries, however many states have something", async () => {
    await world.page("/states");
    const few = await countQueries(() => world.page("/states?again"));
    await partnershipAt(await system(), { name: "One more", states: ["me"], counties: [] });
    expect(await countQueries(() => world.page("/states"))).toBe(few);
  });
});

describe("a state lead's desk", () => {
  test("shows each partnership with its stage, its last word, its last happening and what its page lacks", async () => {
    const lead = await world.give(await world.person("member", "Lena Lead"), {
      role: "state-lead",
      scope: "ne",
    });
    const page = await world.page("/states/ne/lead", { as: lead });
    for (const words of [
      "Your desk for Nebraska",
      "May 4, 2026. 2 partnerships",
      "Active since October 2018",
      "Nurses stay in Kearney",
      "Nobody looks after its page, no convener named, no champion named",
      "counties not told",
      "Lena Lead",
      'href="/states/ne/edit"',
    ])
      expect(page, words).toContain(words);
    expect(page).not.toContain("/states/ne/review");
    expect(page).not.toContain("/desk/states/ne");
    expect(page).toContain('<a href="/states/ne/lead">Nebraska</a>');
  });

  test("marks what has been quiet for half a year, and who has it in hand is no longer alone", async () => {
    const { id } = await partnershipAt(await system(), {
      name: "Quiet Partnership",
      states: ["mt"],
      counties: [],
    });
    const lead = await world.give(await world.person("member"), { role: "state-lead", scope: "mt" });
    await world.give(await world.person("member"), { role: "partnership-editor", scope: id });
    expect(await world.page("/states/mt/lead", { as: lead })).not.toContain("for half a year");
    const now = world.clock.now();
    world.clock.set(new Date(now.getTime() + 200 * 86_400_000));
    const late = await world.give(await world.person("member"), { role: "state-lead", scope: "mt" });
    const page = await world.page("/states/mt/lead", { as: late });
    world.clock.set(now);
    expect(page).toContain("1 without a word for half a year");
    expect(page).toContain("6 months ago");
    expect(page).not.toContain("obody looks after its page");
  });

  test("tells a lead how many updates wait, and shows them to those who publish alone", async () => {
    await happeningAt(await system(), "received", { state: "wy", title: "Not yet public" });
    const lead = await world.give(await world.person("member"), { role: "state-lead", scope: "wy" });
    const publisher = await world.give(await world.person("member"), { role: "state-editor", scope: "wy" });
    const led = await world.page("/states/wy/lead", { as: lead });
    expect(led).toContain("1 update from Wyoming waits for the editors");
    expect(led).not.toContain("Not yet public");
    const published = await world.page("/states/wy/lead", { as: publisher });
    expect(published).toContain("Not yet public");
    expect(published).toContain("/states/wy/review");
  });

  test("is for this state's leads and editors", async () => {
    const member = await world.person("member");
    const other = await world.give(await world.person("member"), { role: "state-lead", scope: "ks" });
    for (const as of [member, other]) expect((await world.get("/states/ne/lead", { as })).status).toBe(403);
    expect((await world.get("/states/ne/lead", { as: editor })).status).toBe(200);
    expect((await world.get("/states/ne/lead")).headers.get("location")).toMatch(/^\/sign-in/);
  });

  test("costs the same number of queries for one partnership and for three", async () => {
    const count = (code: string) => countQueries(() => world.page(`/states/${code}/lead`, { as: editor }));
    await count("vt");
    expect(await count("nh")).toBe(await count("vt"));
  });
});

test("with starter content every told state has its words and sources, and none is over 50 KB", async () => {
  const fresh = await openWorld();
  try {
    expect(await fresh.page("/states")).toContain("No state has shared anything yet");
    await fresh.loadStarter();
    expect(await fresh.page("/states/or")).toContain("founding sponsor of the community");
    expect(await fresh.page("/states/or")).toContain("more than $1.6 million");
    for (const { code } of allStates())
      expect(Buffer.byteLength(await fresh.page(`/states/${code}`)), code).toBeLessThan(50 * 1024);
  } finally {
    await fresh.close();
  }
});
