import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { guestAt, meetingAt } from "../factory.ts";
import type { Guest } from "../guests/queries.ts";
import type { Meeting } from "../queries.ts";
import { sayOpportunity } from "./capturing.ts";
import { goTo, openRoom, type RoomSettings } from "./conducting.ts";
import { addGroup } from "./grouping.ts";
import { groupsOf, type Room, roomOf } from "./queries.ts";
import { STEPS, type Step } from "./steps.ts";

export interface Launch {
  workspace: Workspace;
  meeting: Meeting;
  /** In the order given, each with its one guest. */
  companies: { id: string; name: string; guest: Guest }[];
}

/** A launch meeting of a partnership, with a guest of each company, for tests. */
export async function launchAt(
  ctx: Ctx,
  given: { name?: string; companies?: readonly string[]; publics?: readonly string[] } = {},
): Promise<Launch> {
  const { id } = await partnershipAt(ctx, { name: given.name ?? "Platte Valley Manufacturing Partnership" });
  const workspace = (await workspaceById(ctx, id))!;
  const meeting = await meetingAt(ctx, id, { title: "Launch meeting" });
  const companies: Launch["companies"] = [];
  for (const company of [...(given.companies ?? []), ...(given.publics ?? [])]) {
    const side = given.companies?.includes(company) ? "business" : "public";
    const guest = await guestAt(ctx, meeting, { name: `Somebody of ${company}`, company, side });
    companies.push({ id: guest.company!.id, name: company, guest });
  }
  return { workspace, meeting, companies };
}

/** Opens its room with these groups, each with one opportunity, and takes it to a step; for tests. */
export async function roomAt(
  ctx: Ctx,
  { meeting }: { meeting: { id: string; partnership: string } },
  given: { step?: Step; groups?: readonly string[]; settings?: Partial<RoomSettings> } = {},
): Promise<Room> {
  await openRoom(ctx, meeting, { votesEach: 3, publicVotes: false, phonesCapture: true, ...given.settings });
  for (const title of given.groups ?? ["Find welders", "Share freight", "Sell together", "Fix the road"]) {
    const said = ctx.random.id();
    await sayOpportunity(ctx, meeting.id, { id: said, words: `${title}, said aloud`, company: "" });
    await addGroup(ctx, meeting.id, { id: ctx.random.id(), title, opportunities: [said] });
  }
  const to = STEPS.indexOf(given.step ?? "capture");
  for (let at = 0; at < to; at += 1) {
    const went = await goTo(ctx, meeting.id, { from: STEPS[at]!, to: STEPS[at + 1]! });
    if (!went.ok) throw new Error(Object.values(went.problems).flat().join(" "));
  }
  return (await roomOf(ctx, meeting.id))!;
}

/** Titles and their votes, from the most; empty before the box is opened. */
export async function sumsOf(ctx: Ctx, meeting: string): Promise<Record<string, number>> {
  const groups = await groupsOf(ctx, meeting);
  return Object.fromEntries(groups.flatMap(({ title, votes }) => (votes === null ? [] : [[title, votes]])));
}
