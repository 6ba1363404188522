import { hasProblems, type Problems } from "#base/outcome.ts";
import { absoluteUrl } from "#base/site.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { guestById, guestCounts, guestsPage } from "../guests/queries.ts";
import { meetingIn, toMeeting } from "../open-meeting.ts";
import { pageIn } from "../page-in.ts";
import { doorIsOpen, mayNoteArrivals } from "../rules.ts";
import { checkIn, doorTopic, renewDoor, undoCheckIn, walkIn, writeSheet } from "./actions.ts";
import { SheetForm, WalkInForm } from "./forms.ts";
import { doorHref } from "./links.ts";
import { AttendancePage } from "./views/attendance-page.tsx";
import { DoorPage } from "./views/door-page.tsx";
import { GreeterPage } from "./views/greeter-page.tsx";

const GREETER_PAGE = 40;
const SHEET_PAGE = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function showDoor(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  return c.var.show(
    { title: `At the door, ${meeting.title}`, noindex: true, scripts: ["writing.js"] },
    <DoorPage
      workspace={workspace}
      meeting={meeting}
      url={absoluteUrl(ctx.site, doorHref(ctx, meeting))}
      open={doorIsOpen(meeting, ctx.now)}
    />,
  );
}

async function showGreeter(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const q = (c.req.query("q") ?? "").trim().slice(0, 100);
  const page = pageIn(c);
  const { items, more } = await guestsPage(
    ctx,
    meeting,
    { q: q || undefined },
    { offset: (page - 1) * GREETER_PAGE, limit: GREETER_PAGE },
  );
  const last = c.req.query("last") ?? "";
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `The greeter’s list, ${meeting.title}`,
      noindex: true,
      scripts: ["writing.js", "room.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <GreeterPage
      workspace={workspace}
      meeting={meeting}
      counts={(await guestCounts(ctx, [meeting.id])).get(meeting.id)!}
      guests={items}
      q={q}
      page={page}
      more={more}
      open={mayNoteArrivals(meeting, ctx.now)}
      last={UUID.test(last) ? ((await guestById(ctx, meeting, last)) ?? null) : null}
      values={values}
      problems={problems}
    />,
  );
}

/** Tells a greeter's list that somebody came, by the guest's own phone or at another greeter's. */
async function watchDoor(c: HouseContext): Promise<Response> {
  const { meeting } = await meetingIn(c);
  return c.var.live.watch(doorTopic(meeting), c.req.raw.signal);
}

async function takeWalkIn(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const found = await meetingIn(c);
  const values = await formValues(c);
  const form = parse(WalkInForm, values);
  if (!form.ok) return showGreeter(c, { values, problems: form.problems });
  const by = found.meeting.state === "held" ? "later" : "greeter";
  const guest = await walkIn(ctx, found, form.value, by);
  return c.redirect(`${toMeeting("greeter")(c)}?last=${guest.id}`, 303);
}

/** Back to an empty field, because the next person has another name; the one before can be taken back. */
async function arrive(c: HouseContext): Promise<Response> {
  const { meeting } = await meetingIn(c);
  const guest = await checkIn(
    c.var.ctx,
    meeting,
    idOf(c, "guest"),
    meeting.state === "held" ? "later" : "greeter",
  );
  return c.redirect(`${toMeeting("greeter")(c)}?last=${guest.id}`, 303);
}

async function takeBack(c: HouseContext): Promise<Response> {
  const { meeting } = await meetingIn(c);
  const q = textOf(await formValues(c), "q").slice(0, 100);
  await undoCheckIn(c.var.ctx, meeting, idOf(c, "guest"));
  return c.redirect(`${toMeeting("greeter")(c)}${q ? `?${new URLSearchParams({ q })}` : ""}`, 303);
}

async function showAttendance(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const page = pageIn(c);
  const { items, more } = await guestsPage(
    ctx,
    meeting,
    {},
    { offset: (page - 1) * SHEET_PAGE, limit: SHEET_PAGE },
  );
  return c.var.show(
    { title: `Who was there, ${meeting.title}`, noindex: true, scripts: ["writing.js"] },
    <AttendancePage
      workspace={workspace}
      meeting={meeting}
      counts={(await guestCounts(ctx, [meeting.id])).get(meeting.id)!}
      guests={items}
      page={page}
      more={more}
      saved={c.req.query("said") === "saved"}
    />,
  );
}

async function takeSheet(c: HouseContext): Promise<Response> {
  const { meeting } = await meetingIn(c);
  const values = await formValues(c);
  const form = parse(SheetForm, values);
  const back = toMeeting("attendance")(c);
  if (!form.ok) return c.redirect(back, 303);
  await writeSheet(c.var.ctx, meeting, form.value);
  const page = textOf(values, "page").match(/^\d{1,4}$/)?.[0] ?? "1";
  return c.redirect(`${back}?${new URLSearchParams({ page, said: "saved" })}`, 303);
}

export const teamDoorRoutes: Route[] = [
  get(ofTable("/meetings/:id/door"), TEAM, showDoor),
  post(
    ofTable("/meetings/:id/door/renewal"),
    TEAM,
    deed(async (c) => renewDoor(c.var.ctx, (await meetingIn(c)).meeting), toMeeting("door")),
  ),
  get(ofTable("/meetings/:id/greeter"), TEAM, (c) => showGreeter(c)),
  get(ofTable("/meetings/:id/greeter/live"), TEAM, watchDoor),
  post(ofTable("/meetings/:id/greeter"), TEAM, takeWalkIn),
  post(ofTable("/meetings/:id/guests/:guest/arrival"), TEAM, arrive),
  post(ofTable("/meetings/:id/guests/:guest/absence"), TEAM, takeBack),
  get(ofTable("/meetings/:id/attendance"), TEAM, showAttendance),
  post(ofTable("/meetings/:id/attendance"), TEAM, takeSheet),
];
