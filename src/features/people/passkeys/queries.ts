import type { Db } from "#platform/database/tables.ts";
import "./tables.ts";

export interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** Somebody's passkeys, the oldest first; a handful at most. */
export async function passkeysOf(ctx: { db: Db }, personId: string): Promise<Passkey[]> {
  const rows = await ctx.db
    .selectFrom("passkeys")
    .select(["id", "name", "created_at", "used_at"])
    .where("person", "=", personId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, usedAt: row.used_at }));
}
