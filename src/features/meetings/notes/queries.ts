import type { Ctx } from "#platform/context.ts";
import { type Guest, guestsOf } from "../guests/queries.ts";
import type { Meeting } from "../queries.ts";

/** Those who came, can be written to, and have not got the link to the notes. Two queries. */
export async function guestsWithoutNotes(
  ctx: Pick<Ctx, "db">,
  meeting: Pick<Meeting, "id" | "partnership">,
): Promise<Guest[]> {
  const came = await guestsOf(ctx, meeting, { which: "came" });
  return came.filter(({ notesSentAt, contact, linkKey }) => !notesSentAt && linkKey && contact?.email);
}
