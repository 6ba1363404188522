import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { contactByEmail } from "#features/roster/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { forgetPerson } from "../../app/forget-person.ts";
import { businessesWhoCame, heldMeetings } from "./attendance.ts";
import { doorHref } from "./door/links.ts";
import { guestAt, meetingAt } from "./factory.ts";
import { notesHref, rsvpHref } from "./guests/links.ts";
import { guestById, guestCounts, guestsOf } from "./guests/queries.ts";
import { markInvited } from "./public.ts";
import { type Meeting, meetingById } from "./queries.ts";

let world: World;
let convener: SignedIn;
let own: { id: string; slug: string };
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  ctx = await world.ctx({ kind: "system", name: "Test" });
  own = await partnershipAt(ctx, {});
  convener = await world.give(await world.person("member", "Cora Convener"), {
    role: "partnership-editor",
    scope: own.id,
  });
});
afterAll(() => world.close());

const table = (...rest: string[]) => ["/partnerships", own.slug, "table", "meetings", ...rest].join("/");
const plan = {
  kind: "launch",
  title: "Launch in Kearney",
  startsLocal: "2026-06-04T09:00",
  timeZone: "America/Chicago",
  minutes: "120",
  place: "Community Center",
  address: "12 Main Street, Kearney, NE",
};
const at = (moment: string) => world.clock.set(new Date(moment));
const again = async ({ id }: Meeting) => (await meetingById(ctx, own.id, id))!;

async function postedTo(path: string, form: Record<string, string | string[]>): Promise<string> {
  const response = await world.post(path, { as: convener, form });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get("location")!;
}

test("a convener plans a meeting, and an agenda for its kind is there at once", async () => {
  const empty = await world.page(table(), { as: convener });
  expect(empty).toContain("No meeting is planned");
  const wrong = await world.post(table(), { as: convener, form: { ...plan, title: "", minutes: "soon" } });
  expect(wrong.status).toBe(422);
  const told = await wrong.text();
  expect(told).toContain("A title is needed.");
  expect(told).toContain("Say how many minutes it takes, such as 120.");
  expect(told).toContain("12 Main Street, Kearney, NE");
  const page = await world.page(await postedTo(table(), plan), { as: convener });
  expect(page).toContain("Thursday, June 4, 2026");
  expect(page).toContain("9:00 AM to 11:00 AM Central Time");
  expect(page).toContain("9 items, 120 of 120 minutes.");
  expect(page).toContain("https://www.openstreetmap.org/search?query=12+Main+Street");
});

test("another one like it keeps zone and agenda, and asks for its own day", async () => {
  const first = await meetingAt(ctx, own.id, { title: "First", timeZone: "America/Phoenix" });
  await postedTo(table(first.id, "agenda"), {
    version: "1",
    "item-0-minutes": "5",
    "item-0-title": "Our own beginning",
  });
  const form = await world.page(`${table("new")}?from=${first.id}`, { as: convener });
  expect(form).toMatch(/<option value="America\/Phoenix" selected/);
  expect(form).toMatch(/name="startsLocal" type="datetime-local" value=""/);
  const to = await postedTo(table(), { ...plan, timeZone: "America/Phoenix", from: first.id });
  const agenda = await world.page(to.replace(/\?.*/, "/agenda"), { as: convener });
  expect(agenda).toContain("Our own beginning");
  expect(agenda).toContain("5 of 120 minutes are planned");
});

test("two conveners at once: the second is told, and nothing is overwritten", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Before" });
  const change = (title: string) =>
    world.post(table(meeting.id, "plan"), { as: convener, form: { ...plan, title, version: "1" } });
  expect((await change("Mine")).status).toBe(303);
  const second = await change("Theirs");
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain("Somebody saved this while you were on the page");
  expect(page).toContain("Mine");
  expect(page).toMatch(/value="Theirs"/);
  expect((await again(meeting)).title).toBe("Mine");
});

test("an item goes up, and a row with a mistake comes back with everything that was typed", async () => {
  const meeting = await meetingAt(ctx, own.id);
  const rows = {
    version: "1",
    "item-0-minutes": "10",
    "item-0-title": "One",
    "item-1-minutes": "20",
    "item-1-title": "Two",
  };
  await postedTo(table(meeting.id, "agenda"), { ...rows, move: "1-up" });
  expect((await again(meeting)).agenda.map(({ title }) => title)).toEqual(["Two", "One"]);
  const wrong = await world.post(table(meeting.id, "agenda"), {
    as: convener,
    form: { ...rows, version: "2", "item-1-title": "", "item-1-lead": "Kept" },
  });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain("What it is about is needed.");
  expect(page).toContain('value="Kept"');
});

