import { checkIn } from "#features/meetings/door/actions.ts";
import { guestAt, meetingAt } from "#features/meetings/factory.ts";
import type { Guest, Meeting } from "#features/meetings/public.ts";
import { meetingById } from "#features/meetings/public.ts";
import { endMeeting, openMeeting } from "#features/meetings/running/actions.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import { type Contact, contactById, findOrAddContact } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";

export interface Held {
  workspace: Workspace;
  meeting: Meeting;
  champion: Contact;
  guests: Guest[];
}

/** A partnership with a champion whose letters somebody else reads, and a launch with these business guests. */
export async function launchAt(
  ctx: Ctx,
  given: {
    name?: string;
    guests: readonly { name: string; email: string | null; company?: string; caresAbout?: string }[];
  },
): Promise<Held> {
  const { id } = await partnershipAt(ctx, { name: given.name ?? "Platte Valley Healthcare Partnership" });
  const workspace = (await workspaceById(ctx, id))!;
  const dana = await findOrAddContact(ctx, workspace, {
    name: "Dana Ruiz",
    email: "dana@ruiz.test",
    side: "business",
    title: "President",
    company: "Ruiz & Sons Supply",
    isChampion: true,
    assistant: { name: "Kim Lee", email: "kim@ruiz.test" },
  });
  const meeting = await meetingAt(ctx, id);
  await ctx.db
    .updateTable("meetings")
    .set({ welcomed_by: dana.id, notes_promised_on: "2026-06-10" })
    .where("id", "=", meeting.id)
    .execute();
  const guests = [];
  for (const guest of given.guests) guests.push(await guestAt(ctx, meeting, guest));
  return {
    workspace,
    meeting: (await meetingById(ctx, id, meeting.id))!,
    champion: (await contactById(ctx, id, dana.id))!,
    guests,
  };
}

/** The meeting is held, and these guests come. */
export async function holdMeeting(ctx: Ctx, { meeting }: Held, came: readonly Guest[]): Promise<void> {
  await openMeeting(ctx, meeting);
  for (const guest of came) await checkIn(ctx, meeting, guest.id, "greeter");
  await endMeeting(ctx, meeting);
}
