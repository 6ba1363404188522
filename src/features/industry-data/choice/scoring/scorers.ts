import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { ChoiceScorersTable } from "../tables.ts";

/** What one person thinks of one candidate by one criterion. */
export interface Score {
  candidate: string;
  criterion: string;
  /** Null: cannot say. */
  score: number | null;
  note: string;
}

/** Somebody who scores, or was asked to. */
export interface Scorer {
  id: string;
  choice: string;
  /** Their account, when they have one. */
  person: string | null;
  /** Empty for somebody who was forgotten. */
  name: string;
  /** Where their link was mailed to. */
  email: string | null;
  /** What their link is sealed with; null where no link opens it. */
  linkKey: string | null;
  scoredAt: Date | null;
  /** How often they have changed their scores since. */
  changes: number;
}

export const MOST_SCORERS = 60;
export const MOST_NOTE = 300;

function scorerFrom(row: Selectable<ChoiceScorersTable>): Scorer {
  return {
    id: row.id,
    choice: row.choice,
    person: row.person,
    name: row.name,
    email: row.email,
    linkKey: row.link_key,
    scoredAt: row.scored_at,
    changes: row.changes,
  };
}

/** Everybody who scores, in the order in which they came; at most `MOST_SCORERS`. */
export async function scorersOf(ctx: Ctx, choice: string): Promise<Scorer[]> {
  const rows = await ctx.db
    .selectFrom("choice_scorers")
    .selectAll()
    .where("choice", "=", choice)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(scorerFrom);
}

export async function scorerById(ctx: Ctx, id: string): Promise<Scorer | undefined> {
  const row = await ctx.db.selectFrom("choice_scorers").selectAll().where("id", "=", id).executeTakeFirst();
  return row && scorerFrom(row);
}

/** All scores of one choice, by scorer. */
export async function scoresOf(ctx: Ctx, choice: string): Promise<Map<string, Score[]>> {
  const rows = await ctx.db
    .selectFrom("choice_scores as s")
    .innerJoin("choice_scorers as r", "r.id", "s.scorer")
    .select(["s.scorer", "s.candidate", "s.criterion", "s.score", "s.note"])
    .where("r.choice", "=", choice)
    .orderBy("r.added_at")
    .execute();
  const byScorer = new Map<string, Score[]>();
  for (const { scorer, ...score } of rows) byScorer.set(scorer, [...(byScorer.get(scorer) ?? []), score]);
  return byScorer;
}

export async function scoresBy(ctx: Ctx, scorer: string): Promise<Score[]> {
  return ctx.db
    .selectFrom("choice_scores")
    .select(["candidate", "criterion", "score", "note"])
    .where("scorer", "=", scorer)
    .execute();
}
