import type { ColumnType, Generated } from "kysely";
import type { Actor, Ctx } from "./context.ts";
import type { Telling, ToldEvent } from "./telling.ts";

export interface EventsTable {
  id: Generated<number>;
  at: Date;
  name: string;
  actor_kind: Actor["kind"];
  actor_id: string | null;
  actor_name: string;
  subject_kind: string;
  subject_id: string;
  particulars: ColumnType<Record<string, unknown>, string, never>;
}

declare module "./database/tables.ts" {
  interface Tables {
    events: EventsTable;
  }
}

function nameOf(actor: Actor): string {
  return actor.kind === "guest" ? "A visitor" : actor.name;
}

/**
 * Writes the event in the caller's transaction and lets the listeners that `app/house.ts` named hear of it
 * there, so that what they write stands or falls with the deed. The teller knows none of them.
 */
export async function tell(ctx: Ctx, telling: Telling): Promise<void> {
  if (!ctx.told) throw new Error(`${telling.name} was told outside of transact()`);
  const row = await ctx.db
    .insertInto("events")
    .values({
      at: ctx.now,
      name: telling.name,
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.kind === "person" ? ctx.actor.id : null,
      actor_name: nameOf(ctx.actor),
      subject_kind: telling.subject.kind,
      subject_id: telling.subject.id,
      particulars: JSON.stringify(telling.particulars ?? {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const event: ToldEvent = { ...telling, id: row.id, at: ctx.now };
  ctx.told.push(event);
  for (const listen of ctx.listeners.get(telling.name) ?? []) await listen(ctx, event);
}
