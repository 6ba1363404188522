import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import "./tables.ts";

/** A person's places on guest lists, by the roster's address. */
function theirs(ctx: Ctx, email: string) {
  return ctx.db
    .selectFrom("meeting_guests as g")
    .innerJoin("roster_contacts as c", "c.id", "g.contact")
    .innerJoin("meetings as m", "m.id", "g.meeting")
    .select([
      "g.id",
      "g.answer",
      "g.answer_note",
      "g.room_role",
      "g.invited_at",
      "g.answered_at",
      "g.came_at",
      "m.title",
      "m.starts_at",
    ])
    .where("c.email", "=", email)
    .orderBy("m.starts_at")
    .execute();
}

/**
 * What stands on guest lists. Counts of meetings that were held stay true: that somebody came stays, without who it was.
 * The roster's own part, which deletes the entries by which the rows are found, comes after it (`app/features.ts`).
 */
export const personalMeetings: PersonalData = {
  done: "places on guest lists without a name now, or questions to come deleted",
  async forget(ctx, email) {
    const rows = await theirs(ctx, email);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      await ctx.db.deleteFrom("meeting_answers").where("guest", "in", ids).execute();
      await ctx.db.deleteFrom("meeting_guests").where("id", "in", ids).where("came_at", "is", null).execute();
      await ctx.db
        .updateTable("meeting_guests")
        .set({ contact: null, link_key: null, answer_note: "" })
        .where("id", "in", ids)
        .execute();
    }
    const askers = await ctx.db
      .deleteFrom("meeting_askers")
      .where("email", "=", email)
      .returning("id")
      .execute();
    return rows.length + askers.length;
  },
  async copy(ctx, email) {
    const rows = await theirs(ctx, email);
    const askers = await ctx.db
      .selectFrom("meeting_askers as a")
      .innerJoin("meetings as m", "m.id", "a.meeting")
      .select(["a.name", "a.company", "a.note", "a.asked_at", "a.decision", "m.title"])
      .where("a.email", "=", email)
      .execute();
    if (rows.length + askers.length === 0) return undefined;
    return {
      heading: "Meetings of partnerships",
      records: [
        ...rows.map((row) => ({
          meeting: row.title,
          begins: row.starts_at.toISOString(),
          invited: row.invited_at?.toISOString() ?? null,
          answer: row.answer,
          answered: row.answered_at?.toISOString() ?? null,
          note: row.answer_note,
          roleInTheRoom: row.room_role,
          came: row.came_at?.toISOString() ?? null,
        })),
        ...askers.map((row) => ({
          meeting: row.title,
          askedToCome: row.asked_at.toISOString(),
          name: row.name,
          company: row.company,
          note: row.note,
          answer: row.decision,
        })),
      ],
    };
  },
};
