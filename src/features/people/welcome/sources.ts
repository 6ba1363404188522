import type { ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { longDate } from "#ui/dates.tsx";
import { countNewcomers, GREET_WITHIN_DAYS, newcomersToGreet } from "./queries.ts";

const DAY = 24 * 3600_000;
const actorId = ({ actor }: Ctx) => (actor.kind === "person" ? actor.id : null);

/** Newcomers whom a person has yet to greet. */
export const newcomerQueue: ModerationQueue<Ctx> = {
  kind: "Newcomer to greet",

  async counts(ctx) {
    const { all, free, mine } = await countNewcomers(ctx, actorId(ctx));
    return { all, new: free, mine, asked: 0, scheduled: 0, doubtful: 0 };
  },

  async waiting(ctx, view, limit) {
    // Nothing of this kind waits for its sender or for a time, or is doubtful.
    if (view === "asked" || view === "scheduled" || view === "doubtful") return [];
    const rows = await newcomersToGreet(ctx, {
      limit,
      ...(view === "mine" ? { inHandOf: actorId(ctx) } : {}),
      free: view === "new",
    });
    return rows.map((newcomer) => ({
      kind: "Newcomer to greet",
      title: `Say hello to ${newcomer.name}`,
      href: `/desk/newcomers/${newcomer.id}`,
      state: `Greet by ${lastDay(newcomer.joinedAt)}`,
      mark: newcomer.inHand ? ("working" as const) : ("new" as const),
      waitingSince: newcomer.joinedAt,
      from: newcomer.name,
      inHand: newcomer.inHand,
    }));
  },
};

export function lastDay(joinedAt: Date): string {
  return longDate(new Date(joinedAt.getTime() + GREET_WITHIN_DAYS * DAY).toISOString().slice(0, 10));
}
