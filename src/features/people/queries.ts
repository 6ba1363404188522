import type { Role } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import type { SignedIn } from "./rules.ts";
import type { PeopleTable } from "./tables.ts";

export interface Person {
  id: string;
  email: string;
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
    name: row.name || (row.email.split("@")[0] ?? row.email),
    role: row.role,
    joinedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

export function actorFrom(row: PeopleTable): SignedIn {
  const { id, name, email, role } = personFrom(row);
  return { kind: "person", id, name, email, role };
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
