import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { passOnLetter } from "./actions.ts";
import { clearLetters } from "./jobs.ts";

let world: World;
let writer: SignedIn;
let reader: SignedIn;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  writer = await world.person("member", "Wanda Writer");
  reader = await world.person("member", "Rhea Reader");
  editor = await world.person("editor");
});
afterAll(() => world.close());

const partnership = {
  kind: "partnership" as const,
  id: "00000000-0000-4000-8000-0000000000aa",
  name: "the Test Valley partnership",
  addresses: ["one@convener.test", "Two@convener.test", "one@convener.test"],
};

async function write(
  text: string,
  more: { doubt?: string; guest?: { name: string; email: string }; to?: typeof partnership } = {},
) {
  const from = more.guest ?? { name: writer.name, email: writer.email, personId: writer.id };
  return passOnLetter(await world.ctx(more.guest ? undefined : writer.actor), {
    to: more.to ?? partnership,
    from,
    text,
    doubt: more.doubt ?? null,
  });
}
const mailsWith = async (text: string) => (await world.mails()).filter((mail) => mail.text.includes(text));
const letterWith = async (state: string) =>
  world.house.ground.database.db
    .selectFrom("relay_letters")
    .selectAll()
    .where("state", "=", state as never)
    .orderBy("received_at", "desc")
    .execute();

describe("a letter", () => {
  test("reaches everybody it is for once, and its writer gets a copy without an address", async () => {
    expect(await write("About your apprenticeships.")).toEqual({ ok: true, value: "passed-on" });
    const mails = await mailsWith("About your apprenticeships.");
    expect(mails.map(({ kind, to }) => [kind, to]).sort()).toEqual([
      ["relay-copy", writer.email],
      ["relay-letter", "one@convener.test"],
      ["relay-letter", "two@convener.test"],
    ]);
    const copy = mails.find(({ kind }) => kind === "relay-copy");
    expect(copy?.text + (copy?.html ?? "")).not.toContain("convener.test");
    const row = await world.house.ground.database.db
      .selectFrom("mails")
      .select("reply_to")
      .where("kind", "=", "relay-letter")
      .execute();
    expect(row.map(({ reply_to }) => reply_to)).toEqual([writer.email, writer.email]);
  });

  test("is not kept once it was passed on", async () => {
    const [row] = await letterWith("passed-on");
    expect(row).toMatchObject({ text: "", to_addresses: [] });
  });

  test("sent twice is one", async () => {
    await write("Twice pressed.");
    await write("Twice pressed.");
    expect((await mailsWith("Twice pressed.")).length).toBe(3);
  });

  test("to a person goes to the address the house knows, which no mail to the writer shows", async () => {
    const to = { kind: "person" as const, id: reader.id, name: reader.name, addresses: [] };
    await write("Dear Rhea, how did you start?", { to: to as never });
    const mails = await mailsWith("Dear Rhea, how did you start?");
    expect(mails.map(({ to }) => to).sort()).toEqual([reader.email, writer.email].sort());
    const copy = mails.find(({ to }) => to === writer.email);
    expect(copy?.text).not.toContain(reader.email);
  });

  test("to nobody who can be reached is refused", async () => {
    const refused = await write("Hello?", { to: { ...partnership, addresses: [] } });
    expect(refused.ok).toBe(false);
  });
});

describe("a guest's letter", () => {
  const guest = { name: "Gus Guest", email: "gus@guest.test" };

  test("waits until the address is confirmed by a press of the button", async () => {
    expect(await write("I am new here.", { guest })).toEqual({ ok: true, value: "unconfirmed" });
    expect(await mailsWith("I am new here.")).toEqual([]);
    const mail = (await world.mails()).find(({ kind }) => kind === "relay-confirmation");
    const path = mail?.text.match(/\/letters\/confirm\/[\w-]+/)?.[0] ?? "";
    const page = await world.page(path);
    expect(page).toContain("Pass my letter on");
    expect(await mailsWith("I am new here."), "opening it changes nothing").toEqual([]);
    expect((await world.post(path)).status).toBe(303);
    expect(await world.page(path)).toContain("Your letter is on its way");
    await world.post(path);
    expect((await mailsWith("I am new here.")).length).toBe(3);
  });

  test("that nobody confirms is deleted after a week", async () => {
    await write("Never confirmed.", { guest });
    const now = world.clock.now();
    world.clock.advance(8 * 86_400_000);
    await clearLetters(await world.ctx({ kind: "system", name: "Test" }));
    expect(await letterWith("unconfirmed")).toEqual([]);
    world.clock.set(now);
  });
});

describe("a doubtful letter", () => {
  test("is held on the desk, where an editor passes it on", async () => {
    expect(await write("Buy my course!", { doubt: "It was odd." })).toEqual({ ok: true, value: "held" });
    expect(await world.page("/desk", { as: editor })).toContain("A letter to the Test Valley partnership");
    const [held] = await letterWith("held");
    const page = await world.page(`/desk/letters/${held?.id}`, { as: editor });
    expect(page).toContain("Buy my course!");
    expect(page).toContain("It was odd.");
    expect(page).not.toContain("convener.test");
    await world.post(`/desk/letters/${held?.id}/passage`, { as: editor });
    expect((await mailsWith("Buy my course!")).length).toBe(3);
    expect(await world.page(`/desk/letters/${held?.id}`, { as: editor })).not.toContain("Buy my course!");
    const again = await world.post(`/desk/letters/${held?.id}/removal`, { as: editor });
    expect(again.status).toBe(409);
  });

  test("or drops it, and nobody gets it", async () => {
    await write("Buy another course!", { doubt: "It was odd." });
    const [held] = await letterWith("held");
    await world.post(`/desk/letters/${held?.id}/removal`, { as: editor });
    expect(await mailsWith("Buy another course!")).toEqual([]);
    expect((await letterWith("dropped"))[0]?.text).toBe("");
  });
});

describe("whoever got a letter", () => {
  test("stops further ones from its writer by a press of the button, and other letters still come", async () => {
    const mail = (await mailsWith("Twice pressed.")).find(({ to }) => to === "one@convener.test");
    const path = mail?.text.match(/\/letters\/stop\/[\w-]+/)?.[0] ?? "";
    expect(await world.page(path)).toContain("Wanda Writer");
    await write("Still open.");
    expect((await mailsWith("Still open.")).length, "opening it changes nothing").toBe(3);
    await world.post(path, { form: { from: "writer" } });
    await write("Not to one any more.");
    expect((await mailsWith("Not to one any more.")).map(({ to }) => to)).not.toContain("one@convener.test");
    const other = await world.person("member", "Olga Other");
    await passOnLetter(await world.ctx(other.actor), {
      to: partnership,
      from: { name: other.name, email: other.email, personId: other.id },
      text: "From Olga.",
      doubt: null,
    });
    expect((await mailsWith("From Olga.")).map(({ to }) => to)).toContain("one@convener.test");
  });

  test("or all of them", async () => {
    const mail = (await mailsWith("Twice pressed.")).find(({ to }) => to === "two@convener.test");
    const path = mail?.text.match(/\/letters\/stop\/[\w-]+/)?.[0] ?? "";
    await world.post(path, { form: { from: "everybody" } });
    await write("To whom then?");
    expect((await mailsWith("To whom then?")).map(({ kind }) => kind)).toEqual(["relay-copy"]);
  });
});
