import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalPath } from "#base/brands.ts";
import { openPeopleWorld, type PeopleWorld } from "#kit/people-world.ts";
import { personByEmail } from "../queries.ts";
import {
  clearExpired,
  makeFirstEditorLink,
  sendSignInLink,
  signInByLink,
  signOutEverywhere,
} from "./actions.ts";
import { findLink, makeSignInLink } from "./links.ts";
import { actorOf, closeSession, openSession } from "./sessions.ts";

let world: PeopleWorld;
beforeAll(async () => {
  world = await openPeopleWorld();
});
afterAll(() => world.close());

async function linkFor(email: string, options = {}): Promise<string> {
  return tokenIn(await makeSignInLink(await world.ctx(), email, options));
}

function tokenIn(path: string): string {
  return path.split("/").at(-1) ?? "";
}

async function signIn(email: string): Promise<string> {
  const entry = await signInByLink(await world.ctx(), await linkFor(email));
  if (!entry) throw new Error("the link did not work");
  return entry.token;
}

test("a link signs its holder in once, and makes them a member whom we did not know", async () => {
  const token = await linkFor("ada@example.org");
  const entry = await signInByLink(await world.ctx(), token);
  expect(await actorOf(await world.ctx(), entry?.token)).toMatchObject({
    kind: "person",
    email: "ada@example.org",
    name: "ada",
    role: "member",
  });
  expect(await signInByLink(await world.ctx(), token)).toBeUndefined();
  expect((await findLink(await world.ctx(), "sign-in", token))?.state).toBe("used");
});

test("a link lets nobody in after 30 minutes", async () => {
  const early = await linkFor("early@example.org");
  const late = await linkFor("late@example.org");
  world.pass(29 / 60);
  expect(await signInByLink(await world.ctx(), early)).toBeDefined();
  world.pass(1 / 60);
  expect(await signInByLink(await world.ctx(), late)).toBeUndefined();
  expect(await personByEmail(await world.ctx(), "late@example.org")).toBeUndefined();
  expect((await findLink(await world.ctx(), "sign-in", late))?.state).toBe("expired");
});

test("a forged link lets nobody in, nor does one that was made for something else", async () => {
  const first = tokenIn((await makeFirstEditorLink(await world.system())) ?? "");
  for (const token of ["", "x".repeat(43), first]) {
    expect(await signInByLink(await world.ctx(), token)).toBeUndefined();
  }
});

test("of two who use a link at the same time exactly one gets a session", async () => {
  const token = await linkFor("twice@example.org");
  const [one, other] = [await world.ctx(), await world.ctx()];
  const entries = await Promise.all([signInByLink(one, token), signInByLink(other, token)]);
  expect(entries.filter(Boolean)).toHaveLength(1);
  const person = await personByEmail(one, "twice@example.org");
  const sessions = await one.db
    .selectFrom("sessions")
    .select("token_hash")
    .where("person_id", "=", person?.id ?? "")
    .execute();
  expect(sessions).toHaveLength(1);
});

test("using one link spends the others in the same mailbox", async () => {
  const [older, newer] = [await linkFor("eager@example.org"), await linkFor("eager@example.org")];
  expect(await signInByLink(await world.ctx(), newer)).toBeDefined();
  expect(await signInByLink(await world.ctx(), older)).toBeUndefined();
});

test("signing in leads on to the page asked for, and by itself to the person's own", async () => {
  const returnTo = "/happenings?state=pa" as LocalPath;
  const asked = await signInByLink(await world.ctx(), await linkFor("way@example.org", { returnTo }));
  expect(asked?.goTo).toBe(returnTo);
  const first = await signInByLink(await world.ctx(), await linkFor("way@example.org"));
  expect(first?.goTo, "until they have seen it, to the page that welcomes newcomers").toBe("/welcome");
  await world.request("/welcome", undefined, `session=${first?.token}`);
  const plain = await signInByLink(await world.ctx(), await linkFor("way@example.org"));
  expect(plain?.goTo).toBe("/my-updates");
});

