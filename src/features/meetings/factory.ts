import { workspaceById } from "#features/partnerships/public.ts";
import { findOrAddContact, type NewContact } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { addGuests } from "./guests/actions.ts";
import { type Guest, guestsOf } from "./guests/queries.ts";
import { planMeeting } from "./planning/actions.ts";
import { readMeeting } from "./planning/forms.ts";
import { type Meeting, meetingById } from "./queries.ts";

/** A planned meeting of a partnership, for tests: a launch in Denver's time. */
export async function meetingAt(
  ctx: Ctx,
  partnership: string,
  given: Record<string, string> = {},
): Promise<Meeting> {
  const workspace = (await workspaceById(ctx, partnership))!;
  const facts = readMeeting({
    kind: "launch",
    title: "Launch of the Platte Valley Healthcare Partnership",
    startsLocal: "2026-06-04T09:00",
    timeZone: "America/Denver",
    minutes: "120",
    place: "Community Center",
    address: "12 Main Street, Kearney, NE",
    ...given,
  });
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems));
  const id = await planMeeting(ctx, workspace, facts.value);
  return (await meetingById(ctx, partnership, id))!;
}

/** Somebody on the roster and on the guest list, for tests. */
export async function guestAt(
  ctx: Ctx,
  meeting: Meeting,
  person: Partial<NewContact> & { name: string },
): Promise<Guest> {
  const workspace = (await workspaceById(ctx, meeting.partnership))!;
  const contact = await findOrAddContact(ctx, workspace, { email: null, side: "business", ...person });
  await addGuests(ctx, meeting, [contact.id], null);
  return (await guestsOf(ctx, meeting)).find((guest) => guest.contact?.id === contact.id)!;
}
