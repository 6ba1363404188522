import { ofTable, TEAM } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { deed } from "#platform/http/params.ts";
import { post, type Route } from "#platform/http/routes.ts";
import { meetingIn, toMeeting } from "../open-meeting.ts";
import type { Meeting } from "../queries.ts";
import { endMeeting, openMeeting, reopenMeeting } from "./actions.ts";

function verb(path: string, act: (ctx: Ctx, meeting: Meeting) => Promise<void>, said: string): Route {
  return post(
    ofTable(`/meetings/:id/${path}`),
    TEAM,
    deed(
      async (c) => act(c.var.ctx, (await meetingIn(c)).meeting),
      (c) => `${toMeeting()(c)}?said=${said}`,
    ),
  );
}

export const runningRoutes: Route[] = [
  verb("opening", openMeeting, "opened"),
  verb("ending", endMeeting, "ended"),
  verb("reopening", reopenMeeting, "reopened"),
];
