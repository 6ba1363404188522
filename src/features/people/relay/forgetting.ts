import { sql } from "kysely";
import type { PersonalData } from "#platform/personal-data.ts";
import { personByEmail } from "../queries.ts";
import { recipientSeal } from "./links.ts";
import "./tables.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Letters somebody wrote, and those that were for them. What others asked about their letters stays theirs. */
export const personalLetters: PersonalData = {
  done: "letters passed on or waiting deleted",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    // A letter to several goes to the others all the same; one that was for them alone goes.
    await sql`update relay_letters set to_addresses = array_remove(to_addresses, ${email})
      where ${email} = any(to_addresses) and cardinality(to_addresses) > 1`.execute(ctx.db);
    const { rows } = await sql`delete from relay_letters
      where from_email = ${email} or ${email} = any(to_addresses)
        or (to_kind = 'person' and to_id = ${person?.id ?? NOBODY}) returning id`.execute(ctx.db);
    const recipient = recipientSeal(ctx, email);
    await ctx.db.deleteFrom("relay_stops").where("recipient", "=", recipient).execute();
    await ctx.db.deleteFrom("relay_links").where("recipient", "=", recipient).execute();
    return rows.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const { rows } = await sql<Record<string, unknown>>`
      select received_at, state, from_name as from, to_name as to, text from relay_letters
      where from_email = ${email} or (to_kind = 'person' and to_id = ${person?.id ?? NOBODY} and state = 'passed-on')
      order by received_at`.execute(ctx.db);
    return rows.length > 0
      ? { heading: "Letters you wrote or got (texts are kept only while a letter waits)", records: rows }
      : undefined;
  },
};
