import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Level } from "./content.ts";
import type { AssessmentState, AssessmentsTable, SharedWith } from "./tables.ts";

export interface Assessment {
  id: string;
  partnership: string;
  setVersion: number;
  /** `2026-05-04` */
  heldOn: string;
  state: AssessmentState;
  note: string;
  sharedWith: SharedWith;
  inPicture: boolean;
  settledAt: Date | null;
  version: number;
}

export interface Result {
  indicator: string;
  level: Level | null;
  note: string;
  /** What the record said on the day it was settled. */
  evidence: string[];
}

export interface SettledAssessment extends Assessment {
  results: Result[];
}

export function assessmentFrom(row: Selectable<AssessmentsTable>): Assessment {
  return {
    id: row.id,
    partnership: row.partnership,
    setVersion: row.set_version,
    heldOn: row.held_on,
    state: row.state,
    note: row.note,
    sharedWith: row.shared_with,
    inPicture: row.in_picture,
    settledAt: row.settled_at,
    version: row.version,
  };
}

export async function assessmentById(ctx: Ctx, id: string): Promise<Assessment | undefined> {
  const row = await ctx.db.selectFrom("assessments").selectAll().where("id", "=", id).executeTakeFirst();
  return row && assessmentFrom(row);
}

export async function openAssessmentOf(ctx: Ctx, partnership: string): Promise<Assessment | undefined> {
  const row = await ctx.db
    .selectFrom("assessments")
    .selectAll()
    .where("partnership", "=", partnership)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row && assessmentFrom(row);
}

/** What a partnership has settled, the newest first, with the team's answers. Two queries, whatever the number. */
export async function settledOf(
  ctx: Ctx,
  partnership: string,
  page: { offset: number; limit: number },
): Promise<{ items: SettledAssessment[]; more: boolean }> {
  const rows = await ctx.db
    .selectFrom("assessments")
    .selectAll()
    .where("partnership", "=", partnership)
    .where("state", "=", "settled")
    .orderBy("held_on", "desc")
    .orderBy("created_at", "desc")
    .offset(page.offset)
    .limit(page.limit + 1)
    .execute();
  const items = await withResults(ctx, rows.slice(0, page.limit).map(assessmentFrom));
  return { items, more: rows.length > page.limit };
}

/** The one settled before this one, if there is one. */
export async function settledBefore(
  ctx: Ctx,
  { partnership, heldOn, id }: Assessment,
): Promise<SettledAssessment | undefined> {
  const row = await ctx.db
    .selectFrom("assessments")
    .selectAll()
    .where("partnership", "=", partnership)
    .where("state", "=", "settled")
    .where("held_on", "<=", heldOn)
    .where("id", "!=", id)
    .where((is) =>
      is.or([
        is("held_on", "<", heldOn),
        is("created_at", "<", is.selectFrom("assessments").select("created_at").where("id", "=", id)),
      ]),
    )
    .orderBy("held_on", "desc")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (await withResults(ctx, [assessmentFrom(row)]))[0];
}

/** Adds what the teams settled on. One query, whatever the number. */
export async function withResults(
  ctx: Ctx,
  assessments: readonly Assessment[],
): Promise<SettledAssessment[]> {
  if (assessments.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("assessment_results")
    .selectAll()
    .where(
      "assessment",
      "in",
      assessments.map(({ id }) => id),
    )
    .execute();
  return assessments.map((assessment) => ({
    ...assessment,
    results: rows
      .filter((row) => row.assessment === assessment.id)
      .map(({ indicator, level, note, evidence }) => ({ indicator, level, note, evidence })),
  }));
}

/** The partnerships that share a settled assessment with everyone. One query after a change. */
export function whoSharesWithAll(ctx: Ctx): Promise<ReadonlySet<string>> {
  return ctx.keep("who shows everyone how they see themselves", async () => {
    const rows = await ctx.db
      .selectFrom("assessments")
      .select("partnership")
      .distinct()
      .where("state", "=", "settled")
      .where("shared_with", "=", "public")
      .execute();
    return new Set(rows.map(({ partnership }) => partnership));
  });
}

/** Of each of these partnerships the newest settled assessment that is shared this far. Two queries. */
export async function newestShared(
  ctx: Ctx,
  partnerships: readonly string[],
  sharedWith: readonly SharedWith[],
): Promise<SettledAssessment[]> {
  if (partnerships.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("assessments")
    .selectAll()
    .distinctOn("partnership")
    .where("partnership", "in", partnerships)
    .where("state", "=", "settled")
    .where("shared_with", "in", sharedWith)
    .orderBy("partnership")
    .orderBy("held_on", "desc")
    .orderBy("created_at", "desc")
    .execute();
  return withResults(ctx, rows.map(assessmentFrom));
}

/** Whether these partnerships have one open, and on which day they last settled one. One query. */
export async function newestAndOpen(
  ctx: Ctx,
  partnerships: readonly string[],
): Promise<Map<string, { isOpen: boolean; newest: string | null }>> {
  if (partnerships.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("assessments")
    .select((all) => [
      "partnership",
      all.fn.max("held_on").filterWhere("state", "=", "settled").as("newest"),
      all.fn.countAll<number>().filterWhere("state", "=", "open").as("open"),
    ])
    .where("partnership", "in", partnerships)
    .groupBy("partnership")
    .execute();
  return new Map(rows.map(({ partnership, newest, open }) => [partnership, { isOpen: open > 0, newest }]));
}
