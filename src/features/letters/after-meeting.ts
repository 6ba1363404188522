import { guestsOf, meetingById } from "#features/meetings/public.ts";
import { workspaceById } from "#features/partnerships/public.ts";
import type { Ctx, Listener } from "#platform/context.ts";
import type { LetterKind } from "./kinds.ts";
import { openRound } from "./rounds/actions.ts";

/** Meetings of the whole partnership; what an action team or the champions do among themselves needs no letter. */
const WHOLE = ["launch", "partnership"];
const END = "held";

/**
 * When a meeting ends, what has to go out that day is written already: to those who came, to those who could not, and
 * a welcome to each business that was new. Nothing is sent; a person looks first.
 */
export const meetingHeld: Listener = async (ctx, { subject, particulars }) => {
  const workspace = await workspaceById(ctx, subject.id);
  const meeting = workspace && (await meetingById(ctx, workspace.id, String(particulars?.meeting ?? "")));
  if (!workspace || !meeting || !WHOLE.includes(meeting.kind)) return;
  const guests = await guestsOf(ctx, meeting);
  const came = guests.filter(({ cameAt }) => cameAt !== null);
  const wanted: [LetterKind, boolean][] = [
    ["follow-up-came", came.length > 0],
    ["follow-up-missed", guests.some(({ cameAt, state }) => cameAt === null && state === "invited")],
    ["welcome", came.some(({ isFirst, side }) => isFirst && side === "business")],
  ];
  for (const [kind, needed] of wanted)
    if (needed && !(await isWritten(ctx, meeting.id, kind)))
      await openRound(ctx, workspace, { kind, meeting: meeting.id, writtenFor: `${END} ${kind}` });
};

async function isWritten(ctx: Ctx, meeting: string, kind: LetterKind): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("letter_rounds")
    .select("id")
    .where("meeting", "=", meeting)
    .where("kind", "=", kind)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
