import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { forgetPerson } from "../../../app/forget-person.ts";
import { publishSet, settledAt } from "../factory.ts";
import { personalAnswers } from "../personal-answers.ts";
import { assessmentsSharedWithState, publicAssessment } from "../public.ts";
import { openAssessmentOf, settledOf } from "../queries.ts";

let world: World;
let system: Ctx;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  system = await world.ctx({ kind: "system", name: "Test" });
  await publishSet(system);
  editor = await world.person("editor");
}, 60_000);
afterAll(() => world.close());

interface Team {
  id: string;
  slug: string;
  /** Where its indicators stand. */
  path: string;
  maria: SignedIn;
  sam: SignedIn;
}

let teams = 0;

/** A partnership of its own with two who look after it. */
async function makeTeam(): Promise<Team> {
  teams += 1;
  const { id, slug } = await partnershipAt(system, { name: `Valley Partnership ${teams}` });
  const grant = { role: "partnership-editor", scope: id } as const;
  return {
    id,
    slug,
    path: `/partnerships/${slug}/indicators`,
    maria: await world.give(await world.person("member", "Maria Ortiz"), grant),
    sam: await world.give(await world.person("member", "Sam Lee"), grant),
  };
}

async function opened(team: Team, heldOn = "2026-05-01"): Promise<string> {
  const response = await world.post(team.path, { as: team.maria, form: { heldOn, note: "" } });
  return response.headers.get("location") ?? "";
}

const levels = (region: string, businessLed: string, note = "") => ({
  "level-region": region,
  "note-region": note,
  "level-business-led": businessLed,
});

const post = (path: string, as: SignedIn | undefined, form: Record<string, string>) =>
  world.post(path, { ...(as ? { as } : {}), form });

/** The version that the forms of an open one carry. */
async function versionAt(path: string, as: SignedIn): Promise<string> {
  return /name="version" value="(\d+)"/.exec(await world.page(path, { as }))?.[1] ?? "";
}

async function linkFor(team: Team, path: string, name: string): Promise<string> {
  await post(`${path}/invitations`, team.maria, { name, email: "" });
  const page = await world.page(path, { as: team.maria });
  return /commons\.test(\/indicators\/answer\/[^<]+)</.exec(page.slice(page.indexOf(name)))?.[1] ?? "";
}

describe("opening one", () => {
  test("asks for a day that has come, in words, and keeps the note", async () => {
    const team = await makeTeam();
    for (const [heldOn, sentence] of [
      ["2026-05-05", "This day has not come yet"],
      ["2026-02-30", "Give the day on which you look at it together"],
      ["", "Give the day on which you look at it together"],
      ["1962-01-01", "Choose a day from the year 2000 on"],
    ]) {
      const response = await post(team.path, team.maria, { heldOn: heldOn!, note: "At the clinic" });
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain(sentence);
      expect(page).toContain("At the clinic");
    }
    expect(await openAssessmentOf(system, team.id)).toBeUndefined();
  });

  test("twice, or by two at once, opens one", async () => {
    const team = await makeTeam();
    const form = { heldOn: "2026-05-01", note: "" };
    const both = await Promise.all([post(team.path, team.maria, form), post(team.path, team.sam, form)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[0]?.headers.get("location")).toBe(both[1]?.headers.get("location"));
  });

  test("today counts by the clock of the site, not by Greenwich", async () => {
    const team = await makeTeam();
    const before = world.clock.now();
    world.clock.set(new Date("2026-05-05T03:00:00Z"));
    const zone = system.site.timeZone;
    const response = await post(team.path, team.maria, { heldOn: "2026-05-05", note: "" });
    world.clock.set(before);
    expect(response.status).toBe(zone === "UTC" ? 303 : 422);
  });

  test("by mistake can be taken away while it is open", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    expect((await post(`${path}/removal`, team.sam, {})).status).toBe(303);
    expect(await openAssessmentOf(system, team.id)).toBeUndefined();
    expect((await world.get(path, { as: team.maria })).status).toBe(404);
  });
});

