import type { Listener } from "#platform/context.ts";
import "./tables.ts";

/** Two entries of one person became one: coaches, and who wrote a state's page, follow. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId);
  await ctx.db.updateTable("state_coaches").set({ person: subject.id }).where("person", "=", gone).execute();
  await ctx.db
    .updateTable("state_page_versions")
    .set({ by_person: subject.id })
    .where("by_person", "=", gone)
    .execute();
};
