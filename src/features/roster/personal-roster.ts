import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import "./tables.ts";

function theirs(ctx: Ctx, email: string) {
  return ctx.db
    .selectFrom("roster_contacts as c")
    .innerJoin("partnerships as p", "p.id", "c.partnership")
    .leftJoin("roster_companies as o", "o.id", "c.company")
    .selectAll("c")
    .select(["p.name as partnership_name", "o.name as company_name"])
    .where("c.email", "=", email)
    .execute();
}

export const personalRoster: PersonalData = {
  done: "entries on partnerships’ rosters deleted",
  async forget(ctx, email) {
    await ctx.db
      .updateTable("roster_contacts")
      .set({ assistant_name: "", assistant_email: null })
      .where("assistant_email", "=", email)
      .execute();
    await ctx.db
      .updateTable("workspaces")
      .set({ reply_name: null, reply_email: null })
      .where("reply_email", "=", email)
      .execute();
    const rows = await ctx.db
      .deleteFrom("roster_contacts")
      .where("email", "=", email)
      .returning("id")
      .execute();
    return rows.length;
  },
  async copy(ctx, email) {
    const rows = await theirs(ctx, email);
    if (rows.length === 0) return undefined;
    return {
      heading: "On partnerships’ rosters",
      records: rows.map((row) => ({
        partnership: row.partnership_name,
        name: row.name,
        position: row.title,
        company: row.company_name,
        phone: row.phone,
        standing: row.standing,
        champion: row.is_champion,
        segments: row.segments,
        mayBeWrittenTo: row.consent,
        knownFrom: row.consent_source,
        caresAbout: row.cares_about,
        note: row.note,
        since: row.created_at.toISOString(),
      })),
    };
  },
};
