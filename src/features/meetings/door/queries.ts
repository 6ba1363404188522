import type { Ctx } from "#platform/context.ts";
import { MOST_GUESTS } from "../guests/queries.ts";
import type { Listed } from "./looking-up.ts";

/** Everybody on the list with what a lookup compares, and nothing else. One query. */
export async function listedAtDoor(ctx: Pick<Ctx, "db">, meeting: string): Promise<Listed[]> {
  const rows = await ctx.db
    .selectFrom("meeting_guests as g")
    .innerJoin("roster_contacts as c", "c.id", "g.contact")
    .select(["g.id", "c.name", "c.email"])
    .where("g.meeting", "=", meeting)
    .where("g.state", "<>", "withdrawn")
    .limit(MOST_GUESTS)
    .execute();
  return rows;
}
