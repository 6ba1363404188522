import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";

/** Two entries of one person became one: what they wrote, read and had in hand is the one's that stays. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId);
  await sql`update happenings set in_hand = ${subject.id} where in_hand = ${gone}`.execute(ctx.db);
  await sql`update happening_reads r set person = ${subject.id} where person = ${gone}
    and not exists (select from happening_reads o
      where o.happening = r.happening and o.person = ${subject.id})`.execute(ctx.db);
  for (const table of ["happening_versions", "happening_messages", "trusted_submitters"])
    await sql`update ${sql.table(table)} set by_person = ${subject.id} where by_person = ${gone}`.execute(
      ctx.db,
    );
};
