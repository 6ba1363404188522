import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { findOrJoin } from "../actions.ts";
import { profileOf } from "../profiles/factory.ts";
import { expectNewcomer } from "./newcomers.ts";

let world: World;
let editor: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  editor = await world.person("editor", "Edith Editor");
  second = await world.person("editor", "Emil Editor");
}, 240_000);
afterAll(() => world.close());

async function newcomer(name: string): Promise<SignedIn> {
  const person = await world.person("member", name);
  await expectNewcomer(await world.ctx(), person.id);
  return person;
}
const peersOn = (page: string) =>
  [...page.matchAll(/<h3><a href="\/people\/[^"]+">([^<]+)</g)].map(([, name]) => name);

describe("the welcome page", () => {
  test("tells a newcomer where to begin, and knows nobody before they say where they work", async () => {
    const person = await newcomer("Nia Newcomer");
    const page = await world.page("/welcome", { as: person });
    expect(page).toContain("Welcome, Nia");
    expect(page).toContain("Make your profile");
    expect(page).toContain("Your state");
    expect(peersOn(page)).toEqual([]);
  });

  test("shows three peers who share most, and why; never those who do not show it to members", async () => {
    const [healthcare, other] = await sectors(await world.ctx());
    const list = async (
      name: string,
      values: Record<string, string | string[]>,
      shown?: "members" | "nobody",
    ) => profileOf(world, await world.person("member", name), values, shown);
    await list("Far Away", { state: "wy", canHelp: "Fishing." });
    await list("Same State", { state: "ne" });
    await list("State And Sector", { state: "ne", sector: healthcare!.id });
    await list(
      "Great Help",
      { state: "ne", sector: healthcare!.id, canHelp: "Apprenticeships for nurses." },
      "members",
    );
    await list("Same Sector", { state: "ia", sector: healthcare!.id });
    await list("Hidden Twin", { state: "ne", sector: healthcare!.id }, "nobody");
    await list("Hidden Place", { state: "ne", sector: other!.id, "shown-places": "nobody" });
    const person = await newcomer("Nora Newcomer");
    await profileOf(
      world,
      person,
      { state: "ne", sector: healthcare!.id, lookingFor: "Somebody who began an apprenticeship." },
      "nobody",
    );
    const page = await world.page("/welcome", { as: person });
    expect(peersOn(page).slice(0, 2)).toEqual(["Great Help", "State And Sector"]);
    expect(peersOn(page)).toHaveLength(3);
    expect(page).toContain("May help with what you are looking for.");
    expect(page).toContain("You share Nebraska");
    expect(page).toContain('href="/states/ne"');
    expect(page).not.toContain("Hidden Twin");
    expect(page).not.toContain("Hidden Place");
    expect(peersOn(await world.page("/welcome?state=wy", { as: person }))).toContain("Far Away");
  });
});

describe("a newcomer", () => {
  test("waits on the desk to be greeted by a person", async () => {
    const joined = await findOrJoin(await world.ctx(), "first.timer@people.test");
    const desk = await world.page("/desk", { as: editor });
    expect(desk).toContain("Say hello to first.timer");
    expect(desk).toContain("Greet by May 9, 2026");
    await findOrJoin(await world.ctx(), "first.timer@people.test");
    const { count } = await world.house.ground.database.db
      .selectFrom("welcomes")
      .select((all) => all.fn.countAll<number>().as("count"))
      .where("person", "=", joined.id)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(1);
  });

  test("is greeted by mail in the editor's name, with a text made ready, once", async () => {
    const person = await newcomer("Gil Greeted");
    const path = `/desk/newcomers/${person.id}`;
    const page = await world.page(path, { as: editor });
    expect(page).toContain("Dear Gil Greeted,");
    expect(page).toContain(person.email);
    const form = { subject: "Good to have you", greeting: "Dear Gil,\n\nwhat brings you here?" };
    expect((await world.post(`${path}/greeting`, { as: editor, form })).status).toBe(303);
    const rows = await world.house.ground.database.db
      .selectFrom("mails")
      .select(["recipient", "reply_to", "subject", "text"])
      .where("kind", "=", "greeting")
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      recipient: person.email,
      reply_to: editor.email,
      subject: "Good to have you",
    });
    expect(await world.page(path, { as: second })).toContain("Greeted by Edith Editor");
    expect((await world.post(`${path}/greeting`, { as: second, form })).status).toBe(409);
    expect(await world.page("/desk", { as: editor })).not.toContain("Gil Greeted");
  });

  test("is taken in hand by one editor at a time, and noted as greeted elsewhere", async () => {
    const person = await newcomer("Hal Hold");
    const path = `/desk/newcomers/${person.id}`;
    expect((await world.post(`${path}/hold`, { as: editor, form: { from: "" } })).status).toBe(303);
    expect((await world.post(`${path}/hold`, { as: second, form: { from: "" } })).status).toBe(409);
    expect(await world.page(path, { as: second })).toContain("Edith Editor has this newcomer in hand");
    expect(await world.page("/desk?view=mine", { as: editor })).toContain("Hal Hold");
    expect(await world.page("/desk?view=mine", { as: second })).not.toContain("Hal Hold");
    await world.post(`${path}/release`, { as: editor });
    const form = { note: "Met at the academy." };
    expect((await world.post(`${path}/greeted`, { as: second, form })).status).toBe(303);
    expect(await world.page(path, { as: editor })).toContain("Met at the academy.");
  });

  test("gets no empty greeting", async () => {
    const person = await newcomer("Eve Empty");
    const answer = await world.post(`/desk/newcomers/${person.id}/greeting`, {
      as: editor,
      form: { subject: "", greeting: " " },
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Your greeting is needed.");
  });
});
