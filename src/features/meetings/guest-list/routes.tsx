import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { absoluteUrl } from "#base/site.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { championsOf, contactsByIds, contactsOf, nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { comeHref } from "../asking/links.ts";
import { askersOf } from "../asking/queries.ts";
import {
  addGuests,
  addPasted,
  changeGuest,
  noteAnswer,
  renewLink,
  withdrawGuest,
} from "../guests/actions.ts";
import { AnswerForm, GuestForm, guestFilter, PasteForm, PickForm, rosterFilter } from "../guests/forms.ts";
import { rsvpHref } from "../guests/links.ts";
import { readPasted } from "../guests/pasted.ts";
import { answersOf, guestById, guestCounts, guestsOf, guestsPage, listedAmong } from "../guests/queries.ts";
import { meetingIn, toMeeting } from "../open-meeting.ts";
import { pageIn } from "../page-in.ts";
import { meetingPath } from "../paths.ts";
import type { Meeting } from "../queries.ts";
import { takesAnswers } from "../rules.ts";
import { guestsAsCsv } from "./export.ts";
import { AddPage } from "./views/add-page.tsx";
import { GuestPage } from "./views/guest-page.tsx";
import { GuestsPage } from "./views/guests-page.tsx";

const PAGE_SIZE = 50;

function saidOf(c: HouseContext): string | null {
  const said = c.req.query("said") ?? "";
  const added = said.match(/^added-(\d{1,5})$/)?.[1];
  if (added === "0") return "They were all on the list already.";
  if (added) return added === "1" ? "One guest is on the list now." : `${added} guests are on the list now.`;
  return SAID[said] ?? null;
}

const SAID: Record<string, string> = {
  withdrawn: "They are off the list.",
  saved: "It is kept.",
  answer: "The answer is kept.",
  link: "There is a new link, and the one before opens nothing any more.",
  yes: "They are a guest now, and a mail tells them so.",
  no: "A mail tells them kindly that it does not fit this time.",
};