test("nobody but the team sees a meeting, not even the site's editors, and another table has none of it", async () => {
  const meeting = await meetingAt(ctx, own.id);
  const editor = await world.person("editor");
  expect((await world.get(table(meeting.id), { as: editor })).status).toBe(403);
  const other = await partnershipAt(ctx, { name: "Another Partnership" });
  const theirs = await world.give(await world.person("member"), {
    role: "partnership-editor",
    scope: other.id,
  });
  const crossed = `/partnerships/${other.slug}/table/meetings/${meeting.id}`;
  expect((await world.get(crossed, { as: theirs })).status).toBe(404);
  expect((await world.get(`${crossed}/guests`, { as: theirs })).status).toBe(404);
});

test("a pasted list puts people on roster and guest list, once", async () => {
  const meeting = await meetingAt(ctx, own.id);
  const text = '"Lee, Ann" <ann@lee.example>; Bo <bo@shop.example>';
  const first = await postedTo(table(meeting.id, "guests", "pasted"), { text, side: "business" });
  expect(first).toContain("said=added-2");
  const second = await postedTo(table(meeting.id, "guests", "pasted"), { text, side: "public" });
  expect(await world.page(second, { as: convener })).toContain("They were all on the list already.");
  const page = await world.page(table(meeting.id, "guests"), { as: convener });
  expect(page).toContain("Ann Lee");
  expect(page).toContain("0 of 2 come, 2 still to be invited.");
});

test("a guest answers by a link without an account, changes their mind, and the newest counts", async () => {
  const meeting = await meetingAt(ctx, own.id);
  const guest = await guestAt(ctx, meeting, {
    name: "Noor Haddad",
    email: "noor@steel.example",
    company: "Haddad Steel",
  });
  const link = rsvpHref(ctx, guest);
  const page = await world.page(link);
  expect(page).toContain("Noor Haddad");
  expect(page).not.toContain("noor@steel.example");
  const none = await world.post(link, { form: { note: "I typed this." } });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("I typed this.");
  expect((await world.post(link, { form: { answer: "yes", note: "No nuts, please" } })).status).toBe(303);
  world.clock.advance(60_000);
  expect((await world.post(link, { form: { answer: "no" } })).status).toBe(303);
  const team = await world.page(table(meeting.id, "guests", guest.id), { as: convener });
  expect(team).toContain("They said different things");
  expect(team).toContain("The newest counts: cannot come.");
  expect((await contactByEmail(ctx, own.id, "noor@steel.example"))?.standing).toBe("willing");
  const mails = (await world.mails()).filter(({ to }) => to === "noor@steel.example");
  expect(mails.map(({ subject }) => subject)).toEqual([
    `You are coming: ${meeting.title}`,
    `You cannot come: ${meeting.title}`,
  ]);
  const attached = await ctx.db.selectFrom("mail_attachments").selectAll().execute();
  expect(Buffer.from(attached[0]!.bytes).toString()).toContain("DTSTART:20260604T150000Z");
  const file = await world.get(`${link}/calendar.ics`);
  expect(file.headers.get("content-type")).toContain("text/calendar");
  expect(await file.text()).toContain("DTSTART:20260604T150000Z");
});

test("a link opens nothing when it is forged, renewed, or its guest was taken off the list", async () => {
  const meeting = await meetingAt(ctx, own.id);
  const guest = await guestAt(ctx, meeting, { name: "Pat", email: "pat@forwarded.example" });
  const other = await guestAt(ctx, meeting, { name: "Quin", email: "quin@other.example" });
  const link = rsvpHref(ctx, guest);
  const token = link.split("/").at(-1)!;
  expect((await world.get(`/rsvp/${other.id}/${token}`)).status).toBe(404);
  expect((await world.get(`/notes/${guest.id}/${token}`)).status).toBe(404);
  await postedTo(table(meeting.id, "guests", guest.id, "link"), {});
  expect((await world.get(link)).status).toBe(404);
  const renewed = (await guestById(ctx, meeting, guest.id))!;
  const fresh = rsvpHref(ctx, renewed);
  const opened = await world.get(fresh);
  expect(opened.status).toBe(200);
  expect(opened.headers.get("referrer-policy")).toBe("same-origin");
  await markInvited(ctx, [guest.id]);
  await postedTo(table(meeting.id, "guests", guest.id, "withdrawal"), {});
  expect((await world.get(fresh)).status).toBe(404);
});

