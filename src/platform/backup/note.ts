import type { Db } from "../database/tables.ts";
import "../events.ts";
import { migrationsOf } from "./catalog.ts";

/** Writes into the restored site that it was restored, so that the audit log says so from then on. */
export async function noteRestore(
  db: Db,
  restore: { id: string; at: Date; by: string; particulars: Record<string, unknown> },
): Promise<void> {
  await db
    .insertInto("events")
    .values({
      at: restore.at,
      name: "site.restored",
      actor_kind: "system",
      actor_id: null,
      actor_name: restore.by,
      subject_kind: "restore",
      subject_id: restore.id,
      particulars: JSON.stringify(restore.particulars),
    })
    .execute();
}

export async function wasRestored(db: Db, id: string): Promise<boolean> {
  if (!(await migrationsOf(db))) return false;
  const row = await db
    .selectFrom("events")
    .select("id")
    .where("name", "=", "site.restored")
    .where("subject_kind", "=", "restore")
    .where("subject_id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}
