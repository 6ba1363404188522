import { sql } from "kysely";
import type { DeskView, ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { countsOfClaims } from "./claims/queries.ts";
import { claimQueue } from "./claims/sources.ts";
import { countOfUnansweredPages } from "./freshness/queries.ts";
import { staleQueue } from "./freshness/sources.ts";
import { countsOfProposals } from "./proposals/queries.ts";
import { proposalQueue } from "./proposals/sources.ts";

const KINDS = [claimQueue, proposalQueue, staleQueue];

type Counts = Partial<Record<DeskView, number>>;

/**
 * What waits for an editor about partnerships' pages: claims, proposed pages, and pages about which nobody answered.
 * One queue, because the desk asks each queue for its counts, and most days none of the three holds anything.
 */
export const tendingQueue: ModerationQueue<Ctx> = {
  kind: "Partnership",

  async counts(ctx) {
    const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
    const { rows } = await sql<{ claims: Counts; proposals: Counts; pages: Counts }>`select
      (select to_json(c) from (${countsOfClaims(ctx, me)}) c) as claims,
      (select to_json(c) from (${countsOfProposals(ctx, me)}) c) as proposals,
      (select to_json(c) from (${countOfUnansweredPages(ctx)}) c) as pages`.execute(ctx.db);
    const { claims = {}, proposals = {}, pages = {} } = rows[0] ?? {};
    const sum = (view: DeskView) => (claims[view] ?? 0) + (proposals[view] ?? 0) + (pages[view] ?? 0);
    return {
      all: sum("all"),
      new: sum("new") + (pages.all ?? 0),
      mine: sum("mine"),
      asked: sum("asked"),
      scheduled: 0,
      doubtful: 0,
    };
  },

  async waiting(ctx, view, limit) {
    const found = [];
    for (const kind of KINDS) found.push(...(await kind.waiting(ctx, view, limit)));
    return found.sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime()).slice(0, limit);
  },
};