async function showGuests(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const filter = guestFilter(c.req.query());
  const page = pageIn(c);
  const { items, more } = await guestsPage(ctx, meeting, filter, {
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  return c.var.show(
    { title: `Guests, ${meeting.title}`, noindex: true, scripts: ["writing.js"] },
    <GuestsPage
      workspace={workspace}
      meeting={meeting}
      counts={(await guestCounts(ctx, [meeting.id])).get(meeting.id)!}
      guests={items}
      filter={filter}
      page={page}
      more={more}
      champions={await championsOf(ctx, workspace.id)}
      names={await inviterNames(c, meeting, items)}
      asking={await askersOf(ctx, meeting.id)}
      comeUrl={
        meeting.comeKey && takesAnswers(meeting, ctx.now)
          ? absoluteUrl(ctx.site, comeHref(ctx, meeting))
          : null
      }
      mayAsk={takesAnswers(meeting, ctx.now)}
      said={saidOf(c)}
      zone={meeting.timeZone}
    />,
  );
}

/** Names of those in whose name guests are asked, by contact id. */
export async function inviterNames(
  c: HouseContext,
  { partnership }: Pick<Meeting, "partnership">,
  guests: readonly { invitedBy: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(guests.flatMap(({ invitedBy }) => invitedBy ?? []))];
  const inviters = await contactsByIds(c.var.ctx, partnership, ids);
  return new Map(inviters.map((one) => [one.id, nameOrAddress(one)]));
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
}

async function showAdd(c: HouseContext, { values = {}, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  // A form that came back brings along which part of the roster was shown.
  const back = Object.fromEntries(new URLSearchParams(textOf(values, "back")));
  const query = c.req.method === "GET" ? c.req.query() : back;
  const filter = rosterFilter(query);
  const asked = Number(query.page);
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { items, more } = await contactsOf(ctx, workspace.id, filter, {
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Add guests, ${meeting.title}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <AddPage
      workspace={workspace}
      meeting={meeting}
      filter={filter}
      contacts={items}
      listed={await listedAmong(ctx, meeting.id, items)}
      page={page}
      more={more}
      champions={await championsOf(ctx, workspace.id)}
      values={values}
      problems={problems}
    />,
  );
}

async function pick(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const values = await formValues(c);
  const form = parse(PickForm, values);
  if (!form.ok) return showAdd(c, { values, problems: form.problems });
  const { contacts, invitedBy } = form.value;
  if (contacts.length === 0)
    return showAdd(c, { values, ...problem("", "Tick at least one name, then add them.") });
  const added = await addGuests(c.var.ctx, meeting, contacts, invitedBy);
  if (!added.ok) return showAdd(c, { values, problems: added.problems });
  return c.redirect(`${meetingPath(workspace.slug, meeting.id, "guests")}?said=added-${added.value}`, 303);
}

async function paste(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const values = await formValues(c);
  const form = parse(PasteForm, { ...values, invitedBy: textOf(values, "by") });
  if (!form.ok) return showAdd(c, { values, problems: form.problems });
  const people = readPasted(form.value.text);
  if (people.length === 0)
    return showAdd(c, { values, ...problem("text", "There is neither a name nor an address in this.") });
  if (people.length > MOST_PASTED)
    return showAdd(c, {
      values,
      ...problem("text", `These are ${people.length} people. Paste at most ${MOST_PASTED} at a time.`),
    });
  const added = await addPasted(c.var.ctx, workspace, meeting, people, form.value);
  if (!added.ok) return showAdd(c, { values, problems: added.problems });
  return c.redirect(`${meetingPath(workspace.slug, meeting.id, "guests")}?said=added-${added.value}`, 303);
}

const MOST_PASTED = 300;

async function guestIn(c: HouseContext) {
  const found = await meetingIn(c);
  const guest = await guestById(c.var.ctx, found.meeting, idOf(c, "guest"));
  if (!guest) throw new NotFound();
  return { ...found, guest };
}

async function showGuest(c: HouseContext, { values = {}, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting, guest } = await guestIn(c);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `${guest.contact ? nameOrAddress(guest.contact) : "Guest"}, ${meeting.title}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <GuestPage
      workspace={workspace}
      meeting={meeting}
      guest={guest}
      answers={await answersOf(ctx, guest.id)}
      champions={await championsOf(ctx, workspace.id)}
      url={guest.linkKey ? absoluteUrl(ctx.site, rsvpHref(ctx, guest)) : null}
      said={saidOf(c)}
      values={values}
      problems={problems}
    />,
  );
}

async function change(c: HouseContext): Promise<Response> {
  const { meeting, guest } = await guestIn(c);
  const values = await formValues(c);
  const form = parse(GuestForm, values);
  if (!form.ok) return showGuest(c, { values, problems: form.problems });
  await changeGuest(c.var.ctx, meeting, guest.id, form.value);
  return c.redirect(toGuest(c, "saved"), 303);
}

async function writeAnswer(c: HouseContext): Promise<Response> {
  const { meeting, guest } = await guestIn(c);
  const values = await formValues(c);
  const form = parse(AnswerForm, values);
  if (!form.ok) return showGuest(c, { values, problems: form.problems });
  await noteAnswer(c.var.ctx, meeting, guest.id, form.value, me(c).name);
  return c.redirect(toGuest(c, "answer"), 303);
}

const toGuest = (c: HouseContext, said: string) =>
  `${toMeeting("guests", c.req.param("guest") ?? "")(c)}?said=${said}`;

async function exportGuests(c: HouseContext): Promise<Response> {
  const { meeting } = await meetingIn(c);
  const guests = await guestsOf(c.var.ctx, meeting);
  return c.body(guestsAsCsv(meeting, guests, await inviterNames(c, meeting, guests)), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="guests-${meeting.startsLocal.slice(0, 10)}.csv"`,
    "cache-control": "private, no-store",
  });
}

export const guestRoutes: Route[] = [
  get(ofTable("/meetings/:id/guests"), TEAM, showGuests),
  post(ofTable("/meetings/:id/guests"), TEAM, pick),
  get(ofTable("/meetings/:id/guests.csv"), TEAM, exportGuests),
  get(ofTable("/meetings/:id/guests/new"), TEAM, (c) => showAdd(c)),
  post(ofTable("/meetings/:id/guests/pasted"), TEAM, paste),
  get(ofTable("/meetings/:id/guests/:guest"), TEAM, (c) => showGuest(c)),
  post(ofTable("/meetings/:id/guests/:guest"), TEAM, change),
  post(ofTable("/meetings/:id/guests/:guest/answer"), TEAM, writeAnswer),
  post(
    ofTable("/meetings/:id/guests/:guest/link"),
    TEAM,
    deed(
      async (c) => renewLink(c.var.ctx, (await meetingIn(c)).meeting, idOf(c, "guest")),
      (c) => toGuest(c, "link"),
    ),
  ),
  post(
    ofTable("/meetings/:id/guests/:guest/withdrawal"),
    TEAM,
    deed(
      async (c) => withdrawGuest(c.var.ctx, (await meetingIn(c)).meeting, idOf(c, "guest")),
      (c) => `${toMeeting("guests")(c)}?said=withdrawn`,
    ),
  ),
];
