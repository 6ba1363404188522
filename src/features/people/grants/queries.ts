import { sql } from "kysely";
import type { Db } from "#platform/database/tables.ts";
import type { Grant, GrantedRole } from "#platform/permissions.ts";
import { type Person, personFrom } from "../queries.ts";
import "./tables.ts";

/** A person's standing grants, as a column of a query that reads `people`. */
export const standingGrants = sql<Grant[]>`(
  select coalesce(json_agg(json_build_object('role', g.role, 'scope', g.scope) order by g.granted_at), '[]')
  from grants g where g.person = people.id and g.ended_at is null)`;

/** What a person was given for single partnerships and states. */
export async function grantsOf(ctx: { db: Db }, personId: string): Promise<Grant[]> {
  return ctx.db
    .selectFrom("grants")
    .select(["role", "scope"])
    .where("person", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("granted_at")
    .execute();
}

export interface Holder {
  grantId: string;
  role: GrantedRole;
  scope: string;
  person: Person;
  /** For whom they edit, in words; empty where they stand for themselves. */
  onBehalfOf: string;
  since: Date;
}

/** Who holds a role for these partnerships or states, longest first. One query, whatever the number of scopes. */
export async function holdersOf(
  ctx: { db: Db },
  scopes: readonly string[],
  roles: readonly GrantedRole[],
): Promise<Holder[]> {
  if (scopes.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("grants")
    .innerJoin("people", "people.id", "grants.person")
    .selectAll("people")
    .select([
      "grants.id as grant_id",
      "grants.role as granted_role",
      "grants.scope",
      "grants.on_behalf_of",
      "grants.granted_at",
    ])
    .where("grants.scope", "in", scopes)
    .where("grants.role", "in", roles)
    .where("grants.ended_at", "is", null)
    .orderBy("grants.granted_at")
    .orderBy("grants.id")
    .execute();
  return rows.map((row) => ({
    grantId: row.grant_id,
    role: row.granted_role,
    scope: row.scope,
    person: personFrom(row),
    onBehalfOf: row.on_behalf_of,
    since: row.granted_at,
  }));
}
