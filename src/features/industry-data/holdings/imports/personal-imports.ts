import { personByEmail } from "#features/people/public.ts";
import type { Listener } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import "./tables.ts";

/** Who brought which figures. */
export const personalImports: PersonalData = {
  done: "imports of figures without who brought them now",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const rows = await ctx.db
      .updateTable("industry_imports")
      .set({ by_name: "An editor", by_person: null })
      .where("by_person", "=", person.id)
      .returning("id")
      .execute();
    return rows.length;
  },
};

/** Two entries of one person became one: what they brought is the one's that stays. */
export const importsOfMerged: Listener = async (ctx, { subject, particulars }) => {
  await ctx.db
    .updateTable("industry_imports")
    .set({ by_person: subject.id })
    .where("by_person", "=", String(particulars?.goneId))
    .execute();
};
