import { NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import type { EventName } from "#platform/telling.ts";
import { meetingPath, meetingsPath } from "./paths.ts";
import { type Meeting, meetingById } from "./queries.ts";

export interface Opened {
  workspace: Workspace;
  meeting: Meeting;
}

/**
 * The meeting of the address, at its partnership's table.
 *
 * @throws NotFound
 */
export async function meetingIn(c: HouseContext): Promise<Opened> {
  const workspace = await workspaceIn(c);
  const meeting = await meetingById(c.var.ctx, workspace.id, idOf(c));
  if (!meeting) throw new NotFound("This meeting is not at your table. Maybe it was planned at another one.");
  return { workspace, meeting };
}

/** Where a deed without a page of its own leads back to. */
export const toMeeting =
  (...rest: string[]) =>
  (c: HouseContext): string =>
    meetingPath(c.req.param("slug") ?? "", c.req.param("id") ?? "", ...rest);

/** The way to a page below a meeting, as `tableTrail` goes on. */
export function meetingSteps(
  slug: string,
  meeting?: Pick<Meeting, "id" | "title">,
  ...steps: { href: string; label: string }[]
): { href: string; label: string }[] {
  return [
    { href: meetingsPath(slug), label: "Meetings" },
    ...(meeting ? [{ href: meetingPath(slug, meeting.id), label: meeting.title }] : []),
    ...steps,
  ];
}

/**
 * The audit log names the partnership and which meeting, and nobody who is asked to it: editors of the site read it.
 */
export async function tellOf(
  ctx: Ctx,
  name: EventName,
  meeting: Pick<Meeting, "id" | "partnership" | "kind">,
  particulars: Record<string, unknown> = {},
): Promise<void> {
  await tell(ctx, {
    name,
    subject: { kind: "partnership", id: meeting.partnership },
    particulars: { meeting: meeting.id, kind: meeting.kind, ...particulars },
  });
}
