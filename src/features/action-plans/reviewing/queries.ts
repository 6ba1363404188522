import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { PlanContent } from "../content.ts";
import "../tables.ts";

export interface ListedReview {
  number: number;
  reviewedOn: string;
  word: string;
  byName: string;
}

export interface Review extends ListedReview {
  content: PlanContent;
  /** By contact id, as they were called that day; who has left the roster since is not among them. */
  names: ReadonlyMap<string, string>;
}

/** The newest first. One query. */
export async function reviewsOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: ListedReview[]; more: boolean }> {
  const rows = await ctx.db
    .selectFrom("plan_reviews")
    .select(["number", "reviewed_on as reviewedOn", "word", "by_name as byName"])
    .where("partnership", "=", partnership)
    .orderBy("number", "desc")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), more: rows.length > limit };
}

/** One version of the plan and the one before it, where there is one. Two queries. */
export async function reviewWithBefore(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  number: number,
): Promise<{ review: Review; before: Review | undefined } | undefined> {
  const rows = await ctx.db
    .selectFrom("plan_reviews")
    .select(["number", "reviewed_on as reviewedOn", "word", "by_name as byName", "content"])
    .where("partnership", "=", partnership)
    .where("number", "in", [number, number - 1])
    .execute();
  const names = await ctx.db
    .selectFrom("plan_review_names")
    .select(["number", "contact", "name"])
    .where("partnership", "=", partnership)
    .where("number", "in", [number, number - 1])
    .execute();
  const withNames = (row: (typeof rows)[number] | undefined): Review | undefined =>
    row && {
      ...row,
      names: new Map(
        names.filter((one) => one.number === row.number).map(({ contact, name }) => [contact, name]),
      ),
    };
  const review = withNames(rows.find((one) => one.number === number));
  return review && { review, before: withNames(rows.find((one) => one.number === number - 1)) };
}

/** What reviews say for figures over time: how many priorities there were, and how many business led. One query. */
export async function leadsAtReviews(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  since: string,
): Promise<{ reviewedOn: string; priorities: number; ledByBusiness: number }[]> {
  const { rows } = await sql<{ reviewedOn: string; priorities: number; ledByBusiness: number }>`
    select r.reviewed_on as "reviewedOn", count(p)::int as priorities,
      (count(p) filter (where (p ->> 'ledByBusiness')::boolean))::int as "ledByBusiness"
    from plan_reviews r left join lateral jsonb_array_elements(r.content -> 'priorities') p
      on p ->> 'state' <> 'set-aside'
    where r.partnership = ${partnership}::uuid and r.reviewed_on >= ${since}::date
    group by r.partnership, r.number order by r.number limit 500`.execute(ctx.db);
  return rows;
}