test("answers end when the meeting begins, and a meeting that is called off tells those who meant to come, once", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Called off soon" });
  const yes = await guestAt(ctx, meeting, { name: "Yes", email: "yes@guests.example" });
  const no = await guestAt(ctx, meeting, { name: "No", email: "no@guests.example" });
  await world.post(rsvpHref(ctx, yes), { form: { answer: "yes" } });
  await world.post(rsvpHref(ctx, no), { form: { answer: "no" } });
  await postedTo(table(meeting.id, "cancellation"), { word: "The hall is flooded." });
  const twice = await world.post(table(meeting.id, "cancellation"), { as: convener, form: {} });
  expect(twice.status).toBe(409);
  const told = (await world.mails()).filter(({ kind }) => kind === "meeting-cancelled");
  expect(told.map(({ to }) => to)).toEqual(["yes@guests.example"]);
  expect(told[0]!.text).toContain("The hall is flooded.");
  const { rows } = await sql<{ file: string }>`
    select convert_from(a.bytes, 'UTF8') as file from mail_attachments a join mails m on m.id = a.mail
    where m.kind = 'meeting-cancelled'`.execute(ctx.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.file).toContain("STATUS:CANCELLED");
  expect(await world.page(rsvpHref(ctx, yes))).toContain("This meeting was called off");
  const begun = await meetingAt(ctx, own.id, { title: "Begun" });
  const late = await guestAt(ctx, begun, { name: "Late", email: "late@guests.example" });
  at("2026-06-04T15:00:00Z");
  await world.post(rsvpHref(ctx, late), { form: { answer: "yes" } });
  expect((await guestById(ctx, begun, late.id))?.answer).toBeNull();
  expect(await world.page(rsvpHref(ctx, late))).toContain("answers cannot be changed any more");
  at("2026-05-04T16:00:00Z");
});

test("somebody who was not invited asks by the open link, confirms, and is on the list once the team says yes", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Open to ask" });
  await postedTo(table(meeting.id, "guests", "open-link"), {});
  const list = await world.page(table(meeting.id, "guests"), { as: convener });
  const come = list.match(/\/come\/[^"]+/)![0];
  const wrong = await world.post(come, { form: { name: "Ola" } });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("Your company or organization is needed.");
  const asked = {
    name: "Ola Nordmann",
    company: "Nordic Tools",
    side: "business",
    email: "ola@nordic.example",
  };
  await world.post(come, { form: asked });
  expect(await world.page(table(meeting.id, "guests"), { as: convener })).not.toContain("Ola Nordmann");
  expect(await contactByEmail(ctx, own.id, asked.email)).toBeUndefined();
  const mail = (await world.mails()).find(({ kind }) => kind === "meeting-confirm")!;
  const confirm = mail.text.match(/\/come\/confirm\/\S+/)![0];
  await world.get(confirm);
  expect(await world.page(table(meeting.id, "guests"), { as: convener })).not.toContain("Ola Nordmann");
  await world.post(confirm);
  const waiting = await world.page(table(meeting.id, "guests"), { as: convener });
  expect(waiting).toContain("Somebody asks to come");
  const decision = waiting.match(/\/partnerships\/[^"]+\/askers\/[^"]+/)![0];
  await postedTo(decision, { decision: "yes", word: "Bring a colleague." });
  const [guest] = await guestsOf(ctx, meeting);
  expect(guest).toMatchObject({ answer: "yes", state: "invited", contact: { name: "Ola Nordmann" } });
  const welcome = (await world.mails()).find(({ kind }) => kind === "meeting-may-come")!;
  expect(welcome.text).toContain("Bring a colleague.");
  expect((await world.post(decision, { as: convener, form: { decision: "no" } })).status).toBe(409);
  await postedTo(table(meeting.id, "guests", "open-link", "closing"), {});
  expect((await world.get(come)).status).toBe(404);
});

test("at the door a guest finds their name by typing it whole, and nobody else's", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Door" });
  const guest = await guestAt(ctx, meeting, {
    name: "Seán O’Brien",
    email: "sean@door.example",
    company: "O’Brien Tools",
  });
  await guestAt(ctx, meeting, { name: "Xenia Unseen", email: "xenia@door.example" });
  const door = doorHref(ctx, await again(meeting));
  expect(await world.page(door)).toContain("The door opens on the day");
  expect((await world.post(`${door}/here`, { form: { guest: guest.id } })).status).toBe(200);
  expect((await guestById(ctx, meeting, guest.id))?.cameAt).toBeNull();
  at("2026-06-04T14:40:00Z");
  const all = await world.page(door);
  expect(all).not.toContain("O’Brien");
  const found = await world.page(`${door}?q=${encodeURIComponent("sean obrien")}`);
  expect(found).toContain("Seán O’Brien");
  expect(found).not.toContain("sean@door.example");
  expect(found).not.toContain("Xenia");
  const here = await world.post(`${door}/here`, { form: { guest: guest.id } });
  expect(await world.page(here.headers.get("location")!)).toContain("Welcome, Seán O’Brien");
  const came = (await guestById(ctx, meeting, guest.id))!;
  expect(came).toMatchObject({ cameBy: "self", isFirst: true });
  expect(came.contact?.standing).toBe("attended");
  const unlisted = await world.post(`${door}/new`, {
    form: { name: "Wanda Walk", company: "Walk & Sons", side: "business" },
  });
  expect(await world.page(unlisted.headers.get("location")!)).toContain("Welcome, Wanda Walk");
  const counts = (await guestCounts(ctx, [meeting.id])).get(meeting.id)!;
  expect(counts.business).toMatchObject({ asked: 2, came: 2, first: 2 });
  at("2026-05-04T16:00:00Z");
});

