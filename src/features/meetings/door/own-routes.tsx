import { networkOf } from "#base/network.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { openGuest, welcomeHref } from "../guests/links.ts";
import { guestsByIds } from "../guests/queries.ts";
import { guestRoomHref } from "../launch-room/doors.ts";
import { roomOf } from "../launch-room/queries.ts";
import type { Meeting } from "../queries.ts";
import { doorIsOpen } from "../rules.ts";
import { checkIn, walkIn } from "./actions.ts";
import { HereForm, WalkInForm } from "./forms.ts";
import { doorHref, openDoor } from "./links.ts";
import { lookUp } from "./looking-up.ts";
import { listedAtDoor } from "./queries.ts";
import { CheckInPage, DoorClosedPage, WalkInPage, WelcomePage } from "./views/check-in-page.tsx";

const HOUR = 3_600;
/** A room full of people shares one address, so this is a whole launch's worth, typed wrong a few times. */
const LOOKUPS_PER_HOUR = 900;
const ARRIVALS_PER_HOUR = 600;

type AtDoor = { meeting: Meeting; workspace: Workspace };

async function doorIn(c: HouseContext): Promise<AtDoor> {
  const { ctx } = c.var;
  const meeting = await openDoor(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const workspace = await workspaceById(ctx, meeting.partnership);
  if (!workspace) throw new NotFound();
  return { meeting, workspace };
}

async function limit(c: HouseContext, { id }: Meeting, what: string, most: number): Promise<void> {
  const { ctx, limits, remoteAddress } = c.var;
  await limits.allow(ctx.seal("rate limit", `${what} ${id} ${networkOf(remoteAddress)}`), most, HOUR);
}

function showClosed(c: HouseContext, { meeting, workspace }: AtDoor): Promise<Response> {
  return keptSecret(
    c.var.show(
      { title: meeting.title, noindex: true },
      <DoorClosedPage partnership={workspace.name} meeting={meeting} />,
    ),
  );
}

async function showCheckIn(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await doorIn(c);
  const { meeting, workspace } = door;
  if (!doorIsOpen(meeting, ctx.now)) return showClosed(c, door);
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  if (q) await limit(c, meeting, "door lookups of", LOOKUPS_PER_HOUR);
  const found = q ? lookUp(q, await listedAtDoor(ctx, meeting.id)) : null;
  const ids = found?.kind === "some" ? found.ids : [];
  return keptSecret(
    c.var.show(
      { title: meeting.title, noindex: true, scripts: ["writing.js"] },
      <CheckInPage
        partnership={workspace.name}
        meeting={meeting}
        action={doorHref(ctx, meeting)}
        q={q}
        found={await guestsByIds(ctx, meeting, ids)}
        trouble={found && found.kind !== "some" ? found.kind : found && ids.length === 0 ? "nobody" : null}
      />,
    ),
  );
}

async function here(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await doorIn(c);
  if (!doorIsOpen(door.meeting, ctx.now)) return showClosed(c, door);
  await limit(c, door.meeting, "door arrivals of", ARRIVALS_PER_HOUR);
  const form = parse(HereForm, await formValues(c));
  if (!form.ok) return keptSecret(c.redirect(doorHref(ctx, door.meeting), 303));
  const guest = await checkIn(ctx, door.meeting, form.value.guest, "self");
  return keptSecret(c.redirect(welcomeHref(ctx, guest), 303));
}

async function showWalkIn(
  c: HouseContext,
  { values, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const door = await doorIn(c);
  if (!doorIsOpen(door.meeting, ctx.now)) return showClosed(c, door);
  const failed = hasProblems(problems);
  const action = doorHref(ctx, door.meeting);
  return keptSecret(
    c.var.show(
      {
        title: "Who are you?",
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <WalkInPage
        partnership={door.workspace.name}
        meeting={door.meeting}
        action={`${action}/new`}
        back={action}
        values={values ?? { name: (c.req.query("name") ?? "").slice(0, 120) }}
        problems={problems}
      />,
    ),
  );
}

async function takeWalkIn(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await doorIn(c);
  if (!doorIsOpen(door.meeting, ctx.now)) return showClosed(c, door);
  await limit(c, door.meeting, "door arrivals of", ARRIVALS_PER_HOUR);
  const values = await formValues(c);
  const form = parse(WalkInForm, values);
  if (!form.ok) return showWalkIn(c, { values, problems: form.problems });
  const guest = await walkIn(ctx, door, form.value, "self");
  return keptSecret(c.redirect(welcomeHref(ctx, guest), 303));
}

async function showWelcome(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const link = { id: c.req.param("id"), token: c.req.param("token") };
  const { guest, meeting } = await openGuest(ctx, "welcome", link);
  const workspace = await workspaceById(ctx, meeting.partnership);
  if (!workspace || !guest.cameAt) throw new NotFound();
  return keptSecret(
    c.var.show(
      { title: "Welcome", noindex: true },
      <WelcomePage
        partnership={workspace.name}
        meeting={meeting}
        guest={guest}
        room={(await roomOf(ctx, meeting.id)) ? guestRoomHref(ctx, guest) : null}
      />,
    ),
  );
}

export const ownDoorRoutes: Route[] = [
  get("/check-in/:id/:token", "signed-link", showCheckIn),
  post("/check-in/:id/:token/here", "signed-link", here),
  get("/check-in/:id/:token/new", "signed-link", (c) => showWalkIn(c)),
  post("/check-in/:id/:token/new", "signed-link", takeWalkIn),
  get("/welcome/:id/:token", "signed-link", showWelcome),
];