test("signing in ends the session that this browser had", async () => {
  const before = await signIn("fresh@example.org");
  const entry = await signInByLink(await world.ctx(), await linkFor("fresh@example.org"), before);
  expect(await actorOf(await world.ctx(), before)).toEqual({ kind: "guest" });
  expect((await actorOf(await world.ctx(), entry?.token)).kind).toBe("person");
});

test("no table but the mails holds a token that works", async () => {
  const ctx = await world.ctx();
  await sendSignInLink(ctx, "secret@example.org");
  const link = tokenIn(await world.mailedLink("secret@example.org"));
  const session = await signIn("secret@example.org");
  for (const table of ["sessions", "sign_in_links", "events", "people"] as const) {
    const stored = JSON.stringify(await ctx.db.selectFrom(table).selectAll().execute());
    expect(stored).not.toContain(session);
    expect(stored).not.toContain(link);
  }
});

test("a session goes on with each visit, ends after 30 idle days, and notes a visit once an hour at most", async () => {
  const token = await signIn("often@example.org");
  const seen = async () =>
    (await personByEmail(await world.ctx(), "often@example.org"))?.lastSeenAt?.getTime();
  const start = await seen();
  world.pass(0.9);
  await actorOf(await world.ctx(), token);
  expect(await seen()).toBe(start);
  world.pass(29 * 24);
  expect((await actorOf(await world.ctx(), token)).kind).toBe("person");
  expect(await seen()).toBeGreaterThan(start ?? 0);
  world.pass(29 * 24);
  expect((await actorOf(await world.ctx(), token)).kind).toBe("person");
  world.pass(30 * 24);
  expect((await actorOf(await world.ctx(), token)).kind).toBe("guest");
});

test("a session ends after 180 days, however often its person comes", async () => {
  const token = await signIn("always@example.org");
  for (let day = 0; day < 179; day += 1) {
    world.pass(24);
    expect((await actorOf(await world.ctx(), token)).kind).toBe("person");
  }
  world.pass(24);
  expect((await actorOf(await world.ctx(), token)).kind).toBe("guest");
});

test("who is acting is one query", async () => {
  const token = await signIn("quick@example.org");
  const ctx = await world.ctx();
  let queries = 0;
  const counting = ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await actorOf({ db: counting, now: ctx.now }, token);
  expect(queries).toBe(1);
});

test("signing out ends this session; signing out everywhere ends all, and spends the links", async () => {
  const [phone, desk] = [await signIn("leaver@example.org"), await signIn("leaver@example.org")];
  await closeSession(await world.ctx(), phone);
  expect((await actorOf(await world.ctx(), phone)).kind).toBe("guest");
  const actor = await actorOf(await world.ctx(), desk);
  if (actor.kind !== "person") throw new Error("the other session ended too");
  const link = await linkFor("leaver@example.org");
  await openSession(await world.ctx(), actor);
  await signOutEverywhere(await world.ctx(actor), actor);
  expect((await actorOf(await world.ctx(), desk)).kind).toBe("guest");
  expect(await signInByLink(await world.ctx(), link)).toBeUndefined();
  expect(await world.names()).toContain("person.signed-out-everywhere");
});

test("a new first-editor link replaces the one before, and expires after a day", async () => {
  const ctx = await world.system();
  const before = tokenIn((await makeFirstEditorLink(ctx)) ?? "");
  const after = tokenIn((await makeFirstEditorLink(ctx)) ?? "");
  expect(await findLink(ctx, "first-editor", before)).toBeUndefined();
  expect((await findLink(ctx, "first-editor", after))?.state).toBe("open");
  world.pass(24);
  expect((await findLink(await world.ctx(), "first-editor", after))?.state).toBe("expired");
});

test("the daily cleaning takes what has expired and leaves what works", async () => {
  await signIn("gone@example.org");
  await linkFor("gone@example.org");
  world.pass(61 * 24);
  const kept = await signIn("kept@example.org");
  const ctx = await world.system();
  await clearExpired(ctx);
  expect(await ctx.db.selectFrom("sessions").select("token_hash").execute()).toHaveLength(1);
  expect((await actorOf(ctx, kept)).kind).toBe("person");
  expect(
    (await ctx.db.selectFrom("sign_in_links").select("email").execute()).map((row) => row.email),
  ).toEqual(["kept@example.org"]);
});
