import type { Child } from "hono/jsx";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { championsOf, contactById, nameOrAddress } from "#features/roster/public.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { type Guest, guestCounts, guestsOf } from "../guests/queries.ts";
import { meetingIn, type Opened } from "../open-meeting.ts";
import { callers, callsOf } from "./queries.ts";
import { BriefingSheet } from "./views/briefing-sheet.tsx";
import { PapersPage } from "./views/papers-page.tsx";
import { RoomSheet } from "./views/room-sheet.tsx";
import { AgendaSheet, CallSheet, SignInSheet, TentsSheet } from "./views/sheets.tsx";

/** A page to print; `draw` is given the meeting and fetches what it needs. */
function paper(
  path: string,
  title: string,
  draw: (c: HouseContext, opened: Opened) => Promise<Child>,
): Route {
  return get(ofTable(`/meetings/:id/papers${path}`), TEAM, async (c) => {
    const opened = await meetingIn(c);
    return c.var.show({ title: `${title}, ${opened.meeting.title}`, noindex: true }, await draw(c, opened));
  });
}

/** Whoever has not said no: a tent too many is thrown away, one too few is an embarrassment. */
function expected(guests: readonly Guest[]): Guest[] {
  return guests.filter(({ answer, cameAt }) => answer !== "no" || cameAt !== null);
}

export const paperRoutes: Route[] = [
  paper("", "On paper", async (c, { workspace, meeting }) => (
    <PapersPage workspace={workspace} meeting={meeting} callers={await callers(c.var.ctx, meeting)} />
  )),
  paper("/tents", "Name tents", async (c, { workspace, meeting }) => (
    <TentsSheet
      workspace={workspace}
      meeting={meeting}
      guests={expected(await guestsOf(c.var.ctx, meeting))}
    />
  )),
  paper("/sign-in", "Sign-in sheet", async (c, { workspace, meeting }) => (
    <SignInSheet
      workspace={workspace}
      meeting={meeting}
      guests={expected(await guestsOf(c.var.ctx, meeting))}
    />
  )),
  paper("/agenda", "Agenda", async (_, { workspace, meeting }) => (
    <AgendaSheet workspace={workspace} meeting={meeting} />
  )),
  paper("/room", "Room plan and roles", async (c, { workspace, meeting }) => (
    <RoomSheet
      workspace={workspace}
      meeting={meeting}
      roles={(await guestsOf(c.var.ctx, meeting)).filter(({ roomRole }) => roomRole)}
      counts={(await guestCounts(c.var.ctx, [meeting.id])).get(meeting.id)!}
    />
  )),
  paper("/briefing", "Champions’ briefing", async (c, { workspace, meeting }) => {
    const guests = expected(await guestsOf(c.var.ctx, meeting));
    return (
      <BriefingSheet
        workspace={workspace}
        meeting={meeting}
        champions={await championsOf(c.var.ctx, workspace.id)}
        businesses={guests.filter(({ side }) => side === "business")}
        supporters={guests.filter(({ side }) => side === "public")}
        repliesTo={workspace.repliesTo}
      />
    );
  }),
  get(ofTable("/meetings/:id/papers/calls/:champion"), TEAM, async (c) => {
    const { ctx } = c.var;
    const { workspace, meeting } = await meetingIn(c);
    const champion = await contactById(ctx, workspace.id, idOf(c, "champion"));
    if (!champion) throw new NotFound();
    return c.var.show(
      { title: `Call sheet for ${nameOrAddress(champion)}`, noindex: true },
      <CallSheet
        workspace={workspace}
        meeting={meeting}
        champion={champion}
        calls={await callsOf(ctx, meeting, champion.id)}
      />,
    );
  }),
];
