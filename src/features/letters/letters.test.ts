import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { type Held, holdMeeting, launchAt } from "./factory.ts";

const BEFORE = new Date("2026-05-20T15:00:00Z");
/** Noon in Nebraska, on the day of the meeting. */
const ENDED = new Date("2026-06-04T17:00:00Z");

let world: World;
let editor: SignedIn;
let held: Held;

async function system() {
  return world.ctx({ kind: "system", name: "Test" });
}
const table = (rest = "") => `/partnerships/${held.workspace.slug}/table/letters${rest}`;
async function as(person: SignedIn, { workspace }: Held): Promise<SignedIn> {
  return world.give(person, { role: "partnership-editor", scope: workspace.id });
}
async function sendForm(path: string, form: Record<string, string | string[]> = {}) {
  const response = await world.post(path, { as: editor, form });
  return { status: response.status, to: response.headers.get("location") ?? "", page: await response.text() };
}
async function openRound(kind: string, more: Record<string, string> = {}): Promise<string> {
  const { to } = await sendForm(table(), { kind, meeting: held.meeting.id, ...more });
  return to.split("/").at(-1)!;
}
async function roundOf(kind: string): Promise<string> {
  const row = await world.house.ground.database.db
    .selectFrom("letter_rounds")
    .select("id")
    .where("kind", "=", kind as never)
    .where("meeting", "=", held.meeting.id)
    .executeTakeFirstOrThrow();
  return row.id;
}
const lettersTo = async (address: string) =>
  (await world.mails()).filter(({ kind, to }) => kind === "partnership-letter" && to === address);
const plain = (page: string) => page.replaceAll("\u2060", "");

beforeAll(async () => {
  world = await openWorld({ now: BEFORE });
  await world.loadStarter();
  held = await launchAt(await system(), {
    guests: [
      { name: "Ana Cruz", email: "ana@cruz.test", company: "Cruz Foods", caresAbout: "night buses" },
      { name: "Siobhán O'Brien", email: "siobhan@obrien.test", company: "O'Brien Freight" },
      { name: "", email: "office@nameless.test", company: "Nameless, Inc." },
      { name: "Walt Away", email: "walt@away.test", company: "Away Co." },
      { name: "No Mail", email: null, company: "Paper Mill" },
    ],
  });
  editor = await as(await world.person("member", "Pat Convener"), held);
  // Dana's letters can be read by Kim.
  await world.house.ground.database.db
    .updateTable("roster_contacts")
    .set({ is_champion: true, assistant_name: "Kim Lee", assistant_email: "kim@ruiz.test" })
    .where("id", "=", held.champion.id)
    .execute();
});
afterAll(() => world.close());

