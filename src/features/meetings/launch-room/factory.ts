import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { sayOpportunity } from "./capturing.ts";
import { goTo, openRoom, type RoomSettings } from "./conducting.ts";
import { addGroup } from "./grouping.ts";
import { groupsOf, type Room, roomOf } from "./queries.ts";
import { STEPS, type Step } from "./steps.ts";

export interface Launch {
  workspace: Workspace;
  meeting: { id: string; partnership: string };
  /** Companies by name, each with one guest. */
  companies: { id: string; name: string; guest: string }[];
}

/** A launch meeting of a partnership, with a guest of each company, for tests. */
export async function launchAt(
  ctx: Ctx,
  given: { name?: string; companies?: readonly string[]; publics?: readonly string[]; startsAt?: Date } = {},
): Promise<Launch> {
  const { id: partnership } = await partnershipAt(ctx, {
    name: given.name ?? "Platte Valley Manufacturing Partnership",
  });
  const workspace = (await workspaceById(ctx, partnership))!;
  const meeting = { id: ctx.random.id(), partnership };
  const startsAt = given.startsAt ?? ctx.now;
  await ctx.db
    .insertInto("meetings")
    .values({
      ...meeting,
      kind: "launch",
      title: "Launch meeting",
      starts_local: "2026-10-04T09:00",
      time_zone: "America/Denver",
      starts_at: startsAt,
      minutes: 120,
      agenda: "[]",
      created_at: ctx.now,
      changed_at: ctx.now,
    } as never)
    .execute();
  const companies: Launch["companies"] = [];
  const names = [
    ...(given.companies ?? []).map((name) => ({ name, side: "business" as const })),
    ...(given.publics ?? []).map((name) => ({ name, side: "public" as const })),
  ];
  for (const { name, side } of names) {
    const contact = await findOrAddContact(ctx, workspace, {
      name: `Somebody of ${name}`,
      email: null,
      company: name,
      side,
    });
    const guest = ctx.random.id();
    await ctx.db
      .insertInto("meeting_guests")
      .values({
        id: guest,
        meeting: meeting.id,
        contact: contact.id,
        side,
        company: contact.company!.id,
        link_key: ctx.random.token(),
        created_at: ctx.now,
      } as never)
      .execute();
    companies.push({ id: contact.company!.id, name, guest });
  }
  return { workspace, meeting, companies };
}

/** Opens its room with these groups, each with one opportunity, and takes it to a step; for tests. */
export async function roomAt(
  ctx: Ctx,
  { meeting }: Pick<Launch, "meeting">,
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
