import { sql } from "kysely";
import { Conflict } from "#base/surprises.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { mayLeave } from "./editors/rules.ts";
import { personByEmail, personFrom } from "./queries.ts";
import { worksTheDesk } from "./rules.ts";
import { countSessions } from "./sign-in/sessions.ts";

export const personalAccount: PersonalData = {
  done: "accounts deleted, signed out on every device",
  async forget(ctx, email) {
    await ctx.db.deleteFrom("sign_in_links").where("email", "=", email).execute();
    // All editors are locked, as when one is removed, so that two cannot leave at once.
    const rows = await ctx.db
      .selectFrom("people")
      .selectAll()
      .where((is) => is.or([is("role", "!=", "member"), is("email", "=", email)]))
      .orderBy("id")
      .forUpdate()
      .execute();
    const person = rows.find((row) => row.email === email);
    if (!person) return 0;
    const editors = rows.filter(({ role }) => worksTheDesk(role)).map(personFrom);
    if (worksTheDesk(person.role) && !mayLeave(person.id, editors))
      throw new Conflict(
        `This is the last ${person.role} who can sign in, so nothing was deleted. Make somebody else an ${person.role} first, and wait until they have come.`,
      );
    await ctx.db
      .updateTable("events")
      .set({ actor_name: "Somebody who asked to be forgotten" })
      .where("actor_id", "=", person.id)
      .execute();
    await sql`update events set particulars = particulars - 'name'
      where subject_kind = 'person' and subject_id = ${person.id}`.execute(ctx.db);
    await ctx.db.deleteFrom("people").where("id", "=", person.id).execute();
    return 1;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return undefined;
    const { name, role, joinedAt, lastSeenAt } = person;
    const sessions = await countSessions(ctx, person.id);
    return {
      heading: "Your account",
      records: [
        { name, email, role, joined_at: joinedAt, last_seen_at: lastSeenAt, signed_in_on_devices: sessions },
      ],
    };
  },
};
