import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { forgetPerson } from "../../../app/forget-person.ts";
import { regionAt } from "../factory.ts";
import { decisionsOfRegion } from "./decisions/queries.ts";
import { choicesOf } from "./queries.ts";

let world: World;
let carol: SignedIn;
let ann: SignedIn;
let stranger: SignedIn;
let slug: string;
let region: string;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2018-03-14T18:00:00Z") });
  await world.loadStarter();
  stranger = await world.person("member", "Stan Stranger");
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  carol = await world.person("member", "Carol Convener");
  const made = await regionAt(await world.ctx(carol.actor));
  ({ slug, id: region } = made);
  ann = await world.give(await world.person("member", "Ann Accountant"), {
    role: "region-member",
    scope: region,
  });
});

const QUESTION = { title: "Our first sector", from: "2015", to: "2016", ownership: "all", level: "sector" };
const CANDIDATES = ["62", "72", "21", "23", "31-33"];
const OWN = ["champions", "groups", "readiness", "local"];

type Form = Record<string, string | string[]>;

async function sent(path: string, form: Form, as = carol): Promise<string> {
  const response = await world.post(path, { form, as });
  if (response.status !== 303)
    throw new Error(`${path}: ${response.status}\n${wrongIn(await response.text())}`);
  return new URL(response.headers.get("location") ?? "", "http://x").pathname;
}
async function refused(path: string, form: Form, as = carol): Promise<string> {
  const response = await world.post(path, { form, as });
  expect(response.status).toBe(422);
  return response.text();
}

const wrongIn = (page: string) =>
  /<section class="problems"[\s\S]*?<\/section>/.exec(page)?.[0] ?? page.slice(0, 3_000);
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
const versionAt = async (path: string, as = carol) => versionOf(await world.page(path, { as }));

/** A choice with its candidates; its path. */
async function begun(question: Form = QUESTION, candidates = CANDIDATES): Promise<string> {
  const path = await sent(`/industry/regions/${slug}/choices`, question);
  const choice = path.replace(/\/candidates$/, "");
  await sent(`${choice}/candidates`, { version: await versionAt(`${choice}/candidates`), candidates });
  return choice;
}

/** The same score for all of them, or another for some. */
function scores(score: number, more: Form = {}): Form {
  const all = CANDIDATES.flatMap((candidate) =>
    OWN.map((own) => [`score.${candidate}.${own}`, String(score)]),
  );
  return { ...Object.fromEntries(all), ...more };
}

/** The fields of the page of weights as they are, with some of them changed. */
async function criteriaForm(choice: string, more: Form): Promise<Form> {
  const page = await world.page(`${choice}/criteria`, { as: carol });
  const fields = [...page.matchAll(/<input[^>]*?name="([^"]+)"[^>]*?>/g)].flatMap(([tag, name]) => {
    if (/type="radio"/.test(tag) && !/checked/.test(tag)) return [];
    return [[name!, /value="([^"]*)"/.exec(tag)?.[1] ?? ""]];
  });
  return { ...Object.fromEntries(fields), ...more };
}

const DECISION = {
  first: "62",
  next: ["72"],
  why: "It has the most jobs, and two chief executives are willing.",
  decidedOn: "2018-03-14",
  launchOn: "2018-10-04",
  shown: "team",
};

async function decided(choice: string, more: Form = {}): Promise<string> {
  return sent(`${choice}/decision`, {
    version: await versionAt(`${choice}/decision`),
    ...DECISION,
    voices: [carol.id],
    [`role-${carol.id}`]: "Convener",
    ...more,
  });
}

