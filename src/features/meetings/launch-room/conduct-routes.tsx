import type { Child } from "hono/jsx";
import type { Outcome } from "#base/outcome.ts";
import { hasProblems } from "#base/outcome.ts";
import { ofTable, TEAM, tableTrail } from "#features/partnerships/public.ts";
import { formValues, parse } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { meetingPath, meetingsPath } from "../paths.ts";
import { screensTopic } from "./changing.ts";
import { changeSettings, goTo, openRoom, takeOn } from "./conducting.ts";
import { openTeamDoor, roomPath, type TeamDoor, teamDoor } from "./doors.ts";
import { SettingsForm, StepForm } from "./forms.ts";
import { conductedOf, projectedOf } from "./showing.ts";
import { ConductPage, ConductPart, OpenRoomPage } from "./views/conduct-page.tsx";
import type { ReturnedForms } from "./views/conducted.ts";
import { RoomPart } from "./views/live.tsx";
import { PapersPage } from "./views/papers-page.tsx";
import { ProjectorPage, ProjectorPart } from "./views/projector-page.tsx";

export const ROOM = ofTable("/meetings/:id/room");

export function trailOf({ workspace, meeting }: TeamDoor) {
  return tableTrail(
    workspace,
    { href: meetingsPath(workspace.slug), label: "Meetings" },
    { href: meetingPath(workspace.slug, meeting.id), label: meeting.title },
  );
}

/** Some HTML that a page puts into itself, without the site's frame. */
export async function bare(c: HouseContext, view: Child): Promise<Response> {
  return c.html(view as never, 200, { "cache-control": "private, no-store" });
}

async function conducted(c: HouseContext, door: TeamDoor & { room: NonNullable<TeamDoor["room"]> }) {
  const { ctx } = c.var;
  return {
    room: door.room,
    base: roomPath(door),
    siteUrl: ctx.site.url,
    freshIds: [ctx.random.id(), ctx.random.id()] as const,
    ...(await conductedOf(ctx, door.room)),
  };
}

/** The facilitators' page, maybe with a form that came back. */
export async function showConduct(c: HouseContext, returned: ReturnedForms = {}): Promise<Response> {
  const door = await openTeamDoor(c);
  const failed = Object.keys(returned).length > 0;
  return c.var.show(
    {
      title: `Room: ${door.meeting.title}`,
      noindex: true,
      scripts: ["writing.js", "room.js", "room-board.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <ConductPage
      title="In the room"
      trail={trailOf(door)}
      {...(await conducted(c, door))}
      returned={returned}
    />,
  );
}

async function showRoom(c: HouseContext): Promise<Response> {
  const door = await teamDoor(c);
  return door.room ? showConduct(c) : showOpening(c, door);
}

function showOpening(
  c: HouseContext,
  door: TeamDoor,
  { values, problems }: NonNullable<ReturnedForms["settings"]> = {},
): Promise<Response> {
  const failed = hasProblems(problems ?? {});
  return c.var.show(
    {
      title: `Room: ${door.meeting.title}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <OpenRoomPage
      title="Open the room"
      trail={trailOf(door)}
      action={roomPath(door)}
      values={values}
      problems={problems ?? {}}
    />,
  );
}

async function open(c: HouseContext): Promise<Response> {
  const door = await teamDoor(c);
  const values = await formValues(c);
  const form = parse(SettingsForm, values);
  if (!form.ok) return showOpening(c, door, { values, problems: form.problems });
  await openRoom(c.var.ctx, door.meeting, form.value);
  return c.redirect(roomPath(door), 303);
}

async function settle(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const values = await formValues(c);
  const form = parse(SettingsForm, values);
  const outcome = form.ok ? await changeSettings(c.var.ctx, door.meeting.id, form.value) : form;
  return outcome.ok
    ? c.redirect(roomPath(door), 303)
    : showConduct(c, { settings: { values, problems: outcome.problems } });
}

async function step(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const form = parse(StepForm, await formValues(c));
  const outcome: Outcome<null> = form.ok ? await goTo(c.var.ctx, door.meeting.id, form.value) : form;
  if (outcome.ok) return c.redirect(roomPath(door), 303);
  return showConduct(c, { step: { "": Object.values(outcome.problems).flat() } });
}

async function prioritize(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const { take } = await formValues(c);
  await takeOn(c.var.ctx, door.meeting.id, idOf(c, "group"), take === "yes");
  return c.redirect(roomPath(door), 303);
}

async function part(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  return bare(
    c,
    <RoomPart step={door.room.step}>
      <ConductPart {...(await conducted(c, door))} returned={{}} />
    </RoomPart>,
  );
}

async function live(c: HouseContext): Promise<Response> {
  const { meeting } = await openTeamDoor(c);
  return c.var.live.watch(screensTopic(meeting.id), c.req.raw.signal);
}

async function projected(c: HouseContext) {
  const door = await openTeamDoor(c);
  return {
    room: door.room,
    partnership: door.workspace.name,
    base: roomPath(door),
    siteUrl: c.var.ctx.site.url,
    ...(await projectedOf(c.var.ctx, door.room)),
  };
}

async function projector(c: HouseContext): Promise<Response> {
  const props = await projected(c);
  return c.var.show(
    {
      title: `Projector: ${props.room.title}`,
      noindex: true,
      bare: true,
      width: "full",
      scripts: ["room.js"],
    },
    <ProjectorPage {...props} />,
  );
}

async function projectorPart(c: HouseContext): Promise<Response> {
  const props = await projected(c);
  return bare(
    c,
    <RoomPart step={props.room.step}>
      <ProjectorPart {...props} />
    </RoomPart>,
  );
}

async function papers(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const { groups } = await conductedOf(c.var.ctx, { ...door.room, step: "group" });
  return c.var.show(
    { title: `On paper: ${door.meeting.title}`, noindex: true },
    <PapersPage
      title="On paper"
      trail={[...trailOf(door), { href: roomPath(door), label: "In the room" }]}
      partnership={door.workspace.name}
      room={door.room}
      groups={groups}
    />,
  );
}

export const conductRoutes: Route[] = [
  get(ROOM, TEAM, showRoom),
  post(ROOM, TEAM, open),
  post(`${ROOM}/settings`, TEAM, settle),
  post(`${ROOM}/step`, TEAM, step),
  post(`${ROOM}/groups/:group/priority`, TEAM, prioritize),
  get(`${ROOM}/part`, TEAM, part),
  get(`${ROOM}/live`, TEAM, live),
  get(`${ROOM}/projector`, TEAM, projector),
  get(`${ROOM}/projector/part`, TEAM, projectorPart),
  get(`${ROOM}/projector/live`, TEAM, live),
  get(`${ROOM}/papers`, TEAM, papers),
];
