import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";
import "./tables.ts";

/** Entries that were linked to the account that went are linked to the one that stays. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  if (gone)
    await sql`update roster_contacts set person = ${subject.id}::uuid where person = ${gone}::uuid`.execute(
      ctx.db,
    );
};

/** Companies that were linked to the organization that went are linked to the one that stays. */
export const organizationMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  if (gone)
    await sql`update roster_companies set organization = ${subject.id}::uuid
      where organization = ${gone}::uuid`.execute(ctx.db);
};
