import { personByEmail } from "#features/people/public.ts";
import type { PersonalData } from "#platform/personal-data.ts";

export const personalCoaching: PersonalData = {
  done: "entries in a state’s list of coaches deleted",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const rows = await ctx.db
      .deleteFrom("state_coaches")
      .where("person", "=", person.id)
      .returning("id")
      .execute();
    await ctx.db
      .updateTable("state_page_versions")
      .set({ by_name: "Somebody who asked to be forgotten", by_person: null })
      .where("by_person", "=", person.id)
      .execute();
    return rows.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return undefined;
    const records = await ctx.db
      .selectFrom("state_coaches")
      .select(["state_code as state", "name", "organization", "note", "from_on as from", "to_on as to"])
      .where("person", "=", person.id)
      .orderBy("created_at")
      .execute();
    return { heading: "Where a state’s lead lists you as a coach", records };
  },
};
