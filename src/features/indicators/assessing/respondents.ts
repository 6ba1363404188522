import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Level } from "../content.ts";
import type { AssessmentRespondentsTable } from "../tables.ts";

export interface Answer {
  indicator: string;
  level: Level | null;
  note: string;
}

/** Somebody of the team who answers, or was asked to. */
export interface Respondent {
  id: string;
  assessment: string;
  /** Their account, when they have one. */
  person: string | null;
  /** Empty for somebody who was forgotten. */
  name: string;
  /** Where their link was mailed to. */
  email: string | null;
  /** What their link is sealed with; null where no link opens it. */
  linkKey: string | null;
  answeredAt: Date | null;
}

function respondentFrom(row: Selectable<AssessmentRespondentsTable>): Respondent {
  return {
    id: row.id,
    assessment: row.assessment,
    person: row.person,
    name: row.name,
    email: row.email,
    linkKey: row.link_key,
    answeredAt: row.answered_at,
  };
}

/** Everybody who answers this one, in the order in which they came; at most `MOST_RESPONDENTS`. */
export async function respondentsOf(ctx: Ctx, assessment: string): Promise<Respondent[]> {
  const rows = await ctx.db
    .selectFrom("assessment_respondents")
    .selectAll()
    .where("assessment", "=", assessment)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(respondentFrom);
}

export async function respondentById(ctx: Ctx, id: string): Promise<Respondent | undefined> {
  const row = await ctx.db
    .selectFrom("assessment_respondents")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && respondentFrom(row);
}

/** All answers to one assessment, by respondent. */
export async function answersOf(ctx: Ctx, assessment: string): Promise<Map<string, Answer[]>> {
  const rows = await ctx.db
    .selectFrom("assessment_answers as a")
    .innerJoin("assessment_respondents as r", "r.id", "a.respondent")
    .select(["a.respondent", "a.indicator", "a.level", "a.note"])
    .where("r.assessment", "=", assessment)
    .orderBy("r.added_at")
    .execute();
  const byRespondent = new Map<string, Answer[]>();
  for (const { respondent, ...answer } of rows)
    byRespondent.set(respondent, [...(byRespondent.get(respondent) ?? []), answer]);
  return byRespondent;
}
