import { sql } from "kysely";
import type { PersonalData } from "#platform/personal-data.ts";
import "./tables.ts";

/**
 * What plans hold of somebody hangs on their entries on rosters and goes with them: teams, letters, their words, and
 * their names in what reviews keep. Here is what stands under the address itself.
 */
export const personalPlans: PersonalData = {
  done: "wishes for no more letters about actions deleted",
  async forget(ctx, email) {
    const rows = await ctx.db
      .deleteFrom("plan_stops")
      .where("email", "=", email)
      .returning("partnership")
      .execute();
    return rows.length;
  },
  async copy(ctx, email) {
    const { rows } = await sql<Record<string, unknown>>`
      select p.name as partnership, a.words as action, a.status, a.due_on::text as due,
        (select json_agg(json_build_object('said', w.status, 'word', w.word, 'at', w.at) order by w.at)
          from plan_words w where w.action = a.id and w.contact = c.id) as "whatYouSaid"
      from plan_actions a join roster_contacts c on c.id = a.owner join partnerships p on p.id = a.partnership
      where c.email = ${email} order by a.created_at limit 2000`.execute(ctx.db);
    const stops = await ctx.db
      .selectFrom("plan_stops as s")
      .innerJoin("partnerships as p", "p.id", "s.partnership")
      .select(["p.name as partnership", "s.at"])
      .where("s.email", "=", email)
      .execute();
    const records = [
      ...rows,
      ...stops.map(({ partnership, at }) => ({ partnership, noMoreLettersSince: at.toISOString() })),
    ];
    return records.length > 0 ? { heading: "In action plans of partnerships", records } : undefined;
  },
};
