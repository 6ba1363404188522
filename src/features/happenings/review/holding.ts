import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { moveHappening } from "../moving.ts";
import { deedsAt } from "./rules.ts";
import "./tables.ts";

export interface Editor {
  id: string;
  name: string;
}

/** The row, locked until the transaction ends, so that two deeds come one after the other. */
export async function lockHappening(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom("happenings")
    .select(["id", "stage", "stage_since", "title", "version", "in_hand", "featured_at", "publish_version"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/**
 * Takes a happening in hand; the first to do so moves it from received to in review.
 *
 * @param from who had it in hand when the editor pressed the button; null for nobody. So it can be taken from
 *   somebody else knowingly, and never by accident.
 * @throws Conflict when it is in another hand by now
 */
export async function holdHappening(ctx: Ctx, id: string, by: Editor, from: string | null): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    if (row.in_hand === by.id) return;
    if (!deedsAt(row.stage, false).hold)
      throw new Conflict("Nothing is left to do about this, so nobody needs to have it in hand.");
    if (row.in_hand !== from) {
      throw new Conflict("Somebody else has taken this in hand just now, so it was left with them.");
    }
    await putInHand(ctx, id, by);
    await tell(ctx, {
      name: "happening.held",
      subject: { kind: "happening", id },
      particulars: { title: row.title, ...(from ? { takenOver: true } : {}) },
    });
    if (row.stage !== "received") return;
    await moveHappening(ctx, id, { to: "in-review", mover: "editor" });
    // It waits since it came, not since somebody picked it up, or the oldest would drop to the end of the desk.
    await ctx.db
      .updateTable("happenings")
      .set({ stage_since: row.stage_since })
      .where("id", "=", id)
      .execute();
  });
}

/** Hands it back; nothing happens when it is not in this hand. */
export async function releaseHappening(ctx: Ctx, id: string, by: Editor): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    if (row.in_hand !== by.id) return;
    await ctx.db
      .updateTable("happenings")
      .set({ in_hand: null, in_hand_since: null })
      .where("id", "=", id)
      .execute();
    await tell(ctx, {
      name: "happening.released",
      subject: { kind: "happening", id },
      particulars: { title: row.title },
    });
  });
}

/** Whoever decides about something that is in nobody's hand has it in theirs from then on. */
export async function putInHand(ctx: Ctx, id: string, by: Editor): Promise<void> {
  await ctx.db
    .updateTable("happenings")
    .set({ in_hand: by.id, in_hand_since: ctx.now })
    .where("id", "=", id)
    .execute();
}

/** Remembers which version this person has had before their eyes; never an older one than before. */
export async function markRead(ctx: Ctx, id: string, person: string, version: number): Promise<void> {
  await ctx.db
    .insertInto("happening_reads")
    .values({ happening: id, person, version, at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(["happening", "person"])
        .doUpdateSet({ version, at: ctx.now })
        .where("happening_reads.version", "<", version),
    )
    .execute();
}

/** The first opening: there is nothing to compare with yet, and from now on there is. */
export async function markFirstRead(ctx: Ctx, id: string, person: string, version: number): Promise<void> {
  await ctx.db
    .insertInto("happening_reads")
    .values({ happening: id, person, version, at: ctx.now })
    .onConflict((conflict) => conflict.columns(["happening", "person"]).doNothing())
    .execute();
}
