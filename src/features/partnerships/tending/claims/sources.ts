import type { DeskItem, ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { waitingClaims } from "./queries.ts";

const actorId = ({ actor }: Ctx) => (actor.kind === "person" ? actor.id : null);

/** Who asks to look after a page; where somebody does so already, those are asked first and the editors look on. */
export const claimQueue: Pick<ModerationQueue<Ctx>, "waiting"> = {
  async waiting(ctx, view, limit) {
    const me = actorId(ctx);
    if (view === "scheduled" || view === "doubtful" || (view === "mine" && !me)) return [];
    const claims = await waitingClaims(ctx, {
      limit,
      ...(view === "mine" && me ? { inHandOf: me } : {}),
      ...(view === "asked" ? { claimed: true } : {}),
      ...(view === "new" ? { claimed: false, untaken: true } : {}),
    });
    return claims.map(
      ({ id, partnership, person, role, madeAt, inHand }): DeskItem => ({
        kind: "Claim",
        title: `${person.name} asks to look after ${partnership.name}`,
        href: `/desk/partnerships/claims/${id}`,
        state: partnership.isClaimed ? "With those who look after it" : "Needs a decision",
        mark: partnership.isClaimed ? "theirs" : inHand ? "working" : "new",
        waitingSince: madeAt,
        from: `${person.name}, ${role}`,
        inHand,
      }),
    );
  },
};
