import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Linked } from "#platform/signed-links.ts";
import type { LetterReviewsTable } from "../tables.ts";
import "../tables.ts";

/** A champion, or whoever reads for them, was asked to look at letters. */
export interface Review extends Linked {
  round: string;
  /** Contact id of the champion in whose name the letters are. */
  champion: string;
  reviewer: { name: string; email: string | null };
  mail: string | null;
  openedAt: Date | null;
  answer: "approved" | "sent-back" | null;
  answeredAt: Date | null;
  textVersion: number | null;
  word: string;
  createdAt: Date;
}

type Reads = Pick<Ctx, "db">;

function reviewFrom(row: Selectable<LetterReviewsTable>): Review {
  return {
    id: row.id,
    round: row.round,
    champion: row.champion,
    reviewer: { name: row.reviewer_name, email: row.reviewer_email },
    mail: row.mail,
    linkKey: row.link_key,
    linkEndsAt: row.link_ends_at,
    openedAt: row.opened_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    textVersion: row.text_version,
    word: row.word,
    createdAt: row.created_at,
  };
}

/** @param id well-formed */
export async function reviewById(ctx: Reads, id: string): Promise<Review | undefined> {
  const row = await ctx.db.selectFrom("letter_reviews").selectAll().where("id", "=", id).executeTakeFirst();
  return row && reviewFrom(row);
}

/** All of a round, oldest first: a few for each champion. */
export async function reviewsOf(ctx: Reads, round: string): Promise<Review[]> {
  const rows = await ctx.db
    .selectFrom("letter_reviews")
    .selectAll()
    .where("round", "=", round)
    .orderBy("created_at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(reviewFrom);
}

/** Contact ids of the champions who said yes to the text as it is now. */
export async function approvalsOf(
  ctx: Reads,
  { id, version }: { id: string; version: number },
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom("letter_reviews")
    .select("champion")
    .where("round", "=", id)
    .where("answer", "=", "approved")
    .where("text_version", "=", version)
    .execute();
  return new Set(rows.map(({ champion }) => champion));
}
