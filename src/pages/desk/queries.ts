import { DESK_VIEWS, type DeskItem, type DeskView, type ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { mailCounts } from "#platform/mail/mail.ts";

export const DESK_PAGE = 50;

const NEXT_PLANNED = 5;
const FAILED_JOBS_TOLD = 10;

export interface Desk {
  items: DeskItem[];
  counts: Record<DeskView, number>;
  /** What goes out by itself next. */
  planned: DeskItem[];
}

/** One page of what waits, merged from all queues. Two queries for each queue, and one for those with plans. */
export async function deskPage(
  ctx: Ctx,
  queues: readonly ModerationQueue<Ctx>[],
  view: DeskView,
  page: number,
): Promise<Desk> {
  const order = view === "scheduled" ? byTime : byWaiting;
  const counts = { all: 0, new: 0, mine: 0, asked: 0, scheduled: 0, doubtful: 0 };
  const found: DeskItem[] = [];
  const planned: DeskItem[] = [];
  for (const queue of queues) {
    const own = await queue.counts(ctx);
    for (const each of DESK_VIEWS) counts[each] += own[each];
    // The oldest of all may all lie in one queue, so each is asked for everything up to the end of this page.
    if (own[view] > 0) found.push(...(await queue.waiting(ctx, view, page * DESK_PAGE)));
    if (own.scheduled > 0) planned.push(...(await queue.waiting(ctx, "scheduled", NEXT_PLANNED)));
  }
  return {
    items: found.sort(order).slice((page - 1) * DESK_PAGE, page * DESK_PAGE),
    counts,
    planned: planned.sort(byTime).slice(0, NEXT_PLANNED),
  };
}

function byWaiting(a: DeskItem, b: DeskItem): number {
  return a.waitingSince.getTime() - b.waitingSince.getTime();
}

function byTime(a: DeskItem, b: DeskItem): number {
  return (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
}

export interface Troubles {
  /** Mails that could not be delivered, and mails that nobody delivers because no mail server is set. */
  failedMails: number;
  keptMails: number;
  /** Work that gave up; at most ten are counted. */
  failedJobs: number;
}

/** What editors should know of although nobody sent it in. */
export async function troublesNow(ctx: Ctx): Promise<Troubles> {
  const mails = await mailCounts(ctx);
  const jobs = await ctx.jobs.failures({ limit: FAILED_JOBS_TOLD, offset: 0 });
  return { failedMails: mails.failed, keptMails: mails.kept, failedJobs: jobs.length };
}