test("the greeter checks in with one tap and takes it back with another; paper is typed in afterwards", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Greeted", startsLocal: "2026-05-04T11:00" });
  const ann = await guestAt(ctx, meeting, { name: "Ann Greeted", email: "ann@greeted.example" });
  const bo = await guestAt(ctx, meeting, { name: "Bo Greeted", side: "public" });
  const back = await postedTo(table(meeting.id, "guests", ann.id, "arrival"), {});
  expect(await world.page(back, { as: convener })).toContain("Ann Greeted is here.");
  await postedTo(table(meeting.id, "guests", ann.id, "absence"), {});
  expect((await guestById(ctx, meeting, ann.id))?.cameAt).toBeNull();
  await postedTo(table(meeting.id, "attendance"), { shown: [ann.id, bo.id], came: [bo.id] });
  expect((await guestById(ctx, meeting, bo.id))?.cameBy).toBe("sheet");
  await postedTo(table(meeting.id, "attendance"), { shown: [ann.id, bo.id], came: [ann.id] });
  expect((await guestsOf(ctx, meeting, { which: "came" })).map(({ id }) => id)).toEqual([ann.id]);
});

test("a meeting ends with its counts, and whoever comes a second time is not new any more", async () => {
  const first = await meetingAt(ctx, own.id, { title: "Counted first", startsLocal: "2026-05-03T09:00" });
  const second = await meetingAt(ctx, own.id, { title: "Counted second", startsLocal: "2026-05-04T09:00" });
  const person = { name: "Twice There", email: "twice@there.example", company: "There Inc" };
  for (const meeting of [first, second]) {
    const guest = await guestAt(ctx, meeting, person);
    await postedTo(table(meeting.id, "guests", guest.id, "arrival"), {});
    await postedTo(table(meeting.id, "ending"), {});
  }
  const span = { from: new Date("2026-05-03T00:00:00Z"), to: new Date("2026-05-05T00:00:00Z") };
  const held = await heldMeetings(ctx, own.id, span);
  expect(held.map(({ title, business, firstTimers }) => [title, business, firstTimers])).toEqual([
    ["Counted first", 1, 1],
    ["Counted second", 1, 0],
  ]);
  expect(await businessesWhoCame(ctx, own.id, span)).toMatchObject([{ name: "There Inc", meetings: 2 }]);
  const told = await ctx.db.selectFrom("events").selectAll().where("name", "=", "meeting.held").execute();
  expect(told.at(-1)?.particulars).toEqual({ meeting: second.id, kind: "launch", business: 1, public: 0 });
});

