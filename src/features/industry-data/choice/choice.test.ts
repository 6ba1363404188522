import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { regionAt } from "../factory.ts";

let world: World;
let carol: SignedIn;
let ann: SignedIn;
let slug: string;
let region: string;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2018-03-14T18:00:00Z") });
  await world.loadStarter();
  carol = await world.person("member", "Carol Convener");
  const made = await regionAt(await world.ctx(carol.actor));
  ({ slug, id: region } = made);
  ann = await world.give(await world.person("member", "Ann Accountant"), {
    role: "region-member",
    scope: region,
  });
});
afterAll(() => world.close());

const QUESTION = { title: "Our first sector", from: "2015", to: "2016", ownership: "all", level: "sector" };
const CANDIDATES = ["62", "72", "21", "23", "31-33"];

type Form = Record<string, string | string[]>;

async function sent(path: string, form: Form, as = carol): Promise<string> {
  const response = await world.post(path, { form, as });
  if (response.status !== 303)
    throw new Error(`${path}: ${response.status}\n${wrongIn(await response.text())}`);
  return new URL(response.headers.get("location") ?? "", "http://x").pathname;
}

const wrongIn = (page: string) =>
  /<section class="problems"[\s\S]*?<\/section>/.exec(page)?.[0] ?? page.slice(0, 3_000);
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";

async function begun(form: Form = QUESTION): Promise<string> {
  const path = await sent(`/industry/regions/${slug}/choices`, form);
  const choice = path.replace(/\/candidates$/, "");
  const page = await world.page(`${choice}/candidates`, { as: carol });
  await sent(`${choice}/candidates`, { version: versionOf(page), candidates: CANDIDATES });
  return choice;
}

test("smoke", async () => {
  const choice = await begun();
  for (const part of [
    "",
    "/question",
    "/candidates",
    "/criteria",
    "/scores",
    "/ranking",
    "/rounds",
    "/decision",
  ]) {
    const response = await world.get(choice + part, { as: carol });
    expect([part, response.status]).toEqual([part, 200]);
  }
});
