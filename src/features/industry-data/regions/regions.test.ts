import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allCounties } from "#features/places/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { BIGHORNS, regionAt } from "../factory.ts";
import { regionBySlug, regionsForEveryone, regionsOf, shapesOf } from "./queries.ts";

let world: World;
let carol: SignedIn;
let mo: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  carol = await world.person("member", "Carol Convener");
  mo = await world.person("member", "Mo Member");
});
afterAll(() => world.close());

const typed = (more: Record<string, string> = {}) => ({
  name: "Sheridan and Johnson",
  counties: "Sheridan, WY\nJohnson County, Wyoming",
  note: "",
  shown: "team",
  ...more,
});

async function named(more: Record<string, string>, as = carol): Promise<string> {
  const response = await world.post("/industry/regions", { form: typed(more), as });
  expect(response.status).toBe(303);
  return new URL(response.headers.get("location") ?? "", "http://x").pathname;
}

describe("naming a region", () => {
  test("whoever names it keeps it, and finds it among theirs", async () => {
    const path = await named({ name: "The Bighorns" });
    const page = await world.page(path, { as: carol });
    expect(page).toContain("Johnson and Sheridan Counties, Wyoming");
    expect(page).toContain("counties=56019,56033");
    expect(await world.page("/industry/regions", { as: carol })).toContain("The Bighorns");
  });

  test("counties of two states are one region", async () => {
    const path = await named({ name: "Across the line", counties: "Sheridan, WY\n30003" });
    const region = await regionBySlug(await world.ctx(), path.split("/").pop()!);
    expect(region?.states).toEqual(["mt", "wy"]);
  });

  test("a link from an analysis fills the form in", async () => {
    const form = await world.page("/industry/regions/new?counties=56033,56019&name=Bighorn+foothills", {
      as: carol,
    });
    expect(form).toContain("Sheridan County, WY");
    expect(form).toContain('value="Bighorn foothills"');
  });

  test("a county that there is not, none at all, and more than 200 are each told beside the field", async () => {
    const all = allCounties().map(({ fips }) => fips);
    for (const [counties, words] of [
      ["Sheridan, WY\n56999", "no county there has this code"],
      ["", "A region needs at least one county"],
      [all.slice(0, 201).join("\n"), "These are 201 counties, and a region may have at most 200"],
    ] as const) {
      const response = await world.post("/industry/regions", {
        form: typed({ name: "Refused", counties }),
        as: carol,
      });
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain(words);
      expect(page).toContain('value="Refused"');
    }
    expect(await named({ name: "As many as may be", counties: all.slice(0, 200).join(",") })).toBeTruthy();
  });

  test("who names two alike at the same moment is told of the second; two people get an address each", async () => {
    const send = (as: SignedIn) => world.post("/industry/regions", { form: typed({ name: "At once" }), as });
    const [one, other, third] = await Promise.all([send(carol), send(carol), send(mo)]);
    const [taken, refused] = one.status === 303 ? [one, other] : [other, one];
    expect([taken.status, refused.status, third.status]).toEqual([303, 422, 303]);
    expect(await refused.text()).toContain("You work with a region named “At once” already");
    expect(taken.headers.get("location")).not.toBe(third.headers.get("location"));
  });

  test("a county that some held period lacks is told on the region's page, before anybody looks at figures", async () => {
    const path = await named({ name: "Hartford old and new", counties: "56033\n09110" });
    const page = await world.page(path, { as: carol });
    expect(page).toContain("Figures of some counties are missing");
    expect(page).toContain("There are no figures of 2016 for Capitol Planning Region");
    expect(await world.page(await named({ name: "All there" }), { as: carol })).not.toContain("missing");
  });

  test("two regions of one name in one person's hands are told apart before they are two", async () => {
    await named({ name: "Twice" });
    const again = await world.post("/industry/regions", { form: typed({ name: "twice" }), as: carol });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("You work with a region named “Twice” already");
    expect(await named({ name: "Twice" }, mo)).toBe("/industry/regions/twice-2");
  });
});

describe("who may see a region", () => {
  test("private to its team: to others there is no such thing, and a member of the team sees it", async () => {
    const path = await named({ name: "Behind the door" });
    for (const as of [undefined, mo]) {
      const response = await world.get(path, as ? { as } : {});
      expect(response.status).toBe(404);
    }
    expect((await world.get(`${path}/edit`, { as: mo })).status).toBe(404);
    expect(await world.page("/industry/regions", { as: mo })).not.toContain("Behind the door");
    const region = await regionBySlug(await world.ctx(), "behind-the-door");
    const member = await world.give(await world.person("member", "Ann"), {
      role: "region-member",
      scope: region!.id,
    });
    expect((await world.get(path, { as: member })).status).toBe(200);
    // A member works with it, and does not change it.
    expect((await world.get(`${path}/edit`, { as: member })).status).toBe(403);
  });

  test("shown to the state's lead: the lead of its state sees it, the lead of another does not", async () => {
    const path = await named({ name: "For the lead", shown: "state" });
    const lead = await world.give(await world.person("member", "Lea"), { role: "state-lead", scope: "wy" });
    const other = await world.give(await world.person("member", "Leo"), { role: "state-lead", scope: "ne" });
    expect((await world.get(path, { as: lead })).status).toBe(200);
    expect((await world.get(path, { as: other })).status).toBe(404);
  });

  test("shown to everyone, it names nobody of its team to them", async () => {
    const path = await named({ name: "In the open", shown: "everyone" });
    const page = await world.page(path);
    expect(page).toContain("Johnson and Sheridan Counties");
    expect(page).not.toContain("Carol Convener");
    expect(await world.page("/industry/regions")).toContain("In the open");
  });
});

