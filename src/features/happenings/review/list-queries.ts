import { type SqlBool, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Kind } from "../kinds.ts";
import type { Stage } from "../stages.ts";

export interface ListedHappening {
  id: string;
  title: string;
  kind: Kind;
  state: string;
  stage: Stage;
  changedAt: Date;
  publishedAt: Date | null;
  featured: boolean;
  sender: string | null;
}

export interface ListFilter {
  /** Words of the title, or the sender's name or address; empty for all. */
  q: string;
  stage: Stage | null;
  page: number;
}

export const LIST_PAGE = 50;

/** Every confirmed happening whatever its stage, the last changed first. Two queries, however many there are. */
export async function happeningsForEditors(
  ctx: Ctx,
  filter: ListFilter,
): Promise<{ items: ListedHappening[]; total: number }> {
  const rows = await filtered(ctx, filter)
    .leftJoin("submissions as s", "s.happening", "h.id")
    .select([
      "h.id",
      "h.title",
      "h.kind",
      "h.state_code as state",
      "h.stage",
      "h.changed_at as changedAt",
      "h.published_at as publishedAt",
      sql<boolean>`h.featured_at is not null`.as("featured"),
      "s.name as sender",
    ])
    .orderBy("h.changed_at", "desc")
    .orderBy("h.id")
    .limit(LIST_PAGE)
    .offset((filter.page - 1) * LIST_PAGE)
    .execute();
  const { total } = await filtered(ctx, filter)
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow();
  return { items: rows, total };
}

function filtered(ctx: Ctx, { q, stage }: ListFilter) {
  let query = ctx.db.selectFrom("happenings as h").where("h.stage", "!=", "unconfirmed");
  if (stage) query = query.where("h.stage", "=", stage);
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<SqlBool>`(h.title ilike ${like} or h.words @@ websearch_to_tsquery('english', ${q})
        or exists (select 1 from submissions f where f.happening = h.id and (f.email ilike ${like} or f.name ilike ${like})))`,
    );
  }
  return query;
}