describe("invitations in a champion's name", () => {
  let round: string;

  it("say before anything goes out who gets them and who does not, and why", async () => {
    round = await openRound("invitation");
    const page = await world.page(table(`/${round}`), { as: editor });
    expect(page).toContain("Dana Ruiz");
    const wont = await world.page(table(`/${round}?show=wont`), { as: editor });
    expect(wont).toContain("Nobody knows an e-mail address");
    expect(wont).toContain("Not approved by Dana Ruiz yet");
    expect(wont).toContain("No name known");
    const sent = await sendForm(table(`/${round}/sending`), { when: "now" });
    expect(sent.status).toBe(422);
    expect(sent.page).toContain("Nobody would get it as it is now");
  });

  it("are approved once by whoever reads for the champion, by a link that says whose it is and shows no address", async () => {
    await sendForm(table(`/${round}/reviews`), { champion: held.champion.id, reader: "assistant" });
    const mail = (await world.mails()).find(({ to }) => to === "kim@ruiz.test")!;
    const link = /http:\/\/commons\.test(\/letters\/review\/\S+)/.exec(mail.text)![1]!;
    const page = await world.page(link);
    expect(page).toContain("Kim Lee, who reads for Dana Ruiz");
    expect(page).toContain("Cruz Foods");
    expect(page).not.toContain("ana@cruz.test");
    expect(page).not.toContain("dana@ruiz.test");
    const version = /name="version" value="(\d+)"/.exec(page)![1]!;
    const answer = await world.post(link, { form: { version, deed: "approve" } });
    expect(answer.status).toBe(303);
    expect(await world.page(table(`/${round}`), { as: editor })).toContain("Ready for 4 people");
    // The text changes, and the yes was to other words.
    const text = await world.page(table(`/${round}/text`), { as: editor });
    const body = /name="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)![1]!;
    await sendForm(table(`/${round}/text`), {
      version,
      subject: "A seat for {{company}}",
      body: body.replaceAll("&quot;", '"').replaceAll("&#39;", "'"),
      unknownGreeting: "Dear neighbor",
      signing: "inviter",
      signedBy: held.champion.id,
      replyName: "Pat Convener",
      replyEmail: "pat@convener.test",
      audience: "invited",
    });
    expect(await world.page(table(`/${round}?show=wont`), { as: editor })).toContain(
      "Not approved by Dana Ruiz yet",
    );
    const stale = await world.post(link, { form: { version, deed: "approve" } });
    expect(stale.status).toBe(409);
    await sendForm(table(`/${round}/approvals`), { champion: held.champion.id });
  });

  it("go out to each by name, are answered by a person, and mark the guest list and the roster", async () => {
    await sendForm(table(`/${round}/sending`), { when: "now" });
    await world.runJobs();
    const [ana] = await lettersTo("ana@cruz.test");
    expect(ana?.text).toContain("Dear Ana,");
    expect(ana?.subject).toBe("A seat for Cruz Foods");
    const [siobhan] = await lettersTo("siobhan@obrien.test");
    expect(siobhan?.text).toContain("Dear Siobhán,");
    expect(siobhan?.subject).toBe("A seat for O'Brien Freight");
    const [nameless] = await lettersTo("office@nameless.test");
    expect(nameless?.text).toContain("Dear neighbor,");
    const rsvp = /http:\/\/commons\.test(\/rsvp\/\S+?)\)/.exec(ana!.text)![1]!;
    expect((await world.get(rsvp)).status).toBe(200);
    const row = await world.house.ground.database.db
      .selectFrom("mails")
      .selectAll()
      .where("recipient", "=", "ana@cruz.test")
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      from_name: "Dana Ruiz, Platte Valley Healthcare Partnership",
      reply_to: "pat@convener.test",
      personal: true,
    });
    const guests = await world.house.ground.database.db
      .selectFrom("meeting_guests")
      .select(["state"])
      .where("meeting", "=", held.meeting.id)
      .execute();
    expect(guests.filter(({ state }) => state === "invited")).toHaveLength(4);
    const { standing } = await world.house.ground.database.db
      .selectFrom("roster_contacts")
      .select("standing")
      .where("email", "=", "ana@cruz.test")
      .executeTakeFirstOrThrow();
    expect(standing).toBe("asked");
  });

  it("go to nobody twice, however often the job comes", async () => {
    const again = await sendForm(table(`/${round}/sending`), { when: "now" });
    expect(again.status).toBe(422);
    await world.runJobs();
    expect(await lettersTo("ana@cruz.test")).toHaveLength(1);
  });

  it("that came back later are said to have failed, and go again to the address that the roster has today", async () => {
    const { db } = world.house.ground.database;
    const { id, contact } = await db
      .selectFrom("mails as m")
      .innerJoin("letters as l", "l.mail", "m.id")
      .select(["m.id", "l.contact"])
      .where("m.recipient", "=", "siobhan@obrien.test")
      .executeTakeFirstOrThrow();
    const stateOf = async () =>
      db.selectFrom("mails").select(["state", "recipient"]).where("id", "=", id).executeTakeFirstOrThrow();
    const letter = table(`/${round}/to/${contact}`);
    expect(await world.page(letter, { as: editor })).not.toContain("It came back");
    expect((await world.post(`${letter}/return`, { as: editor })).status).toBe(409);
    // As a mail server would have taken it.
    await db.updateTable("mails").set({ state: "sent" }).where("id", "=", id).execute();
    expect(await world.page(letter, { as: editor })).toContain("It came back");
    const { to, status } = await sendForm(`${letter}/return`);
    expect(status).toBe(303);
    expect(await world.page(to.split("#")[0]!, { as: editor })).toContain(
      "It came back: the team was told later",
    );
    expect(await world.page(letter, { as: editor })).toContain("It did not arrive");
    const moveTo = (email: string) =>
      db.updateTable("roster_contacts").set({ email }).where("id", "=", contact).execute();
    await moveTo("siobhan@freight.test");
    const saysOf = (consent: "withdrawn" | "given") =>
      db.updateTable("roster_contacts").set({ consent }).where("id", "=", contact).execute();
    await saysOf("withdrawn");
    await sendForm(table(`/${round}/retry`));
    expect((await stateOf()).state).toBe("failed");
    await saysOf("given");
    await sendForm(table(`/${round}/retry`));
    expect(await stateOf()).toEqual({ state: "queued", recipient: "siobhan@freight.test" });
    await world.runJobs();
    const page = (await world.page(letter, { as: editor })).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(page).toContain("Then again to siobhan@freight.test");
    await moveTo("siobhan@obrien.test");
  });

  it("are kept as they were sent: not even the database changes them", async () => {
    const { db } = world.house.ground.database;
    await expect(
      db
        .updateTable("letters")
        .set({ sent_text: "something else" })
        .where("sent_to", "=", "ana@cruz.test")
        .execute(),
    ).rejects.toThrow(/kept as it was sent/);
  });

  it("end by one press of whoever got one, and the roster and every later round know it", async () => {
    const [walt] = await lettersTo("walt@away.test");
    const stop = /http:\/\/commons\.test(\/letters\/stop\/\S+)/.exec(walt!.text)![1]!;
    expect(await world.page(stop)).toContain("No more letters?");
    const pressed = await world.post(stop, { form: { "List-Unsubscribe": "One-Click" } });
    expect(pressed.status).toBe(303);
    const reminder = await openRound("reminder");
    const wont = await world.page(table(`/${reminder}?show=wont`), { as: editor });
    expect(wont).toContain("Said that we may not write to them");
  });

  it("stay the team's: neither editors of the site nor the outbox show their texts", async () => {
    const site = await world.person("editor");
    expect((await world.get(table(`/${round}`), { as: site })).status).toBe(403);
    const { id } = await world.house.ground.database.db
      .selectFrom("mails")
      .select("id")
      .where("recipient", "=", "ana@cruz.test")
      .executeTakeFirstOrThrow();
    await world.house.ground.database.db
      .updateTable("mails")
      .set({ state: "sent" })
      .where("id", "=", id)
      .execute();
    expect(await world.page(`/desk/outbox/${id}`, { as: site })).not.toContain("Dear Ana");
    const log = await world.page("/desk/activity", { as: site });
    expect(log).not.toContain("Cruz");
  });
});

