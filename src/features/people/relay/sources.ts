import type { ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { countHeldLetters, heldLetters } from "./queries.ts";

/** Letters in which something looked doubtful, until an editor passes them on or drops them. */
export const letterQueue: ModerationQueue<Ctx> = {
  kind: "Letter",

  async counts(ctx) {
    const all = await countHeldLetters(ctx);
    return { all, new: all, mine: 0, asked: 0, scheduled: 0, doubtful: all };
  },

  async waiting(ctx, view, limit) {
    if (view !== "all" && view !== "new" && view !== "doubtful") return [];
    const rows = await heldLetters(ctx, limit);
    return rows.map((row) => ({
      kind: "Letter",
      title: `A letter to ${row.to_name}`,
      href: `/desk/letters/${row.id}`,
      state: "Waits to be passed on",
      mark: "new" as const,
      waitingSince: row.received_at,
      from: row.from_name,
      inHand: null,
      ...(row.doubt ? { doubt: row.doubt } : {}),
    }));
  },
};