describe("changing a region", () => {
  async function ctxAs(person: SignedIn) {
    return world.ctx(person.actor);
  }

  test("other counties make a new shape, and the one before stays readable", async () => {
    const { id, slug } = await regionAt(await ctxAs(carol), { name: "Growing" });
    const form = {
      ...typed({ name: "Growing", counties: "56019\n56033\n56005", why: "Campbell works with us." }),
      version: "1",
    };
    const response = await world.post(`/industry/regions/${slug}/edit`, { form, as: carol });
    expect(response.status).toBe(303);
    const shapes = await shapesOf(await world.ctx(), id);
    expect(shapes.map(({ counties }) => counties)).toEqual([["56005", ...BIGHORNS], BIGHORNS]);
    const history = await world.page(`/industry/regions/${slug}/history`, { as: carol });
    expect(history).toContain("Campbell works with us.");
    expect(history).toContain("New: Campbell County, Wyoming");
  });

  test("the same counties in another order make none", async () => {
    const { id, slug } = await regionAt(await ctxAs(carol), { name: "Staying" });
    const form = { ...typed({ name: "Staying on", counties: "56033\n56019" }), version: "1" };
    await world.post(`/industry/regions/${slug}/edit`, { form, as: carol });
    expect(await shapesOf(await world.ctx(), id)).toHaveLength(1);
  });

  test("two at once: the second is told, and nothing is overwritten", async () => {
    const { slug } = await regionAt(await ctxAs(carol), { name: "Contested" });
    const form = (name: string) => ({ ...typed({ name }), version: "1" });
    await world.post(`/industry/regions/${slug}/edit`, { form: form("First"), as: carol });
    const second = await world.post(`/industry/regions/${slug}/edit`, { form: form("Second"), as: carol });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("Somebody saved this while you were on the page");
    expect((await regionBySlug(await world.ctx(), slug))?.name).toBe("First");
  });

  test("the database itself refuses to change a shape", async () => {
    const { id } = await regionAt(await ctxAs(carol), { name: "Engraved" });
    await expect(
      (await world.ctx()).db
        .updateTable("region_shapes")
        .set({ counties: ["56001"] } as never)
        .where("region", "=", id)
        .execute(),
    ).rejects.toThrow("is never changed");
  });

  test("one named by mistake goes, with its team's parts in it", async () => {
    const { id, slug } = await regionAt(await ctxAs(carol), { name: "Oops" });
    expect((await world.post(`/industry/regions/${slug}/removal`, { as: carol })).status).toBe(303);
    expect(await regionBySlug(await world.ctx(), slug)).toBeUndefined();
    const held = await (await world.ctx()).db
      .selectFrom("grants")
      .select("id")
      .where("scope", "=", id)
      .where("ended_at", "is", null)
      .execute();
    expect(held).toEqual([]);
  });
});

describe("the team", () => {
  test("somebody invited by mail takes it up, and works with the others", async () => {
    const { slug } = await regionAt(await world.ctx(carol.actor), { name: "Open table" });
    const invited = await world.post(`/industry/regions/${slug}/team`, {
      form: { name: "Mo", email: mo.email, role: "region-member" },
      as: carol,
    });
    expect(invited.headers.get("location")).toContain("done=invited");
    const mail = (await world.mails()).find(({ to }) => to === mo.email);
    expect(mail?.text).toContain("the region Open table");
    const link = /\/invitations\/\S+/.exec(mail?.text ?? "")![0];
    const taken = await world.post(link, { as: mo });
    expect(taken.headers.get("location")).toBe(`/industry/regions/${slug}`);
    expect(await world.page(`/industry/regions/${slug}/team`, { as: mo })).toContain("Mo Member (you)");
  });

  test("whoever only works with it invites nobody, and may leave", async () => {
    const { id, slug } = await regionAt(await world.ctx(carol.actor), { name: "Round table" });
    const ann = await world.give(await world.person("member", "Ann"), { role: "region-member", scope: id });
    const invited = await world.post(`/industry/regions/${slug}/team`, {
      form: { name: "Mo", email: mo.email, role: "region-member" },
      as: ann,
    });
    expect(invited.status).toBe(403);
    expect((await world.post(`/industry/regions/${slug}/team/leaving`, { as: ann })).status).toBe(303);
    expect((await world.get(`/industry/regions/${slug}`, { as: ann })).status).toBe(404);
  });

  test("the last keeper cannot leave the others without one", async () => {
    const { slug } = await regionAt(await world.ctx(carol.actor), { name: "Kept" });
    const response = await world.post(`/industry/regions/${slug}/team/leaving`, { as: carol });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("Invite another keeper first");
  });
});

test("lists ask the database as often for one region as for three", async () => {
  const ctx = await world.ctx();
  const dora = await world.person("member", "Dora");
  const count = () =>
    countQueries(async () => {
      await regionsOf(ctx, dora.id);
      await regionsForEveryone(ctx, { offset: 0, limit: 10 });
    });
  await regionAt(await world.ctx(dora.actor), { name: "One", shown: "everyone" });
  const one = await count();
  await regionAt(await world.ctx(dora.actor), { name: "Two", shown: "everyone" });
  await regionAt(await world.ctx(dora.actor), { name: "Three", shown: "everyone" });
  expect(await count()).toBe(one);
});
