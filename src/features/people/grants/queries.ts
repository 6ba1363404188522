import { sql } from "kysely";
import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import type { Grant, GrantedRole } from "#platform/permissions.ts";
import { hashToken } from "#platform/secrets.ts";
import { type Person, personFrom } from "../queries.ts";
import { stateOf } from "./rules.ts";
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

/**
 * The partnerships or states for which somebody with an address holds a role; whose it is is not in it. One query
 * after a change.
 */
export function scopesWith(ctx: Ctx, role: GrantedRole): Promise<ReadonlySet<string>> {
  return ctx.keep(`what has a ${role}`, async () => {
    const rows = await ctx.db
      .selectFrom("grants")
      .innerJoin("people", "people.id", "grants.person")
      .select("grants.scope")
      .distinct()
      .where("grants.role", "=", role)
      .where("grants.ended_at", "is", null)
      .where("people.email", "is not", null)
      .execute();
    return new Set(rows.map(({ scope }) => scope));
  });
}

export interface OpenInvitation {
  id: string;
  email: string;
  name: string;
  scope: string;
  onBehalfOf: string;
  invitedBy: string;
  sentAt: Date;
  expiresAt: Date;
}

/** Invitations that nobody has answered yet, newest first. One query, whatever the number of scopes. */
export async function openInvitations(
  ctx: { db: Db; now: Date },
  scopes: readonly string[],
  roles: readonly GrantedRole[],
): Promise<OpenInvitation[]> {
  if (scopes.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("grant_invitations")
    .selectAll()
    .where("scope", "in", scopes)
    .where("role", "in", roles)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", ctx.now)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    scope: row.scope,
    onBehalfOf: row.on_behalf_of,
    invitedBy: row.invited_by_name,
    sentAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

/** What an address is invited to and has not answered, newest first. @param email lower case */
export async function invitationsFor(
  ctx: { db: Db; now: Date },
  email: string,
): Promise<{ what: string; invitedBy: string; expiresAt: Date }[]> {
  const rows = await ctx.db
    .selectFrom("grant_invitations")
    .select(["what", "invited_by_name", "expires_at"])
    .where("email", "=", email)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", ctx.now)
    .orderBy("created_at", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({
    what: row.what,
    invitedBy: row.invited_by_name,
    expiresAt: row.expires_at,
  }));
}

/** The invitation that a link opens; undefined where we never made such a one. */
export async function findInvitation(ctx: { db: Db; now: Date }, token: string) {
  const row = await ctx.db
    .selectFrom("grant_invitations")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  return (
    row && {
      email: row.email,
      what: row.what,
      role: row.role,
      onBehalfOf: row.on_behalf_of,
      invitedBy: row.invited_by_name,
      leadsTo: row.leads_to as LocalPath,
      state: stateOf(row, ctx.now),
    }
  );
}
export type FoundInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Every scope for which somebody holds a role, longest first. */
export async function scopesHeldBy(
  ctx: { db: Db },
  personId: string,
  role: GrantedRole,
): Promise<{ grantId: string; scope: string; onBehalfOf: string; since: Date }[]> {
  const rows = await ctx.db
    .selectFrom("grants")
    .select(["id", "scope", "on_behalf_of", "granted_at"])
    .where("person", "=", personId)
    .where("role", "=", role)
    .where("ended_at", "is", null)
    .orderBy("granted_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    grantId: row.id,
    scope: row.scope,
    onBehalfOf: row.on_behalf_of,
    since: row.granted_at,
  }));
}