test("notes begin with what was counted, and go by a link each to those who came", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Noted", startsLocal: "2026-05-04T09:00" });
  const came = await guestAt(ctx, meeting, { name: "Came There", email: "came@notes.example" });
  const missed = await guestAt(ctx, meeting, { name: "Missed It", email: "missed@notes.example" });
  await postedTo(table(meeting.id, "guests", came.id, "arrival"), {});
  expect((await world.post(table(meeting.id, "notes", "publication"), { as: convener })).status).toBe(409);
  await postedTo(table(meeting.id, "ending"), {});
  const form = await world.page(table(meeting.id, "notes"), { as: convener });
  expect(form).toContain("1 from business, 0 from support partners.");
  const version = form.match(/name="version" value="(\d+)"/)![1]!;
  await postedTo(table(meeting.id, "notes"), {
    version,
    notes: "## Decisions\n\n- We *meet* again <script>",
  });
  expect((await world.get(notesHref(ctx, came))).status).toBe(404);
  const sent = await postedTo(table(meeting.id, "notes", "publication"), {});
  expect(sent).toContain("said=sent-1");
  const read = await world.page(notesHref(ctx, came));
  expect(read).toContain("<em>meet</em>");
  expect(read).not.toContain("<script>");
  expect((await world.get(notesHref(ctx, missed))).status).toBe(404);
  // Written down as having come later: the next sending is for them alone.
  await postedTo(table(meeting.id, "guests", missed.id, "arrival"), {});
  expect(await postedTo(table(meeting.id, "notes", "publication"), {})).toContain("said=sent-1");
  const mails = (await world.mails()).filter(({ kind }) => kind === "meeting-notes");
  expect(mails.map(({ to }) => to).sort()).toEqual(["came@notes.example", "missed@notes.example"]);
});

test("a meeting's papers hold the names, and a champion's call sheet those who have not answered, with phones", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "On paper" });
  const champion = await guestAt(ctx, meeting, {
    name: "Chris Champion",
    email: "chris@paper.example",
    isChampion: true,
  });
  const silent = await guestAt(ctx, meeting, {
    name: "Silent Sam",
    email: "sam@paper.example",
    phone: "307 555 0100",
  });
  const answered = await guestAt(ctx, meeting, { name: "Yes Yara", email: "yara@paper.example" });
  for (const { id } of [silent, answered])
    await postedTo(table(meeting.id, "guests", id), {
      side: "business",
      invitedBy: champion.contact!.id,
      roomRole: "",
    });
  await world.post(rsvpHref(ctx, answered), { form: { answer: "yes" } });
  const sheet = await world.page(table(meeting.id, "papers", "calls", champion.contact!.id), {
    as: convener,
  });
  expect(sheet).toContain("307 555 0100");
  expect(sheet).not.toContain("Yes Yara");
  expect(await world.page(table(meeting.id, "papers"), { as: convener })).toContain(
    "Call sheet for Chris Champion",
  );
  for (const paper of ["tents", "sign-in", "agenda", "room", "briefing"]) {
    const page = await world.page(table(meeting.id, "papers", paper), { as: convener });
    expect(page, paper).toContain("On paper");
    expect(page, paper).not.toContain("sam@paper.example");
  }
  const csv = await world.page(table(meeting.id, "guests.csv"), { as: convener });
  expect(csv).toContain("Silent Sam,,,Business,sam@paper.example,307 555 0100,Chris Champion");
});

test("who is forgotten stands on no guest list any more, and the counts of what was held stay true", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Forgotten", startsLocal: "2026-05-04T09:00" });
  const guest = await guestAt(ctx, meeting, { name: "Fran Forgotten", email: "fran@forget.example" });
  await world.post(table(meeting.id, "guests", guest.id, "answer"), {
    as: convener,
    form: { answer: "yes", note: "My knee hurts" },
  });
  await postedTo(table(meeting.id, "guests", guest.id, "arrival"), {});
  await forgetPerson(ctx, world.house.features, "fran@forget.example");
  const left = (await guestById(ctx, meeting, guest.id))!;
  expect(left).toMatchObject({ contact: null, answerNote: "", linkKey: null });
  expect((await guestCounts(ctx, [meeting.id])).get(meeting.id)!.business.came).toBe(1);
  expect(await world.page(table(meeting.id, "guests"), { as: convener })).not.toContain("Fran");
});

test("lists ask the same number of questions for one row and for many", async () => {
  const meeting = await meetingAt(ctx, own.id, { title: "Many" });
  await guestAt(ctx, meeting, { name: "One" });
  const ask = () => countQueries(() => world.page(table(meeting.id, "guests"), { as: convener }));
  await ask();
  const one = await ask();
  for (const name of ["Two", "Three", "Four"]) await guestAt(ctx, meeting, { name });
  expect(await ask()).toBe(one);
});
