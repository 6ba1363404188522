import type { Listener } from "#platform/context.ts";
import "../tables.ts";

/** Two entries of one person became one: the tables they brought are the one's that stays. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  await ctx.db
    .updateTable("imports")
    .set({ by_person: subject.id })
    .where("by_person", "=", String(particulars?.goneId))
    .execute();
};
