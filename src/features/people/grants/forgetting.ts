import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { type Person, personByEmail } from "../queries.ts";
import "./tables.ts";

const SOMEBODY = "Somebody who asked to be forgotten";

/** For whom others stand in, where they do so for this person; one word may be anybody's name. */
async function forgetPrincipal(ctx: Ctx, { id, name }: Person): Promise<void> {
  if (!/\S\s+\S/.test(name)) return;
  const scopes = sql`(select scope from grants where person = ${id})`;
  const named = sql`strpos(lower(on_behalf_of), lower(${name})) > 0`;
  for (const table of ["grants", "grant_invitations"] as const)
    await sql`update ${sql.table(table)} set on_behalf_of = ${SOMEBODY}
      where scope in ${scopes} and ${named}`.execute(ctx.db);
  await sql`update events set particulars = particulars - 'onBehalfOf'
    where strpos(lower(particulars ->> 'onBehalfOf'), lower(${name})) > 0`.execute(ctx.db);
}

/** What one was invited to, whom one invited, and for whom one stands in. */
export const personalGrants: PersonalData = {
  done: "invitations to look after a page deleted",
  async forget(ctx, email) {
    const gone = await ctx.db
      .deleteFrom("grant_invitations")
      .where("email", "=", email)
      .returning("id")
      .execute();
    const person = await personByEmail(ctx, email);
    if (person) {
      await ctx.db
        .updateTable("grant_invitations")
        .set({ invited_by_name: SOMEBODY })
        .where("invited_by", "=", person.id)
        .execute();
      await forgetPrincipal(ctx, person);
    }
    return gone.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const held = person
      ? await ctx.db
          .selectFrom("grants")
          .select(["role", "scope", "on_behalf_of", "granted_at", "ended_at"])
          .where("person", "=", person.id)
          .orderBy("granted_at")
          .execute()
      : [];
    const invited = await ctx.db
      .selectFrom("grant_invitations")
      .select(["what", "name", "on_behalf_of", "invited_by_name", "created_at", "used_at", "withdrawn_at"])
      .where("email", "=", email)
      .orderBy("created_at")
      .execute();
    if (held.length + invited.length === 0) return undefined;
    return { heading: "What you look after, and invitations to you", records: [...held, ...invited] };
  },
};
