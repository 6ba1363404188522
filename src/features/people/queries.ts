import type { Role } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import type { Grant } from "#platform/permissions.ts";
import type { SignedIn } from "./rules.ts";
import type { PeopleTable } from "./tables.ts";

export interface Person {
  id: string;
  /** Lower case; null for those whose address nobody has told. */
  email: string | null;
  /** What to call them: the name they gave, or else the part of their address before the @. */
  name: string;
  role: Role;
  joinedAt: Date;
  lastSeenAt: Date | null;
}

export function personFrom(row: PeopleTable): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name || (row.email?.split("@")[0] ?? "Somebody"),
    role: row.role,
    joinedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

export function actorFrom(row: PeopleTable, grants: readonly Grant[]): SignedIn {
  const { id, name, email, role } = personFrom(row);
  if (email === null) throw new Error("Nobody acts here who has not proved an address.");
  return { kind: "person", id, name, email, role, grants };
}

export async function personById(ctx: { db: Db }, id: string): Promise<Person | undefined> {
  const row = await ctx.db.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst();
  return row && personFrom(row);
}

/** @param email lower case */
export async function personByEmail(ctx: { db: Db }, email: string): Promise<Person | undefined> {
  const row = await ctx.db.selectFrom("people").selectAll().where("email", "=", email).executeTakeFirst();
  return row && personFrom(row);
}
