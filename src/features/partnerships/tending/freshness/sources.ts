import type { DeskItem, ModerationQueue } from "#base/sockets.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { UNANSWERED_DAYS } from "../../rules.ts";
import { unansweredPages } from "./queries.ts";

const DAY = 24 * 3600_000;

/** Pages about which somebody was asked a month ago, and nobody answered. */
export const staleQueue: Pick<ModerationQueue<Ctx>, "waiting"> = {
  async waiting(ctx, view, limit) {
    if (view !== "all" && view !== "new") return [];
    const pages = await unansweredPages(ctx, limit);
    return pages.map(
      (page): DeskItem => ({
        kind: "Partnership",
        place: stateByCode(page.states[0] ?? "")?.name,
        title: `Is ${page.name} still right?`,
        href: `/desk/partnerships/${page.id}`,
        state: "Nobody answered",
        mark: "new",
        waitingSince: new Date(page.remindedAt.getTime() + UNANSWERED_DAYS * DAY),
        from: "the house",
        inHand: null,
      }),
    );
  },
};