describe("answering", () => {
  test("without a level is told at the indicator, and keeps the rest", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    const response = await post(`${path}/answer`, team.maria, {
      "level-region": "3",
      "note-region": "Two counties are missing",
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("Choose a level for “The business-led”");
    expect(page).toContain("Two counties are missing");
    expect(page).toMatch(/value="3"[^>]* checked/);
  });

  test("others' answers are not shown until one has answered", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/answer`, team.maria, levels("1", "unsure", "Only-Maria-saw-this"));
    for (const page of ["", "/answer"])
      expect(await world.page(path + page, { as: team.sam })).not.toContain("Only-Maria-saw-this");
    for (const page of ["/differences", "/team-answer"]) {
      const response = await world.get(path + page, { as: team.sam });
      expect(response.headers.get("location")).toBe(`${path}?done=first`);
    }
    await post(`${path}/answer`, team.sam, levels("4", "2"));
    expect(await world.page(`${path}/differences`, { as: team.sam })).toContain("Only-Maria-saw-this");
  });

  test("the largest difference stands first, with something to talk about", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/answer`, team.maria, levels("2", "1"));
    await post(`${path}/answer`, team.sam, levels("2", "4"));
    const page = await world.page(`${path}/differences`, { as: team.maria });
    expect(page.indexOf("The business-led</h2>")).toBeLessThan(page.indexOf("The region</h2>"));
    expect(page).toContain("3 levels apart");
    expect(page).toContain("You see this very differently");
    expect(page).toContain("You agree");
  });

  test("sent twice it is one answer; another one by the same person is refused, and the first stays", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    const once = levels("2", "3", "As I see it");
    const both = await Promise.all([
      post(`${path}/answer`, team.maria, once),
      post(`${path}/answer`, team.maria, once),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await post(`${path}/answer`, team.maria, levels("4", "4"))).status).toBe(409);
    const page = await world.page(`${path}/differences`, { as: team.maria });
    expect(page.split("<main")[1]?.match(/<b>Maria Ortiz<\/b>/g)).toHaveLength(2);
    expect(page).toContain("As I see it");
  });

  test("again is possible for oneself, and for nobody else with an account", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/answer`, team.maria, levels("2", "3"));
    await post(`${path}/answer`, team.sam, levels("1", "1"));
    const rows = await system.db
      .selectFrom("assessment_respondents")
      .select(["id", "person"])
      .where("person", "in", [team.maria.id, team.sam.id])
      .execute();
    const of = (person: SignedIn) => rows.find((row) => row.person === person.id)!.id;
    expect((await post(`${path}/respondents/${of(team.sam)}/again`, team.maria, {})).status).toBe(403);
    expect((await post(`${path}/respondents/${of(team.maria)}/again`, team.maria, {})).status).toBe(303);
    expect((await post(`${path}/answer`, team.maria, levels("4", "3"))).status).toBe(303);
  });

  test("what the partnership's page says stands beside the question, and names nobody", async () => {
    const { id, slug } = await partnershipAt(system, {
      champions: [
        {
          id: "c1",
          person: { name: "Secret Champion" },
          consent: { how: "on paper", on: "2026-01-01", recordedBy: "Maria" },
        },
      ],
    });
    const maria = await world.give(await world.person("member"), { role: "partnership-editor", scope: id });
    const path = await opened({ id, slug, path: `/partnerships/${slug}/indicators`, maria, sam: maria });
    const page = await world.page(`${path}/answer`, { as: maria });
    expect(page).toContain("1 business champion named on the page.");
    expect(page).not.toContain("Secret Champion");
  });
});

describe("a link for somebody without an account", () => {
  test("is mailed or shown, opens the questions, and takes one answer", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/invitations`, team.maria, { name: "Dana Cole", email: "Dana@cole.test" });
    const mail = (await world.mails()).find(({ to }) => to === "dana@cole.test")!;
    const link = /http:\/\/commons\.test(\/indicators\/answer\/\S+)/.exec(mail.text)?.[1] ?? "";
    const asked = await world.get(link);
    expect(asked.headers.get("referrer-policy")).toBe("same-origin");
    expect(asked.headers.get("cache-control")).toContain("no-store");
    expect(await asked.text()).toContain("This link is for Dana Cole");
    expect((await post(link, undefined, levels("4", "4"))).status).toBe(303);
    const another = await post(link, undefined, levels("1", "1"));
    expect(another.status).toBe(409);
    expect(await another.text()).toContain("There was an answer already");
    expect(await world.page(link)).toContain("Thank you");
    // Whoever was mailed a link is not shown to have one: only the mailbox has it.
    expect(await world.page(path, { as: team.maria })).not.toContain(link);
  });

  test("shows nobody else's answers", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/answer`, team.maria, levels("1", "1", "Not-for-guests"));
    const link = await linkFor(team, path, "Lee Wong");
    await post(link, undefined, levels("4", "4"));
    expect(await world.page(link)).not.toContain("Not-for-guests");
    expect((await world.get(`${path}/differences`)).headers.get("location")).toContain("/sign-in");
  });

  test("forged, cut short, withdrawn or renewed opens nothing", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    const link = await linkFor(team, path, "Lee Wong");
    const other = await linkFor(team, path, "Ola Berg");
    const [, , , id, token] = link.split("/");
    for (const wrong of [
      link.slice(0, -1),
      `/indicators/answer/${id}/${other.split("/")[4]}`,
      `/indicators/answer/x/${token}`,
    ])
      expect((await world.get(wrong)).status).toBe(404);
    await post(`${path}/respondents/${id}/withdrawal`, team.sam, {});
    expect((await world.get(link)).status).toBe(404);
    await post(other, undefined, levels("2", "2"));
    await post(`${path}/respondents/${other.split("/")[3]}/again`, team.maria, {});
    expect((await world.get(other)).status).toBe(404);
  });

  test("an address is asked once, and too long a team is told", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    const ask = (email: string) => post(`${path}/invitations`, team.maria, { name: "Dana Cole", email });
    expect((await ask("once@cole.test")).status).toBe(303);
    const twice = await ask("ONCE@cole.test");
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain("asked already");
    expect((await ask("no address")).status).toBe(422);
  });
});

describe("the team's answer", () => {
  async function answeredByBoth(): Promise<Team & { open: string }> {
    const team = await makeTeam();
    const open = await opened(team);
    await post(`${open}/answer`, team.maria, levels("2", "1"));
    await post(`${open}/answer`, team.sam, levels("2", "4"));
    return { ...team, open };
  }

  test("set by two at once: the second is told, sees both, and nothing is overwritten", async () => {
    const { open, maria, sam } = await answeredByBoth();
    const version = await versionAt(`${open}/team-answer`, maria);
    expect((await post(`${open}/team-answer`, maria, { ...levels("2", "2"), version })).status).toBe(303);
    const second = await post(`${open}/team-answer`, sam, { ...levels("3", "4", "Sam’s words"), version });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain("Somebody saved this while you were on the page");
    expect(page).toContain("Sam’s words");
    expect(page).toMatch(/The business-led<\/dt><dd[^>]*>Beginning/);
    const again = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
    expect((await post(`${open}/team-answer`, sam, { ...levels("3", "4"), version: again })).status).toBe(
      303,
    );
  });

  test("may be kept in part, and is settled only when it is whole", async () => {
    const { open, maria } = await answeredByBoth();
    const version = await versionAt(`${open}/team-answer`, maria);
    await post(`${open}/team-answer`, maria, { "level-region": "2", version });
    expect(await world.page(`${open}/settlement`, { as: maria })).toContain("One is still open");
    const early = await post(`${open}/settlement`, maria, {
      version: String(Number(version) + 1),
      sharedWith: "public",
    });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain("The team has not chosen yet on “The business-led”.");
  });

  test("once settled stays as it is, for everybody who comes late", async () => {
    const team = await answeredByBoth();
    const { open, maria, sam } = team;
    const link = await linkFor(team, open, "Late Lee");
    const version = await versionAt(`${open}/team-answer`, maria);
    await post(`${open}/team-answer`, maria, { ...levels("2", "unsure"), version });
    const settle = { version: String(Number(version) + 1), sharedWith: "partnership" };
    const both = await Promise.all([
      post(`${open}/settlement`, maria, settle),
      post(`${open}/settlement`, sam, settle),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 303]);
    const late = { ...levels("4", "4"), version: String(Number(version) + 2) };
    expect((await post(`${open}/answer`, sam, late)).status).toBe(409);
    expect((await post(`${open}/team-answer`, sam, late)).status).toBe(409);
    expect((await post(`${open}/removal`, sam, {})).status).toBe(409);
    expect((await post(link, undefined, levels("4", "4"))).status).toBe(409);
    expect(await world.page(link)).toContain("It is settled already");
    const { items } = await settledOf(system, team.id, { offset: 0, limit: 5 });
    expect(items[0]?.results.map(({ indicator, level }) => [indicator, level])).toEqual([
      ["region", 2],
      ["business-led", null],
    ]);
    expect(items[0]).toMatchObject({ sharedWith: "partnership", inPicture: false });
  });

  test("settled on a version that somebody has changed since is not settled", async () => {
    const { open, maria, sam } = await answeredByBoth();
    const version = await versionAt(`${open}/team-answer`, maria);
    await post(`${open}/team-answer`, maria, { ...levels("2", "2"), version });
    const seen = await versionAt(`${open}/settlement`, maria);
    await post(`${open}/team-answer`, sam, { ...levels("1", "1"), version: seen });
    const stale = await post(`${open}/settlement`, maria, { version: seen, sharedWith: "partnership" });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("Nothing was settled");
  });
});

describe("what a team settled on", () => {
  test("is its own, until it shares it with the state's lead, or with everyone", async () => {
    const team = await makeTeam();
    const lead = await world.give(await world.person("member", "Lena Lead"), {
      role: "state-lead",
      scope: "ne",
    });
    const elsewhere = await world.give(await world.person("member", "Otto Other"), {
      role: "state-lead",
      scope: "wy",
    });
    const member = await world.person("member", "Mo Member");
    const id = await settledAt(system, team.id);
    const report = `${team.path}/${id}/report`;
    const seenBy = async () => {
      const people = { lead, elsewhere, member, guest: undefined, team: team.sam, editor };
      const seen: string[] = [];
      for (const [name, as] of Object.entries(people))
        if ((await world.get(report, as ? { as } : {})).status === 200) seen.push(name);
      return seen;
    };
    const share = async (sharedWith: string) =>
      post(`${team.path}/${id}/sharing`, team.sam, {
        sharedWith,
        version: await versionAt(report, team.sam),
      });

    expect(await seenBy()).toEqual(["team", "editor"]);
    expect(await assessmentsSharedWithState(system, [team.id])).toEqual([]);
    expect((await share("state")).status).toBe(303);
    expect(await seenBy()).toEqual(["lead", "team", "editor"]);
    expect(await publicAssessment(system, team.id)).toBeUndefined();
    expect((await assessmentsSharedWithState(system, [team.id]))[0]?.levels).toEqual([
      { indicator: "region", title: "The region", level: 2, levelName: "Beginning" },
      { indicator: "business-led", title: "The business-led", level: 2, levelName: "Beginning" },
    ]);
    expect((await share("public")).status).toBe(303);
    expect(await seenBy()).toEqual(["lead", "elsewhere", "member", "guest", "team", "editor"]);
    expect((await publicAssessment(system, team.id))?.heldOn).toBe("2026-05-01");
    expect((await share("partnership")).status).toBe(303);
    expect(await seenBy()).toEqual(["team", "editor"]);
  });

  test("never tells others who answered what, nor what came before unless that is shared, too", async () => {
    const team = await makeTeam();
    await settledAt(system, team.id, { heldOn: "2025-05-01", level: 1 });
    const path = await opened(team, "2026-05-02");
    await post(`${path}/answer`, team.maria, levels("1", "2", "Canary-in-a-note"));
    const version = await versionAt(`${path}/team-answer`, team.maria);
    await post(`${path}/team-answer`, team.maria, { ...levels("3", "3", "Words of the team"), version });
    await post(`${path}/settlement`, team.maria, {
      version: String(Number(version) + 1),
      sharedWith: "public",
    });
    const seen = await world.page(`${path}/report`);
    expect(seen).toContain("Words of the team");
    expect(seen).not.toContain("Maria Ortiz");
    expect(seen).not.toContain("Canary-in-a-note");
    expect(seen).not.toContain("moved up");
    const own = await world.page(`${path}/report`, { as: team.sam });
    expect(own).toContain("2 moved up");
    expect((await world.get(`${path}/differences`)).status).toBe(303);
    expect((await world.get(`${path}/differences`, { as: await world.person("member") })).status).toBe(403);
  });

  test("is seen by nobody under the address of another partnership", async () => {
    const [one, other] = [await makeTeam(), await makeTeam()];
    const id = await settledAt(system, one.id, { sharedWith: "public" });
    expect((await world.get(`${other.path}/${id}/report`)).status).toBe(404);
    expect((await world.get(`${other.path}/${id}`, { as: other.maria })).status).toBe(404);
    expect((await world.get(`${one.path}`, { as: other.maria })).status).toBe(403);
  });

  test("shared by two at once: the second is told", async () => {
    const team = await makeTeam();
    const id = await settledAt(system, team.id);
    const version = await versionAt(`${team.path}/${id}/report`, team.sam);
    const share = (as: SignedIn, sharedWith: string) =>
      post(`${team.path}/${id}/sharing`, as, { sharedWith, version });
    expect((await share(team.sam, "state")).status).toBe(303);
    const second = await share(team.maria, "public");
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("Nothing was overwritten");
    expect(await publicAssessment(system, team.id)).toBeUndefined();
  });

  test("a year apart: the overview shows both as a picture, a table and a sentence", async () => {
    const team = await makeTeam();
    const look = async (heldOn: string, region: string, businessLed: string) => {
      const path = await opened(team, heldOn);
      await post(`${path}/answer`, team.maria, levels(region, businessLed));
      const version = await versionAt(`${path}/team-answer`, team.maria);
      await post(`${path}/team-answer`, team.maria, { ...levels(region, businessLed), version });
      await post(`${path}/settlement`, team.maria, {
        version: String(Number(version) + 1),
        sharedWith: "partnership",
      });
    };
    const before = world.clock.now();
    await look("2026-05-04", "1", "3");
    world.clock.advance(366 * 86_400_000);
    // A session ends with a year of absence; whoever comes back signs in again.
    team.maria = await world.give(await world.person("member", "Maria Ortiz"), {
      role: "partnership-editor",
      scope: team.id,
    });
    await look("2027-05-04", "3", "2");
    const page = await world.page(team.path, { as: team.maria });
    world.clock.set(before);
    expect(page).toContain("Since May 4, 2026: “The region” moved up; “The business-led” moved down.");
    expect(page).toContain(
      'aria-label="The region. May 4, 2026: level 1, Not yet; May 4, 2027: level 3, Mostly there."',
    );
    expect(page).toContain("1 Not yet");
    expect(page).toContain("3 Mostly there");
  });

  test("the list costs the same number of queries for one and for three", async () => {
    const [one, three] = [await makeTeam(), await makeTeam()];
    await settledAt(system, one.id);
    for (const heldOn of ["2023-05-01", "2024-05-01", "2025-05-01"])
      await settledAt(system, three.id, { heldOn });
    const cost = (team: Team) => countQueries(() => world.get(team.path, { as: team.maria }));
    await cost(one);
    expect(await cost(three)).toBe(await cost(one));
    const shared = (ids: string[]) => countQueries(() => assessmentsSharedWithState(system, ids));
    for (const team of [one, three])
      await settledAt(system, team.id, { heldOn: "2026-05-02", sharedWith: "state" });
    expect(await shared([one.id, three.id])).toBe(await shared([one.id]));
  });
});

describe("a person", () => {
  test("finds their partnerships, and is told how to come to one", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    const mine = await world.page("/indicators/mine", { as: team.maria });
    expect(mine).toContain(`href="${team.path}"`);
    expect(mine).toContain("One is open.");
    expect(path).toContain(team.path);
    const nobody = await world.page("/indicators/mine", { as: await world.person("member") });
    expect(nobody).toContain("You look after no partnership’s page so far");
  });

  test("gets a copy of what they answered, and is forgotten: the level stays as somebody's", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/answer`, team.sam, levels("2", "2"));
    await post(`${path}/answer`, team.maria, levels("4", "1", "Words of mine"));
    await post(`${path}/invitations`, team.sam, { name: "Dana Gone", email: "dana@gone.test" });
    const copy = await personalAnswers.copy?.(system, team.maria.email);
    expect(JSON.stringify(copy)).toContain("Words of mine");
    await forgetPerson(system, world.house.features, team.maria.email);
    await forgetPerson(system, world.house.features, "dana@gone.test");
    const page = await world.page(`${path}/differences`, { as: team.sam });
    expect(page).not.toContain("Maria Ortiz");
    expect(page).not.toContain("Words of mine");
    expect(page).toContain("<b>Somebody</b>");
    expect(page).toContain("2 levels apart");
    const { rows } = await sql<{ all: string }>`
      select json_agg(r)::text as all from assessment_respondents r`.execute(system.db);
    expect(rows[0]?.all).not.toContain("dana@gone.test");
    expect(rows[0]?.all).not.toContain(team.maria.id);
    expect(await personalAnswers.copy?.(system, team.maria.email)).toBeUndefined();
  });

  test("who answered is in no line of the audit log but as the one who did it", async () => {
    const team = await makeTeam();
    const path = await opened(team);
    await post(`${path}/invitations`, team.maria, { name: "Canary Invited", email: "canary@invited.test" });
    const log = await world.page("/desk/audit", { as: editor });
    expect(log).toContain("asked somebody to answer a partnership’s indicators");
    expect(log).not.toContain("Canary Invited");
    expect(log).not.toContain("canary@invited.test");
    const outbox = await world.page("/desk/outbox", { as: editor });
    const mail = /\/desk\/outbox\/[0-9a-f-]{36}/.exec(
      outbox.slice(outbox.indexOf("canary@invited.test") - 600),
    )?.[0];
    expect(await world.page(mail ?? "", { as: editor })).not.toContain("/indicators/answer/");
  });
});
