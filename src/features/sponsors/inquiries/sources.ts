import type { ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { countNewInquiries, inquiries } from "./queries.ts";

const actorId = ({ actor }: Ctx) => (actor.kind === "person" ? actor.id : null);

export const inquiryQueue: ModerationQueue<Ctx> = {
  kind: "Sponsoring inquiry",

  async counts(ctx) {
    const { all, mine, doubtful } = await countNewInquiries(ctx, actorId(ctx));
    return { all, new: all, mine, asked: 0, scheduled: 0, doubtful };
  },

  async waiting(ctx, view, limit) {
    // Nothing of this kind waits for its sender or for a time.
    if (view === "asked" || view === "scheduled") return [];
    const person = actorId(ctx);
    const rows = await inquiries(ctx, {
      states: ["new"],
      limit,
      ...(view === "mine" && person ? { inHandOf: person } : {}),
      doubtful: view === "doubtful",
    });
    return rows.map((inquiry) => ({
      kind: "Sponsoring inquiry",
      title: `${inquiry.organization} asks about sponsoring`,
      href: `/desk/inquiries/${inquiry.id}`,
      state: "Waits for an answer",
      mark: "new" as const,
      waitingSince: inquiry.receivedAt,
      from: inquiry.name,
      inHand: inquiry.inHand,
      ...(inquiry.doubt ? { doubt: inquiry.doubt } : {}),
    }));
  },
};