describe("the question and the candidates", () => {
  test("periods that are not held, and one candidate alone, are told beside their fields", async () => {
    const page = await refused(`/industry/regions/${slug}/choices`, { ...QUESTION, to: "2031" });
    expect(page).toContain("2031");
    expect(page).toContain('value="Our first sector"');
    const choice = await begun();
    const alone = await refused(`${choice}/candidates`, { version: "2", candidates: ["62"] });
    expect(alone).toContain("Choose at least two");
  });

  test("from after to is refused", async () => {
    const page = await refused(`/industry/regions/${slug}/choices`, {
      ...QUESTION,
      from: "2016",
      to: "2015",
    });
    expect(wrongIn(page)).toContain("must come after");
  });

  test("a county that the figures do not know is named, and nothing begins", async () => {
    const made = await regionAt(await world.ctx(carol.actor), { name: "Capitol", counties: ["09110"] });
    const page = await refused(`/industry/regions/${made.slug}/choices`, QUESTION);
    expect(wrongIn(page)).toContain("Capitol");
  });

  test("named sectors that share industries are warned of", async () => {
    const choice = await begun({ ...QUESTION, level: "named" }, ["healthcare", "behavioral-health"]);
    const page = await world.page(`${choice}/candidates`, { as: carol });
    expect(page).toContain("Two of them share industries");
    expect(page).toContain("must not be added up");
  });
});

describe("what counts", () => {
  test("weights that are all zero are refused beside them, with what was typed", async () => {
    const choice = await begun();
    const zero = Object.fromEntries(
      ["weight-size", "weight-growth", "weight-concentration", "weight-competitiveness", "weight-pay"]
        .concat([0, 1, 2, 3].map((index) => `own-${index}-weight`))
        .map((name) => [name, "0"]),
    );
    const page = await refused(`${choice}/criteria`, await criteriaForm(choice, zero));
    expect(page).toContain("All weights are 0, so nothing would count");
    expect(page).toContain('value="Willing champions"');
  });

  test("a preset fills the form in and keeps nothing before it is saved", async () => {
    const choice = await begun();
    const page = await world.page(`${choice}/criteria?use=pay`, { as: carol });
    expect(page).toMatch(/name="weight-pay"[^>]*value="10"/);
    expect(await world.page(`${choice}/criteria`, { as: carol })).toMatch(/name="weight-pay"[^>]*value="4"/);
  });

  test("other weights can be tried: the order changes, nothing is kept before somebody says so", async () => {
    const choice = await begun();
    const query = (form: Form) =>
      new URLSearchParams(
        Object.entries(form).filter(([name]) => name.startsWith("weight-")) as [string, string][],
      );
    const kept = await world.page(`${choice}/ranking`, { as: carol });
    const fields = Object.fromEntries(
      [...kept.matchAll(/name="(weight-[^"]+)"/g)].map(([, name]) => [name!, "0"]),
    );
    const page = await world.page(`${choice}/ranking?${query({ ...fields, "weight-size": "10" })}`, {
      as: carol,
    });
    expect(page).toContain("Health care and social assistance would be first instead of Mining");
    expect(page).toMatch(/up from \d+ to 1/);
    const keep = /<form[^>]*action="[^"]*\/criteria"[\s\S]*?<\/form>/.exec(page)?.[0] ?? "";
    expect(await world.page(`${choice}/ranking`, { as: carol })).toBe(kept);

    const none = await world.get(`${choice}/ranking?${query(fields)}`, { as: carol });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("All weights are 0");
    const wrong = await world.get(`${choice}/ranking?weight-pay=eleven`, { as: carol });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/value="eleven"/);

    const form = Object.fromEntries(
      [...keep.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    expect(await sent(`${choice}/criteria`, form)).toBe(`${choice}/ranking`);
    expect(await world.page(`${choice}/criteria`, { as: carol })).toMatch(/name="weight-pay"[^>]*value="0"/);
  });

  test("a criterion of the team's own keeps its scores when it is renamed", async () => {
    const choice = await begun();
    await sent(`${choice}/scores`, scores(3, { "note.62.champions": "Two of them" }));
    await sent(`${choice}/criteria`, await criteriaForm(choice, { "own-0-name": "Champions who said yes" }));
    const page = await world.page(`${choice}/scores`, { as: carol });
    expect(page).toContain("Champions who said yes");
    expect(page).toContain('value="Two of them"');
  });

  test("the figures stand beside their points, and what is withheld is never a zero", async () => {
    const choice = await begun({ ...QUESTION, level: "3" }, ["621", "622", "211", "212"]);
    const page = await world.page(`${choice}/ranking`, { as: carol });
    expect(page).toContain("Withheld in part");
    expect(page).toMatch(/between [\d,]+ and [\d,]+|at least [\d,]+/);
  });
});

