import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { NotAllowed, NotFound } from "#base/surprises.ts";
import { cookieOf, openPeopleWorld, type PeopleWorld } from "#kit/people-world.ts";
import type { Actor } from "#platform/context.ts";
import { personByEmail } from "../queries.ts";
import { signInByLink } from "../sign-in/actions.ts";
import { inviteEditor, makeEditor, removeEditor } from "./actions.ts";
import { editorsPage } from "./queries.ts";

let world: PeopleWorld;
beforeAll(async () => {
  world = await openPeopleWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.house.ground.database.db.deleteFrom("people").execute();
});

/** Makes an editor who has come in. */
async function comeIn(
  email: string,
  role?: "administrator",
): Promise<{ actor: Actor & { kind: "person" }; cookie: string }> {
  const path = await makeEditor(await world.system(), email, "", role);
  const entered = await world.request(path, {});
  const person = await personByEmail(await world.ctx(), email);
  if (!person) throw new Error("nobody came");
  return { actor: { kind: "person", ...person, email, grants: [] }, cookie: cookieOf(entered) };
}

test("the command line makes an editor of anybody, and gives a link that works once", async () => {
  const path = await makeEditor(await world.system(), "ida@example.org", "Ida");
  expect((await world.request(path, {})).headers.get("location")).toBe("/desk");
  expect((await world.request(path, {})).status).toBe(410);
  expect((await world.names()).at(-2)).toBe("editor.made");
});

test("an invited person is an editor at once and comes in by mail within a week", async () => {
  const { cookie } = await comeIn("ida@example.org");
  const answer = await world.request("/desk/editors", { name: "Noor", email: "Noor@Example.org" }, cookie);
  expect(answer.headers.get("location")).toBe("/desk/editors?done=invited");
  expect(await (await world.request("/desk/editors", undefined, cookie)).text()).toContain(
    "Invited, not here yet",
  );
  world.pass(6.9 * 24);
  const entered = await world.request(await world.mailedLink("noor@example.org"), {});
  expect(entered.headers.get("location")).toBe("/desk");
});

test("an invitation older than a week says kindly what to do", async () => {
  const { actor } = await comeIn("ida@example.org");
  await inviteEditor(await world.ctx(actor), { name: "Late", email: "late@example.org" });
  world.pass(7 * 24);
  const page = await world.request(await world.mailedLink("late@example.org"));
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("Get a new link");
});

test("whoever never came can be invited again; an editor who came cannot", async () => {
  const { actor } = await comeIn("ida@example.org");
  const ctx = await world.ctx(actor);
  expect((await inviteEditor(ctx, { name: "Noor", email: "noor@example.org" })).ok).toBe(true);
  expect((await inviteEditor(ctx, { name: "Noor", email: "noor@example.org" })).ok).toBe(true);
  expect(await inviteEditor(ctx, { name: "Ida", email: "ida@example.org" })).toEqual({
    ok: false,
    problems: { email: ["ida is an editor already."] },
  });
});

test("a removed editor is out at once, on every device, and their links are spent", async () => {
  const ida = await comeIn("ida@example.org");
  const noor = await comeIn("noor@example.org");
  const link = (await makeEditor(await world.system(), "noor@example.org")).split("/").at(-1) ?? "";
  const answer = await world.request(`/desk/editors/${noor.actor.id}/removal`, {}, ida.cookie);
  expect(answer.status).toBe(303);
  expect((await world.request("/desk/editors", undefined, noor.cookie)).headers.get("location")).toContain(
    "/sign-in",
  );
  expect(await signInByLink(await world.ctx(), link)).toBeUndefined();
  expect((await world.names()).at(-1)).toBe("editor.removed");
});

test("the last administrator cannot be removed, not even while an invitation is still open", async () => {
  const { actor, cookie } = await comeIn("ida@example.org");
  await inviteEditor(await world.ctx(actor), { name: "Noor", email: "noor@example.org" });
  const answer = await world.request(`/desk/editors/${actor.id}/removal`, {}, cookie);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("is the last administrator who can sign in");
  expect((await personByEmail(await world.ctx(), "ida@example.org"))?.role).toBe("administrator");
});