describe("when the meeting ends", () => {
  beforeAll(async () => {
    world.clock.set(ENDED);
    await holdMeeting(await system(), held, held.guests.slice(0, 3));
  });

  it("the follow-up is written already, says what is missing, and leaves out lists that are empty", async () => {
    const page = await world.page(table(`/${await roundOf("follow-up-came")}`), { as: editor });
    expect(page).toContain("Ready for 3 people");
    expect(page).toContain("Dear Ana");
    expect(page).toContain("Wednesday, June 10");
    expect(page).not.toContain("This is what the room chose");
    expect(page).toContain("See what we are working on");
    const missed = await world.page(table(`/${await roundOf("follow-up-missed")}?show=wont`), { as: editor });
    expect(missed).toContain("Walt Away");
  });

  it("goes out at five in the afternoon in the partnership’s own zone, and can be taken back before", async () => {
    const round = await roundOf("follow-up-came");
    const page = await world.page(table(`/${round}`), { as: editor });
    expect(page).toContain("Today at 5:00 PM");
    await sendForm(table(`/${round}/sending`), { when: "five" });
    const { send_at } = await world.house.ground.database.db
      .selectFrom("letter_rounds")
      .select("send_at")
      .where("id", "=", round)
      .executeTakeFirstOrThrow();
    expect(send_at?.toISOString()).toBe("2026-06-04T22:00:00.000Z");
    await sendForm(table(`/${round}/unplanning`));
    const { rows } = await world.house.ground.database.pool.query(
      "select start_after from jobs.job where name = 'letters.send-round' and state = 'created'",
    );
    expect(rows.map(({ start_after }) => start_after.toISOString())).toContain("2026-06-04T22:00:00.000Z");
    await world.house.ground.database.pool.query(
      "update jobs.job set start_after = now() where state = 'created'",
    );
    await world.runJobs();
    expect((await lettersTo("ana@cruz.test")).length).toBe(1);
    await sendForm(table(`/${round}/sending`), { when: "now" });
    await world.runJobs();
    const followUp = (await lettersTo("ana@cruz.test")).find(({ text }) =>
      text.includes("Thank you for giving us your time"),
    );
    expect(followUp?.text).toContain(`http://commons.test/partnerships/${held.workspace.slug}`);
  });

  it("a welcome letter names what is missing, then is read, changed, approved or sent back one by one", async () => {
    const round = await roundOf("welcome");
    const wont = await world.page(table(`/${round}?show=wont`), { as: editor });
    expect(wont).toContain("Missing: whom they met");
    expect(wont).toContain("Missing: whom they met, what they said they care about");
    for (const guest of held.guests.slice(0, 3))
      await sendForm(table(`/${round}/to/${guest.contact!.id}`), {
        deed: "facts",
        met: "Lou Park of the college",
        caresAbout: guest.contact!.caresAbout || "apprentices <b>now</b> https://evil.test",
      });
    await sendForm(table(`/${round}/reviews`), { champion: held.champion.id, reader: "assistant" });
    const mail = (await world.mails()).filter(({ to }) => to === "kim@ruiz.test").at(-1)!;
    const link = /http:\/\/commons\.test(\/letters\/review\/\S+)/.exec(mail.text)![1]!;
    const page = plain(await world.page(link));
    expect(page).toContain("3 letters wait");
    expect(page).toContain("night buses");
    expect(page).toContain("apprentices &lt;b&gt;now&lt;/b&gt;");
    expect(page).not.toContain('href="https://evil.test');
    const [ana, siobhan, nameless] = held.guests.map(({ contact }) => contact!.id);
    await world.post(`${link}/${ana}`, { form: { deed: "approve" } });
    await world.post(`${link}/${siobhan}`, {
      form: {
        deed: "change",
        [`subject-${siobhan}`]: "Welcome, O'Brien Freight",
        [`body-${siobhan}`]: "Dear Siobhán,\n\nhow good that you came.\n\nDana Ruiz",
      },
    });
    const empty = await world.post(`${link}/${nameless}`, {
      form: { deed: "send-back", [`word-${nameless}`]: "" },
    });
    expect(empty.status).toBe(422);
    await world.post(`${link}/${nameless}`, {
      form: { deed: "send-back", [`word-${nameless}`]: "Who is this?" },
    });
    const stand = await world.page(table(`/${round}`), { as: editor });
    expect(stand).toContain("Ready for 2 people");
    expect(await world.page(table(`/${round}?show=wont`), { as: editor })).toContain("Who is this?");
    await sendForm(table(`/${round}/sending`), { when: "now" });
    await world.runJobs();
    expect(await lettersTo("siobhan@obrien.test")).toContainEqual(
      expect.objectContaining({
        subject: "Welcome, O'Brien Freight",
        text: expect.stringContaining("how good that you came"),
      }),
    );
    expect(await lettersTo("office@nameless.test")).toHaveLength(2);
  });

  it("a review link opens that review and nothing else, and ends when the team says so", async () => {
    const round = await roundOf("welcome");
    const mail = (await world.mails()).filter(({ to }) => to === "kim@ruiz.test").at(-1)!;
    const link = /http:\/\/commons\.test(\/letters\/review\/\S+)/.exec(mail.text)![1]!;
    expect((await world.get(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(404);
    expect((await world.get(link.replace("/review/", "/stop/"))).status).toBe(404);
    const { id } = await world.house.ground.database.db
      .selectFrom("letter_reviews")
      .select("id")
      .where("round", "=", round)
      .where("link_key", "is not", null)
      .executeTakeFirstOrThrow();
    await sendForm(table(`/${round}/reviews/${id}/ending`));
    expect((await world.get(link)).status).toBe(404);
  });

  it("the list of letters asks no more of the database for ten rounds than for one", async () => {
    const few = await countQueries(() => world.page(table(), { as: editor }));
    for (let count = 0; count < 4; count += 1) await openRound("reminder");
    const many = await countQueries(() => world.page(table(), { as: editor }));
    expect(many).toBe(few);
  });

  it("somebody who asks to be forgotten is in no letter any more", async () => {
    const admin = await world.person("administrator");
    const { forgetPerson } = await import("../../app/forget-person.ts");
    await forgetPerson(await world.ctx(admin.actor), world.house.features, "siobhan@obrien.test");
    const { rows } = await world.house.ground.database.pool.query(
      "select id from letters where sent_to = 'siobhan@obrien.test' or coalesce(body, '') ilike '%siobh%'",
    );
    expect(rows).toEqual([]);
  });
});

describe("texts", () => {
  it("a partnership's own text keeps its versions, and is offered without what is private", async () => {
    await sendForm(table("/templates/welcome"), {
      version: "0",
      subject: "Welcome from Dana Ruiz",
      body: "{{greeting}},\n\nwelcome to the Platte Valley Healthcare Partnership. Call Dana Ruiz at 308-555-0100 or write to dana@ruiz.test.\n\n{{champion}}",
      unknownGreeting: "Hello",
    });
    const slip = await sendForm(table("/templates/welcome"), {
      version: "1",
      subject: "Welcome",
      body: "Dear {{frstName}}",
      unknownGreeting: "Hello",
    });
    expect(slip.status).toBe(422);
    expect(slip.page).toContain("Nothing is called {{frstName}}");
    const offer = await world.page(table("/templates/welcome/offer"), { as: editor });
    expect(offer).toContain("“Dana Ruiz” became");
    expect(offer).toContain("“308-555-0100” became");
    const body = /name="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(offer)![1]!;
    expect(body).not.toMatch(/Dana|Platte|ruiz|308/);
    await sendForm(table("/templates/welcome/offer"), {
      title: "Welcome with a telephone number",
      about: "Short.",
      subject: "Welcome",
      body,
      unknownGreeting: "Hello",
      credit: "Platte Valley Healthcare Partnership",
    });
    const site = await world.person("editor");
    const desk = await world.page("/desk", { as: site });
    const [, path] = /href="(\/desk\/letters\/[^"]+)"/.exec(desk)!;
    expect(await world.page("/letters/library")).not.toContain("Welcome with a telephone number");
    await world.post(path!, { as: site, form: { answer: "shared" } });
    expect(await world.page("/letters/library")).toContain("Welcome with a telephone number");
    const entry = await world.page("/letters/library/welcome-with-a-telephone-number");
    expect(entry).toContain("Platte Valley Healthcare Partnership");
    expect(entry).toContain("New here");
    expect(await world.page("/letters/library/welcome")).toContain("Used by 1 partnership");
  });
});
