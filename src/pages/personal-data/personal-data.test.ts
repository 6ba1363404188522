import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";

let world: World;
let administrator: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  administrator = await world.person("administrator");
});
afterAll(() => world.close());

describe("a member's own data", () => {
  test("is all there to see and to take along, and nobody else's", async () => {
    const mo = await world.give(await world.person("member", "Mo Own"), { role: "state-lead", scope: "ne" });
    const page = await world.page("/account/your-data", { as: mo });
    expect(page).toContain(mo.email);
    const copy = await world.get("/account/your-data/copy", { as: mo });
    expect(copy.headers.get("content-disposition")).toContain("attachment");
    expect(copy.headers.get("cache-control")).toContain("no-store");
    const held = await copy.text();
    expect(JSON.parse(held)).toMatchObject({ about: mo.email });
    expect(held).toContain("Mo Own");
    expect(held).not.toContain(administrator.email);
    expect((await world.get("/account/your-data")).status).toBe(303);
  });

  test("is deleted when they type their address, and the log does not say who it was", async () => {
    const gone = await world.person("member", "Gone Girl");
    const preview = await world.page("/account/your-data/erasure", { as: gone });
    expect(preview).toContain("Accounts deleted, signed out on every device: 1");
    const wrong = await world.post("/account/your-data/erasure", {
      as: gone,
      form: { email: "other@people.test" },
    });
    expect(wrong.status).toBe(422);
    expect((await world.get("/account", { as: gone })).status).toBe(200);
    const right = await world.post("/account/your-data/erasure", {
      as: gone,
      form: { email: ` ${gone.email.toUpperCase()} ` },
    });
    expect(right.headers.get("location")).toBe("/forgotten");
    expect(await world.page("/forgotten")).toContain("You are forgotten");
    expect((await world.get("/account", { as: gone })).status).toBe(303);
    const log = await world.page("/desk/audit", { as: administrator });
    expect(log).toContain("Somebody, about themselves");
    expect(log).not.toContain("Gone Girl");
    const [told] = (await world.mails()).filter(({ kind }) => kind === "somebody-forgotten");
    expect(told?.to).toBe(administrator.email);
    expect(told?.text).not.toMatch(/gone/i);
  });

  test("of the last editor who can sign in stays until there is another", async () => {
    const lonely = await openWorld();
    try {
      const last = await lonely.person("administrator", "Last One");
      expect(await lonely.page("/account/your-data/erasure", { as: last })).toContain(
        "This is the last administrator",
      );
      const answer = await lonely.post("/account/your-data/erasure", {
        as: last,
        form: { email: last.email },
      });
      expect(answer.status).toBe(422);
      expect((await lonely.get("/desk", { as: last })).status).toBe(200);
    } finally {
      await lonely.close();
    }
  });
});

describe("when somebody asks an administrator", () => {
  const ask = (path: string, form: Record<string, string>, as = administrator) =>
    world.post(`/desk/people-data${path}`, { as, form });

  test("they see what is held and what would go, and looking changes nothing", async () => {
    const asked = await world.person("member", "Asked For");
    for (let times = 0; times < 2; times += 1) {
      const page = await (await ask("", { email: asked.email })).text();
      expect(page).toContain(`What is held about ${asked.email}`);
      expect(page).toContain("Accounts deleted, signed out on every device: 1");
    }
    const copy = await ask("/copy", { email: asked.email });
    expect(await copy.json()).toMatchObject({ about: asked.email });
    expect(await (await ask("", { email: "nobody@people.test" })).text()).toContain("holds nothing about");
    expect((await ask("", { email: "no address" })).status).toBe(422);
    const log = await world.page("/desk/audit", { as: administrator });
    expect(log).toContain("took a copy of what this site holds about somebody");
    expect(log).not.toContain(asked.email);
  });

  test("the person is forgotten once their address was typed twice", async () => {
    const asked = await world.person("member", "Forget Me");
    const once = await ask("/erasure", { email: asked.email, again: "" });
    expect(once.status).toBe(422);
    expect(await once.text()).toContain("Type the person’s address once more");
    const twice = await ask("/erasure", { email: asked.email, again: asked.email });
    expect(await twice.text()).toContain("They are forgotten");
    expect((await world.get("/account", { as: asked })).status).toBe(303);
  });

  test("editors and members cannot ask", async () => {
    for (const role of ["editor", "member"] as const) {
      const other = await world.person(role);
      expect((await world.get("/desk/people-data", { as: other })).status).toBe(403);
      for (const path of ["", "/copy", "/erasure"])
        expect(
          (await ask(path, { email: administrator.email, again: administrator.email }, other)).status,
        ).toBe(403);
    }
  });
});
