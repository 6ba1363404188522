import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, openPeopleWorld, type PeopleWorld } from "#kit/people-world.ts";
import { personByEmail } from "../queries.ts";
import { makeFirstEditorLink } from "./actions.ts";

let world: PeopleWorld;
beforeAll(async () => {
  world = await openPeopleWorld();
});
afterAll(() => world.close());

async function signIn(email: string, to = ""): Promise<Response> {
  await world.request("/sign-in", { email, return: to });
  return world.request(await world.mailedLink(email), {});
}

async function sessionCount(): Promise<number> {
  const { db } = world.house.ground.database;
  return (await db.selectFrom("sessions").select("token_hash").execute()).length;
}

test("the answer is the same for an address we know and one we do not, but for the address itself", async () => {
  await signIn("known@example.org");
  const known = await world.request("/sign-in", { email: "known@example.org" });
  const unknown = await world.request("/sign-in", { email: "nobody@example.org" });
  expect(known.status).toBe(200);
  expect(unknown.status).toBe(200);
  const words = (await known.text()).replaceAll("known@example.org", "…");
  expect(words).toContain("A link is on its way");
  expect((await unknown.text()).replaceAll("nobody@example.org", "…")).toBe(words);
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
});

test("what was typed stays when it is no address", async () => {
  const answer = await world.request("/sign-in", { email: "ada at example", return: "/desk" });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('value="ada at example"');
  expect(page).toContain("It should look like name@example.org.");
  expect(page).toContain('name="return" value="/desk"');
});

test("opening the mail's link changes nothing, as often as a scanner does it; the button signs in", async () => {
  await world.request("/sign-in", { email: "scanned@example.org" });
  const link = await world.mailedLink("scanned@example.org");
  const before = await sessionCount();
  for (let time = 0; time < 3; time += 1) {
    const page = await world.request(link);
    expect(page.status).toBe(200);
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(await page.text()).toContain("scanned@example.org");
  }
  expect(await sessionCount()).toBe(before);
  const entered = await world.request(link, {});
  expect(entered.status).toBe(303);
  const account = await world.request("/account", undefined, cookieOf(entered));
  expect(await account.text()).toContain("scanned@example.org");
});

test("the session's cookie is kept from scripts and other sites, and over https it is this host's alone", async () => {
  const plain = (await signIn("cookie@example.org")).headers.get("set-cookie");
  expect(plain).toMatch(/^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const secure = await openPeopleWorld("https://commons.test");
  await secure.request("/sign-in", { email: "cookie@example.org" });
  const entered = await secure.request(await secure.mailedLink("cookie@example.org"), {});
  expect(entered.headers.get("set-cookie")).toMatch(
    /^__Host-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const planted = cookieOf(entered).replace("__Host-session", "session");
  expect((await secure.request("/account", undefined, planted)).status).toBe(303);
  expect((await secure.request("/account", undefined, cookieOf(entered))).status).toBe(200);
  await secure.close();
});

test("a link leads only to pages of this site", async () => {
  expect((await signIn("way@example.org", "/happenings?state=pa")).headers.get("location")).toBe(
    "/happenings?state=pa",
  );
  for (const elsewhere of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/sign-in",
    "/\t/evil.example",
  ]) {
    const entered = await signIn(`way${elsewhere.length}@example.org`, elsewhere);
    expect(entered.headers.get("location")).toBe("/welcome");
  }
});

test("a used, an expired and a forged link each say what to do next", async () => {
  await signIn("again@example.org");
  const used = await world.request(await world.mailedLink("again@example.org"));
  expect(used.status).toBe(410);
  expect(await used.text()).toContain("This link has been used already");
  await world.request("/sign-in", { email: "slow@example.org", return: "/happenings" });
  world.pass(1);
  const expired = await world.request(await world.mailedLink("slow@example.org"), {});
  expect(expired.status).toBe(410);
  expect(await expired.text()).toContain('href="/sign-in?return=%2Fhappenings"');
  const forged = await world.request(`/sign-in/${"x".repeat(43)}`, {});
  expect(forged.status).toBe(404);
  expect(await forged.text()).toContain("Get a new link");
});

test("whoever presses the button again is simply let through", async () => {
  const entered = await signIn("double@example.org");
  const again = await world.request(await world.mailedLink("double@example.org"), {}, cookieOf(entered));
  expect(again.status).toBe(303);
  expect(again.headers.get("location")).toBe("/welcome");
});

test("signing out ends the session and takes the cookie away", async () => {
  const cookie = cookieOf(await signIn("out@example.org"));
  const out = await world.request("/sign-out", {}, cookie);
  expect(out.headers.get("location")).toBe("/");
  expect(out.headers.get("set-cookie")).toMatch(/^session=; Max-Age=0; Path=\//);
  expect((await world.request("/account", undefined, cookie)).headers.get("location")).toBe(
    "/sign-in?return=%2Faccount",
  );
});

test("signing out everywhere ends the session on the other device", async () => {
  const [one, other] = [await signIn("all@example.org"), await signIn("all@example.org")].map(cookieOf);
  const account = await world.request("/account", undefined, one);
  expect(await account.text()).toContain("On this device and 1 more.");
  await world.request("/sign-out/everywhere", {}, one);
  expect((await world.request("/account", undefined, other)).status).toBe(303);
});

test("the sixth link within an hour is refused, whoever the address belongs to", async () => {
  const ask = () => world.request("/sign-in", { email: "flooded@example.org" });
  for (let time = 0; time < 5; time += 1) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
  expect((await world.request("/sign-in", { email: "neighbor@example.org" })).status).toBe(200);
});

test("a person's name can be changed and shows at once", async () => {
  const cookie = cookieOf(await signIn("name@example.org"));
  expect((await world.request("/account", { name: "  " }, cookie)).status).toBe(422);
  await world.request("/account", { name: "Nora <Name>" }, cookie);
  expect(await (await world.request("/account", undefined, cookie)).text()).toContain("Nora &lt;Name&gt;");
});

test("the console's link makes the first editor once; wrong input does not use it up", async () => {
  const path = (await makeFirstEditorLink(await world.system())) ?? "";
  expect(await (await world.request(path)).text()).toContain("Become the first editor");
  const wrong = await world.request(path, { name: "Ida Editor", email: "ida" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="Ida Editor"');
  const entered = await world.request(path, { name: "Ida Editor", email: "Ida@Example.org" });
  expect(entered.headers.get("location")).toBe("/desk");
  expect((await world.request("/desk/editors", undefined, cookieOf(entered))).status).toBe(200);
  expect(await personByEmail(await world.ctx(), "ida@example.org")).toMatchObject({
    name: "Ida Editor",
    role: "administrator",
  });
  expect((await world.request(path, { name: "Eve", email: "eve@example.org" })).status).toBe(410);
  expect(await personByEmail(await world.ctx(), "eve@example.org")).toBeUndefined();
  expect(await makeFirstEditorLink(await world.system())).toBeUndefined();
});
