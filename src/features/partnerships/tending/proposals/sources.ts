import type { DeskItem, ModerationQueue } from "#base/sockets.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { waitingProposals } from "./queries.ts";

const actorId = ({ actor }: Ctx) => (actor.kind === "person" ? actor.id : null);

/** Partnerships without a page, as somebody in them proposes one. */
export const proposalQueue: Pick<ModerationQueue<Ctx>, "waiting"> = {
  async waiting(ctx, view, limit) {
    const me = actorId(ctx);
    if (view !== "all" && view !== "new" && !(view === "mine" && me)) return [];
    const proposals = await waitingProposals(ctx, {
      limit,
      ...(view === "mine" && me ? { inHandOf: me } : {}),
      ...(view === "new" ? { untaken: true } : {}),
    });
    return proposals.map(
      ({ id, name, state, person, role, madeAt, inHand }): DeskItem => ({
        kind: "New partnership",
        place: stateByCode(state)?.name,
        title: name,
        href: `/desk/partnerships/proposals/${id}`,
        state: "Needs a decision",
        mark: inHand ? "working" : "new",
        waitingSince: madeAt,
        from: `${person.name}, ${role}`,
        inHand,
      }),
    );
  },
};
