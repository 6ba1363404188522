import type { Listener } from "#platform/context.ts";
import "../tables.ts";

/** Two entries of one person became one: what they had in hand and answered is the one's that stays. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId);
  await ctx.db
    .updateTable("sponsor_inquiries")
    .set({ in_hand: subject.id })
    .where("in_hand", "=", gone)
    .execute();
  await ctx.db
    .updateTable("sponsor_answers")
    .set({ by_person: subject.id })
    .where("by_person", "=", gone)
    .execute();
};