describe("scoring alone, and then together", () => {
  test("nobody sees the others' scores before giving their own", async () => {
    const choice = await begun();
    await sent(`${choice}/scores`, scores(2, { "note.62.champions": "Nobody has asked them" }), ann);
    const early = await world.get(`${choice}/differences`, { as: carol });
    expect(early.headers.get("location")).toContain("done=first");
    expect(await world.page(choice, { as: carol })).not.toContain("Nobody has asked them");
    await sent(`${choice}/scores`, scores(2, { "score.62.champions": "5", "score.72.local": "3" }));
    const page = await world.page(`${choice}/differences`, { as: carol });
    expect(page).toContain("Nobody has asked them");
    const order = [...page.matchAll(/<h2 id="spread-[^"]+">([^<]+)<\/h2>/g)].map(([, title]) => title);
    expect(order[0]).toMatch(/Willing champions$/);
    expect(order[1]).toMatch(/Local knowledge$/);
  });

  test("who scores twice changes their own scores, is told so, and counts once", async () => {
    const choice = await begun();
    await sent(`${choice}/scores`, scores(2));
    expect(await world.page(`${choice}/scores`, { as: carol })).toContain("You have scored before");
    await sent(`${choice}/scores`, scores(4));
    const page = await world.page(choice, { as: carol });
    expect(page).toContain("The team: 1 has scored");
    expect(page).toContain("Has scored, and changed it since");
  });

  test("a link is one person's, without an account, and a new one ends it", async () => {
    const choice = await begun();
    await sent(`${choice}/scorers`, { name: "Dana Cole", email: "dana@cole.test" });
    const mail = (await world.mails()).findLast(({ to }) => to === "dana@cole.test");
    const link = /\/industry\/scores\/\S+/.exec(mail?.text ?? "")![0];
    const form = await world.page(link);
    expect(form).toContain("This link is for Dana Cole alone");
    expect((await world.post(link, { form: scores(5) })).status).toBe(303);
    expect((await world.post(link, { form: scores(4) })).status).toBe(303);
    const page = await world.page(choice, { as: carol });
    expect(page).toContain("The team: 1 has scored");
    const scorer = /scorers\/([0-9a-f-]{36})\/renewal/.exec(page)![1];
    await world.post(`${choice}/scorers/${scorer}/renewal`, { form: {}, as: carol });
    expect((await world.get(link)).status).toBe(404);
    expect((await world.get(`${link}x`)).status).toBe(404);
  });

  test("nothing scored at all is told, and a score that there is not", async () => {
    const choice = await begun();
    expect(await refused(`${choice}/scores`, {})).toContain("Score at least one of them");
    expect(await refused(`${choice}/scores`, scores(2, { "score.62.local": "9" }))).toContain("from 1 to 5");
  });

  test("two who settle at once: the second is told, and nothing is overwritten", async () => {
    const choice = await begun();
    await sent(`${choice}/scores`, scores(2));
    await sent(`${choice}/scores`, scores(3), ann);
    const version = await versionAt(`${choice}/differences`);
    await sent(`${choice}/differences`, { version, ...scores(2) });
    const second = await world.post(`${choice}/differences`, { form: { version, ...scores(5) }, as: ann });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("Somebody saved this while you were on the page");
  });
});

describe("leaving out in rounds", () => {
  test("each round keeps its reason, and the last can be taken back", async () => {
    const choice = await begun();
    const round = async (criterion: string, dropped: string[], reason: string) => ({
      version: await versionAt(`${choice}/rounds`),
      criterion,
      dropped,
      reason,
    });
    expect(await refused(`${choice}/rounds`, await round("size", ["21"], ""))).toContain(
      "The reason is needed",
    );
    expect(await refused(`${choice}/rounds`, await round("size", [], "None"))).toContain(
      "Choose at least one",
    );
    await sent(`${choice}/rounds`, await round("size", ["31-33"], "Too few jobs to fill a room."));
    expect(await refused(`${choice}/rounds`, await round("size", ["21"], "Again"))).toContain(
      "no round has used",
    );
    await sent(`${choice}/rounds`, await round("growth", ["21"], "A bust year."));
    const page = await world.page(`${choice}/rounds`, { as: carol });
    expect(page).toContain("Too few jobs to fill a room.");
    expect(page).toContain("3 remain");
    await sent(`${choice}/rounds/undo`, { version: versionOf(page) });
    expect(await world.page(`${choice}/rounds`, { as: carol })).not.toContain("A bust year.");
  });
});

describe("the decision", () => {
  test("freezes what it stands on, and reads the same when region, figures' names and people's minds change", async () => {
    const choice = await begun();
    await sent(`${choice}/scores`, scores(4));
    await sent(`${choice}/differences`, { version: await versionAt(`${choice}/differences`), ...scores(4) });
    const decision = await decided(choice, {
      "other-0-name": "Dana Cole",
      "other-0-role": "Champion, Sheridan Memorial Hospital",
      "dissent-0-name": "Ed Otter",
      "dissent-0-words": "Tourism would help Buffalo sooner.",
    });
    const before = await world.page(decision, { as: carol });
    expect(before).toContain("Health care and social assistance first");
    for (const words of [
      "Carol Convener, Convener",
      "Dana Cole, Champion",
      "Tourism would help Buffalo sooner.",
    ])
      expect(before).toContain(words);
    expect(before).toContain("October 4, 2018");
    await sent(`/industry/regions/${slug}/edit`, {
      name: "Bighorns",
      counties: "56019\n56033\n56005",
      note: "",
      shown: "team",
      version: "1",
    });
    const after = await world.page(decision, { as: carol });
    expect(after).toContain("Sheridan and Johnson: Health care and social assistance first");
    expect(after).not.toContain("Campbell");
  });

  test("the database refuses to change or to delete it, and its voices", async () => {
    const decision = (await decided(await begun())).split("/").pop()!;
    const { db } = await world.ctx();
    await expect(
      db
        .updateTable("sector_decisions")
        .set({ record: "{}" } as never)
        .where("id", "=", decision)
        .execute(),
    ).rejects.toThrow("never changed");
    await expect(db.deleteFrom("sector_decisions").where("id", "=", decision).execute()).rejects.toThrow();
    await expect(
      db
        .updateTable("decision_voices")
        .set({ name: "Somebody Else" })
        .where("decision", "=", decision)
        .execute(),
    ).rejects.toThrow("never changed");
  });

  test("what is missing is told beside its field, and a choice that is decided is not decided twice", async () => {
    const choice = await begun();
    const page = await refused(`${choice}/decision`, {
      version: "2",
      decidedOn: "2019-01-01",
      shown: "team",
    });
    for (const words of [
      "Choose the sector that you begin with",
      "Say who agreed",
      "has not come yet",
      "Why this one first is needed",
    ])
      expect(page).toContain(words);
    await decided(choice);
    const again = await world.post(`${choice}/decision`, { form: { ...DECISION, version: "3" }, as: carol });
    expect(again.status).toBe(409);
    expect((await world.post(`${choice}/scores`, { form: scores(1), as: ann })).status).toBe(409);
  });

  test("its team reads it, others do not find it; shown to everyone, everyone does", async () => {
    const decision = await decided(await begun());
    const parts = [
      "",
      "/decision.pdf",
      "/decision.json",
      "/figures.csv",
      "/fact-sheet",
      "/fact-sheet.pdf",
      "/versions",
    ];
    for (const part of parts) {
      expect((await world.get(decision + part, { as: ann })).status).toBe(200);
      expect((await world.get(decision + part, { as: stranger })).status).toBe(404);
      expect((await world.get(decision + part)).status).toBe(404);
    }
    await sent(`${decision}/sharing`, { version: "1", shown: "state" });
    const lead = await world.give(await world.person("member", "Lea Lead"), {
      role: "state-lead",
      scope: "wy",
    });
    expect((await world.get(decision, { as: lead })).status).toBe(200);
    expect((await world.get(decision, { as: stranger })).status).toBe(404);
    const stale = await world.post(`${decision}/sharing`, {
      form: { version: "1", shown: "everyone" },
      as: ann,
    });
    expect(stale.status).toBe(409);
    await sent(`${decision}/sharing`, { version: "2", shown: "everyone" });
    expect((await world.get(decision)).status).toBe(200);
    expect(await world.page("/sitemap.xml")).toContain(decision);
  });

  test("the search finds a decision that everyone may read, in its newest version, and no other", async () => {
    const why = "Zymurgy runs in our families, says a brewer.";
    const found = async (as?: SignedIn) => {
      const page = await world.page("/search?q=zymurgy+families", as ? { as } : {});
      return [...page.matchAll(/href="(\/industry\/decisions\/[^"]+)"/g)].map(([, href]) => href);
    };
    const decision = await decided(await begun(), { why });
    for (const reader of [undefined, stranger, carol]) expect(await found(reader)).toEqual([]);
    await sent(`${decision}/sharing`, { version: "1", shown: "state" });
    expect(await found()).toEqual([]);
    await sent(`${decision}/sharing`, { version: "2", shown: "everyone" });
    expect(await found()).toEqual([decision]);
    expect(await world.page("/search?q=zymurgi")).toContain("Sheridan and Johnson: ");

    const again = await sent(`${decision}/reopening`, {});
    const newer = await decided(again, { why, shown: "everyone" });
    expect(await found()).toEqual([newer]);
    await sent(`${newer}/sharing`, { version: "1", shown: "team" });
    expect(await found()).toEqual([decision]);
    await sent(`${decision}/sharing`, { version: "3", shown: "team" });
    expect(await found()).toEqual([]);
  });

  test("somebody not of the team cannot take it up again; the team can, and it becomes a new version", async () => {
    const decision = await decided(await begun(), { shown: "everyone" });
    const refusal = await world.post(`${decision}/reopening`, { form: {}, as: stranger });
    expect(refusal.status).toBe(403);
    const choice = await sent(`${decision}/reopening`, {}, ann);
    expect(await sent(`${decision}/reopening`, {})).toBe(choice);
    const second = await decided(choice, { first: "72", next: [], why: "Two hotels opened." });
    const old = await world.page(decision, { as: carol });
    expect(old).toContain("There is a newer version");
    expect(old).toContain("Health care and social assistance first");
    const versions = await world.page(`${second}/versions`, { as: carol });
    expect(versions).toContain("Version 1 and version 2");
    expect(versions).toContain("Two hotels opened.");
    // Others see only as many versions as they may read.
    expect(await world.page(`${decision}/versions`)).not.toContain("Two hotels opened.");
    expect((await world.post(`${decision}/reopening`, { form: {}, as: carol })).status).toBe(409);
  });

  test("a region on which something was decided stays", async () => {
    await decided(await begun());
    const response = await world.post(`/industry/regions/${slug}/removal`, { form: {}, as: carol });
    expect(response.status).toBe(409);
  });

  test("as data it says withheld as null with bounds, and as a table it leaves it empty", async () => {
    const decision = await decided(await begun({ ...QUESTION, level: "3" }, ["621", "622", "211", "212"]), {
      first: "622",
      next: [],
    });
    const json = JSON.parse(await world.page(`${decision}/decision.json`, { as: carol }));
    const hidden = json.rows.find(({ jobs1 }: { jobs1: { value: number | null } }) => jobs1.value === null);
    expect(hidden.withheldCounties).toBeGreaterThan(0);
    expect(hidden.jobs1.high).toBeGreaterThan(hidden.jobs1.low);
    const csv = await world.page(`${decision}/figures.csv`, { as: carol });
    expect(csv.split("\r\n")).toHaveLength(6);
  });
});

describe("what goes out", () => {
  test("the sheet of facts has what the decision froze, and the team's own words", async () => {
    const decision = await decided(await begun(), { shown: "everyone" });
    const sheet = await world.page(`${decision}/fact-sheet`);
    expect(sheet).toContain("jobs in Health care and social assistance, 2016");
    expect(sheet).toContain("The launch is on October 4, 2018.");
    await sent(`${decision}/fact-sheet/words`, {
      version: "0",
      ask: "Come on October 4.",
      contact: "Carol, 307-555-0100",
    });
    expect(await world.page(`${decision}/fact-sheet`)).toContain("Carol, 307-555-0100");
    const late = await world.post(`${decision}/fact-sheet/words`, {
      form: { version: "0", ask: "Another", contact: "" },
      as: ann,
    });
    expect(late.status).toBe(409);
    expect((await world.get(`${decision}/fact-sheet/words`, { as: stranger })).status).toBe(403);
  });

  test("a happening begins with its facts and the PDF, and goes the way of all others", async () => {
    const decision = await decided(await begun());
    const page = await (await world.post(`${decision}/happening`, { form: {}, as: carol })).text();
    const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, unescaped(value!)] as const,
    );
    const form = Object.fromEntries(fields);
    expect(form.act).toBe("attach");
    const share = await world.post("/share", { form, files: [], as: carol });
    expect(share.status).toBe(200);
    const filled = await share.text();
    expect(filled).toContain("Sheridan and Johnson begins with Health care and social assistance");
    expect(filled).toContain(".pdf");
    const sent = await world.post("/share", {
      form: {
        ...form,
        act: "send",
        credit: "The team",
        license: "cc-by",
        consent: "yes",
        role: "",
        organization: "",
      },
      files: [],
      as: carol,
    });
    expect([sent.status, wrongIn(await sent.text())]).toEqual([303, ""]);
  });
});

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

test("somebody who asks to be forgotten leaves their points and nothing of their own", async () => {
  const choice = await begun();
  await sent(`${choice}/scores`, scores(2, { "note.62.local": "I heard it at the bank" }), ann);
  await sent(`${choice}/scores`, scores(4));
  const decision = await decided(choice, {
    voices: [carol.id, ann.id],
    "dissent-0-name": ann.name,
    "dissent-0-words": "I would begin with hotels.",
    shown: "everyone",
  });
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const lines = await forgetPerson(ctx, world.house.features, ann.email);
  expect(lines.join()).toContain("scores and decisions on sectors");
  const page = await world.page(decision);
  for (const gone of [ann.name, "I would begin with hotels.", "I heard it at the bank"])
    expect(page).not.toContain(gone);
  expect(page).toContain("Somebody who asked to be forgotten");
  expect(page).toContain("Carol Convener");
});

test("lists ask the database as often for one as for three", async () => {
  const ctx = await world.ctx(carol.actor);
  const count = () =>
    countQueries(async () => {
      await choicesOf(ctx, region);
      await decisionsOfRegion(ctx, region);
    });
  await decided(await begun());
  const one = await count();
  await decided(await begun());
  await begun();
  expect(await count()).toBe(one);
});
