import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Authenticator, authenticator } from "#kit/authenticator.ts";
import { cookieOf, openPeopleWorld, type PeopleWorld } from "#kit/people-world.ts";
import { relyingParty } from "../sign-in/relying-party.ts";

const ORIGIN = "https://commons.test";
let world: PeopleWorld;
beforeAll(async () => {
  world = await openPeopleWorld(ORIGIN);
});
afterAll(() => world.close());

async function member(email: string): Promise<string> {
  await world.request("/sign-in", { email });
  return cookieOf(await world.request(await world.mailedLink(email), {}));
}

const optionsAt = async (path: string, cookie?: string) =>
  (await (await world.request(path, {}, cookie)).json()) as { challenge: string; user: { id: string } };

async function add(cookie: string, device: Authenticator, name = "My phone"): Promise<Response> {
  const options = await optionsAt("/account/passkeys/options", cookie);
  const response = JSON.stringify(device.create(options));
  return world.request("/account/passkeys", { passkeyName: name, response }, cookie);
}

async function signIn(device: Authenticator, more: Record<string, string> = {}): Promise<Response> {
  const options = await optionsAt("/passkeys/options");
  return world.request("/passkeys/sign-in", { response: JSON.stringify(device.get(options)), ...more });
}

describe("a passkey", () => {
  test("is added, told of by mail, and signs its owner in", async () => {
    const cookie = await member("ana@example.org");
    const phone = authenticator(ORIGIN);
    expect((await add(cookie, phone)).headers.get("location")).toBe("/account?passkey=added#passkeys");
    const page = await (await world.request("/account", undefined, cookie)).text();
    expect(page).toContain("My phone");
    expect(page).toContain("not used yet");
    const mails = await world.house.ground.database.db
      .selectFrom("mails")
      .select(["kind", "recipient"])
      .execute();
    expect(mails).toContainEqual({ kind: "passkey-added", recipient: "ana@example.org" });
    const entered = await signIn(phone, { return: "/people" });
    expect(entered.status).toBe(303);
    expect(entered.headers.get("location")).toBe("/people");
    const inside = await (await world.request("/account", undefined, cookieOf(entered))).text();
    expect(inside).toContain("ana@example.org");
    expect(inside).toContain("last used");
    expect((await world.names()).filter((name) => name === "passkey.added")).toHaveLength(1);
  });

  test("that was removed opens nothing, and nobody removes another's", async () => {
    const ana = await member("remover@example.org");
    const laptop = authenticator(ORIGIN);
    await add(ana, laptop, "Laptop");
    const [row] = await world.house.ground.database.db
      .selectFrom("passkeys")
      .select("id")
      .where("name", "=", "Laptop")
      .execute();
    const other = await member("other@example.org");
    expect((await world.request("/account/passkeys/removal", { id: row!.id }, other)).status).toBe(404);
    expect((await signIn(laptop)).status).toBe(303);
    expect((await world.request("/account/passkeys/removal", { id: row!.id }, ana)).status).toBe(303);
    const answer = await signIn(laptop);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("This passkey does not open an account here");
  });

  test("added twice is there once", async () => {
    const cookie = await member("twice@example.org");
    const phone = authenticator(ORIGIN);
    await add(cookie, phone);
    const again = await add(cookie, phone);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("This passkey was added before.");
  });
});

describe("a passkey opens nothing", () => {
  let cookie: string;
  let phone: Authenticator;
  beforeAll(async () => {
    cookie = await member("careful@example.org");
    phone = authenticator(ORIGIN);
    await add(cookie, phone);
  });

  test("with an answer that was given before, or too late, or to nobody's question", async () => {
    const options = await optionsAt("/passkeys/options");
    const response = JSON.stringify(phone.get(options));
    expect((await world.request("/passkeys/sign-in", { response })).status).toBe(303);
    expect((await world.request("/passkeys/sign-in", { response })).status).toBe(422);
    const late = await optionsAt("/passkeys/options");
    world.pass(0.2);
    expect(
      (await world.request("/passkeys/sign-in", { response: JSON.stringify(phone.get(late)) })).status,
    ).toBe(422);
    const made = Buffer.from("made up").toString("base64url");
    const forged = JSON.stringify(phone.get({ challenge: made }));
    expect((await world.request("/passkeys/sign-in", { response: forged })).status).toBe(422);
  });

  test("with a question that was asked for adding one, or the other way round", async () => {
    const adding = await optionsAt("/account/passkeys/options", cookie);
    const response = JSON.stringify(phone.get(adding));
    expect((await world.request("/passkeys/sign-in", { response })).status).toBe(422);
    const entering = await optionsAt("/passkeys/options");
    const created = JSON.stringify(authenticator(ORIGIN).create({ ...entering, user: { id: "x" } }));
    const answer = await world.request(
      "/account/passkeys",
      { passkeyName: "Odd", response: created },
      cookie,
    );
    expect(answer.status).toBe(422);
  });

  test("where its owner was not asked for finger, face or code", async () => {
    phone.verifies = false;
    expect((await signIn(phone)).status).toBe(422);
    phone.verifies = true;
    expect((await signIn(phone)).status).toBe(303);
    const loose = authenticator(ORIGIN);
    loose.verifies = false;
    expect((await add(cookie, loose)).status).toBe(422);
  });

  test("once its count goes back, as that of a copied key does", async () => {
    phone.counter = 0;
    expect((await signIn(phone)).status).toBe(422);
  });

  test("from another site, or for another host", async () => {
    const elsewhere = authenticator("https://commons.example", "commons.test");
    expect((await add(cookie, elsewhere)).status).toBe(422);
    const otherHost = authenticator(ORIGIN, "commons.example");
    expect((await add(cookie, otherHost)).status).toBe(422);
  });

  test("with what is no answer at all", async () => {
    for (const response of ["", "{", "[]", '{"id":"x"}', "x".repeat(30_000)]) {
      expect((await world.request("/passkeys/sign-in", { response })).status).toBe(422);
      const answer = await world.request("/account/passkeys", { passkeyName: "Odd", response }, cookie);
      expect(answer.status).toBe(422);
    }
  });
});

test("browsers make passkeys for a site with a name and a certificate, and on the machine itself", () => {
  expect(relyingParty("https://commons.example")?.id).toBe("commons.example");
  expect(relyingParty("http://localhost:3000")).toEqual({ id: "localhost", origin: "http://localhost:3000" });
  for (const url of [
    "http://commons.example",
    "http://127.0.0.1:3000",
    "https://192.0.2.1",
    "http://[::1]:3000",
  ])
    expect(relyingParty(url), url).toBeUndefined();
});

test("without a certificate the account says kindly why there are none, and the addresses are not there", async () => {
  const plain = await openPeopleWorld("http://commons.test");
  try {
    await plain.request("/sign-in", { email: "ana@example.org" });
    const cookie = cookieOf(await plain.request(await plain.mailedLink("ana@example.org"), {}));
    expect(await (await plain.request("/account", undefined, cookie)).text()).toContain("secure connection");
    expect(await (await plain.request("/sign-in")).text()).not.toContain("with a passkey");
    expect((await plain.request("/passkeys/options", {})).status).toBe(404);
    expect((await plain.request("/account/passkeys/options", {}, cookie)).status).toBe(404);
  } finally {
    await plain.close();
  }
});
