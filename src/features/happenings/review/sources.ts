import { type SqlBool, sql } from "kysely";
import type { DeskItem, DeskView, ModerationQueue } from "#base/sockets.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { KIND_WORDS } from "../kinds.ts";
import { type Stage, WAITING_STAGES } from "../stages.ts";
import { inHandFrom } from "./queries.ts";
import { DESK_WORDS, isStale } from "./rules.ts";
import "./tables.ts";

/** Spelled out rather than sent as values, so that the index of what waits is used. */
const waitingStages = sql.join(WAITING_STAGES.map((stage) => sql.lit(stage)));

/** Senders who wrote after the editors did: such a letter waits for an answer whatever the stage. */
const unansweredIds = sql`select m.happening from happening_messages m
  where m.by_kind = 'submitter' and not exists (
    select 1 from happening_messages e
    where e.happening = m.happening and e.by_kind = 'editor' and e.at >= m.at)`;

/** The few that wait are found first, whatever stands on the site. */
const waits = sql<SqlBool>`(h.stage not in ('unconfirmed', 'withdrawn') and h.id in (
  select w.id from happenings w where w.stage in (${waitingStages}) union ${unansweredIds}))`;

function inView(ctx: Ctx, view: DeskView) {
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const conditions: Record<DeskView, ReturnType<typeof sql<SqlBool>>> = {
    all: waits,
    new: sql<SqlBool>`(h.stage not in ('in-review', 'changes-asked', 'scheduled'))`,
    mine: sql<SqlBool>`(h.in_hand = ${me} and h.stage in (${waitingStages}))`,
    asked: sql<SqlBool>`(h.stage = 'changes-asked')`,
    scheduled: sql<SqlBool>`(h.stage = 'scheduled')`,
    doubtful: sql<SqlBool>`(h.doubt is not null and h.stage in (${waitingStages}))`,
  };
  return conditions[view];
}

/** What was shared and waits: to be read, to be decided, for its sender, for its time, or for an answer. */
export const happeningQueue: ModerationQueue<Ctx> = {
  kind: "Happening",

  async counts(ctx) {
    const count = (view: DeskView) => sql<number>`count(*) filter (where ${inView(ctx, view)})`.as(view);
    return ctx.db
      .selectFrom("happenings as h")
      .select([
        count("all"),
        count("new"),
        count("mine"),
        count("asked"),
        count("scheduled"),
        count("doubtful"),
      ])
      .where(waits)
      .executeTakeFirstOrThrow();
  },

  waiting: (ctx, view, limit) => waitingHappenings(ctx, view, { limit }),
};

/** What waits, the longest first; of one state where it is given, by its main state. One query. */
export async function waitingHappenings(
  ctx: Ctx,
  view: DeskView,
  page: { limit: number; offset?: number; state?: string },
): Promise<DeskItem[]> {
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  let query = ctx.db
    .selectFrom("happenings as h")
    .innerJoin("happening_versions as first", (join) =>
      join.onRef("first.happening", "=", "h.id").on("first.number", "=", 1),
    )
    .leftJoin("submissions as s", "s.happening", "h.id")
    .leftJoin("people as holder", "holder.id", "h.in_hand")
    .leftJoin("happening_reads as r", (join) =>
      join.onRef("r.happening", "=", "h.id").on("r.person", "=", me),
    )
    .select([
      "h.id",
      "h.title",
      "h.kind",
      "h.state_code",
      "h.stage",
      "h.stage_since",
      "h.publish_at",
      "h.doubt",
      "h.version",
      "h.in_hand",
      "h.in_hand_since",
      "holder.name as holder_name",
      "holder.email as holder_email",
      "s.name as sender",
      "s.organization",
      "first.by_name as writer",
      "r.version as read",
      sql<boolean>`h.id in (${unansweredIds})`.as("unanswered"),
      sql<Date>`case when h.stage in ('published', 'unpublished', 'declined') then
          (select max(m.at) from happening_messages m where m.happening = h.id) else h.stage_since end`.as(
        "since",
      ),
    ])
    .where(waits)
    .where(inView(ctx, view))
    .orderBy(view === "scheduled" ? "h.publish_at" : "since")
    .orderBy("h.id")
    .limit(page.limit)
    .offset(page.offset ?? 0);
  if (page.state) query = query.where("h.state_code", "=", page.state);
  return (await query.execute()).map((row): DeskItem => {
    const inHand = inHandFrom(row);
    return {
      kind: KIND_WORDS[row.kind].name,
      place: stateByCode(row.state_code)?.name,
      title: row.title,
      href: `/desk/happenings/${row.id}`,
      state: stateWords(row),
      mark: markOf(row.stage, row.unanswered),
      waitingSince: row.since,
      from: row.sender ? [row.sender, row.organization].filter(Boolean).join(", ") : row.writer,
      inHand: inHand && { ...inHand, isStale: isStale(inHand.since, ctx.now) },
      ...(row.doubt ? { doubt: row.doubt } : {}),
      ...(row.publish_at ? { dueAt: row.publish_at } : {}),
      ...(row.read !== null && row.read < row.version ? { changed: true } : {}),
    };
  });
}

/** How many wait in a state. One query. */
export async function countWaiting(ctx: Ctx, state: string): Promise<number> {
  const { number } = await ctx.db
    .selectFrom("happenings as h")
    .select(sql<number>`count(*)::integer`.as("number"))
    .where(waits)
    .where("h.state_code", "=", state)
    .executeTakeFirstOrThrow();
  return number;
}

function stateWords(row: { stage: Stage; unanswered: boolean; version: number }): string {
  if (row.stage === "received" && row.unanswered) return "Its sender has answered";
  if (row.stage === "received" && row.version > 1) return "Changed by its sender, needs reading";
  if (row.stage === "in-review" && row.unanswered) return "In review, its sender wrote";
  if (row.unanswered && !WAITING_STAGES.includes(row.stage))
    return `${DESK_WORDS[row.stage]}, its sender wrote`;
  return DESK_WORDS[row.stage];
}

function markOf(stage: Stage, isUnanswered: boolean): DeskItem["mark"] {
  if (stage === "changes-asked") return "theirs";
  if (stage === "scheduled") return "planned";
  return stage === "received" || isUnanswered ? "new" : "working";
}