test("two administrators who remove each other at the same time leave one", async () => {
  const [ida, noor] = [await comeIn("ida@example.org"), await comeIn("noor@example.org", "administrator")];
  const [byIda, byNoor] = [await world.ctx(ida.actor), await world.ctx(noor.actor)];
  await Promise.allSettled([removeEditor(byIda, noor.actor.id), removeEditor(byNoor, ida.actor.id)]);
  expect((await editorsPage(byIda, 1)).editors).toHaveLength(1);
});

test("the first whom the command line makes is an administrator, and those after them are what was asked for", async () => {
  expect((await comeIn("ida@example.org")).actor.role).toBe("administrator");
  expect((await comeIn("noor@example.org")).actor.role).toBe("editor");
  expect((await comeIn("sol@example.org", "administrator")).actor.role).toBe("administrator");
});

test("editors manage editors and leave administrators alone", async () => {
  const ida = await comeIn("ida@example.org");
  const noor = await comeIn("noor@example.org");
  const sol = await comeIn("sol@example.org");
  const page = await (await world.request("/desk/editors", undefined, noor.cookie)).text();
  expect(page).toContain("Changed by administrators");
  expect(page).not.toContain("Make an administrator");
  const removal = await world.request(`/desk/editors/${ida.actor.id}/removal`, {}, noor.cookie);
  expect(removal.status).toBe(403);
  for (const deed of ["administration", "administration/end"])
    expect((await world.request(`/desk/editors/${sol.actor.id}/${deed}`, {}, noor.cookie)).status).toBe(403);
  const invited = { name: "Eve", email: "eve@example.org", role: "administrator" };
  expect((await world.request("/desk/editors", invited, noor.cookie)).status).toBe(403);
  expect((await world.request(`/desk/editors/${sol.actor.id}/removal`, {}, noor.cookie)).status).toBe(303);
});

test("administrators appoint each other, and the last who can sign in stays one", async () => {
  const ida = await comeIn("ida@example.org");
  const noor = await comeIn("noor@example.org");
  const last = await world.request(`/desk/editors/${ida.actor.id}/administration/end`, {}, ida.cookie);
  expect(last.status).toBe(422);
  expect((await world.request(`/desk/editors/${noor.actor.id}/administration`, {}, ida.cookie)).status).toBe(
    303,
  );
  expect(
    (await world.request(`/desk/editors/${ida.actor.id}/administration/end`, {}, noor.cookie)).status,
  ).toBe(303);
  expect((await personByEmail(await world.ctx(), "ida@example.org"))?.role).toBe("editor");
  expect((await world.names()).slice(-2)).toEqual(["administrator.made", "administrator.ended"]);
});

test("members and guests manage nobody", async () => {
  const { actor } = await comeIn("ida@example.org");
  for (const someone of [{ kind: "guest" } as const, { ...actor, role: "member" as const }]) {
    const ctx = await world.ctx(someone);
    await expect(inviteEditor(ctx, { name: "Eve", email: "eve@example.org" })).rejects.toThrow(NotAllowed);
    await expect(removeEditor(ctx, actor.id)).rejects.toThrow(NotAllowed);
    await expect(makeEditor(ctx, "eve@example.org")).rejects.toThrow(NotAllowed);
  }
});

test("removing somebody who is no editor is told as such", async () => {
  const { actor, cookie } = await comeIn("ida@example.org");
  await expect(removeEditor(await world.ctx(actor), crypto.randomUUID())).rejects.toThrow(NotFound);
  expect((await world.request("/desk/editors/nonsense/removal", {}, cookie)).status).toBe(404);
});

test("the list of editors costs one query for one editor and for three, and is cut into pages", async () => {
  const ctx = await world.system();
  let queries = 0;
  const db = ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  for (const many of [1, 3, 51]) {
    for (let number = 0; number < many; number += 1) await makeEditor(ctx, `e${number}@example.org`);
    queries = 0;
    expect((await editorsPage({ db }, 1)).editors).toHaveLength(Math.min(many, 50));
    expect(queries).toBe(1);
  }
  const [first, second] = [await editorsPage({ db }, 1), await editorsPage({ db }, 2)];
  const names = [...first.editors, ...second.editors].map((editor) => editor.name);
  expect(second.pages).toBe(2);
  expect(new Set(names).size).toBe(51);
});
