import { partnershipNames } from "#features/partnerships/public.ts";
import { personByEmail } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";

/** A person's answers: by their account, and by links that were mailed to their address. */
async function theirs(ctx: Ctx, email: string) {
  const person = await personByEmail(ctx, email);
  return ctx.db
    .selectFrom("assessment_respondents as r")
    .innerJoin("assessments as a", "a.id", "r.assessment")
    .select(["r.id", "r.name", "r.added_at", "r.answered_at", "a.partnership", "a.held_on"])
    .where((is) => is.or([is("r.email", "=", email), ...(person ? [is("r.person", "=", person.id)] : [])]))
    .orderBy("r.added_at")
    .execute();
}

export const personalAnswers: PersonalData = {
  done: "answers to indicators without their name and notes now",
  async forget(ctx, email) {
    const rows = await theirs(ctx, email);
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    // The level stays as somebody's, or what the team talked about would change in hindsight; their words go.
    await ctx.db.updateTable("assessment_answers").set({ note: "" }).where("respondent", "in", ids).execute();
    await ctx.db
      .deleteFrom("assessment_respondents")
      .where("id", "in", ids)
      .where("answered_at", "is", null)
      .execute();
    await ctx.db
      .updateTable("assessment_respondents")
      .set({ name: "", email: null, person: null, link_key: null })
      .where("id", "in", ids)
      .execute();
    return rows.length;
  },
  async copy(ctx, email) {
    const rows = await theirs(ctx, email);
    if (rows.length === 0) return undefined;
    const names = await partnershipNames(ctx, [...new Set(rows.map(({ partnership }) => partnership))]);
    const answers = await ctx.db
      .selectFrom("assessment_answers")
      .selectAll()
      .where(
        "respondent",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    return {
      heading: "Answers to indicators",
      records: rows.map((row) => ({
        partnership: names.get(row.partnership)?.name ?? "A partnership that is not shown",
        held: row.held_on,
        name: row.name,
        asked: row.added_at.toISOString(),
        answered: row.answered_at?.toISOString() ?? null,
        answers: answers
          .filter(({ respondent }) => respondent === row.id)
          .map(({ indicator, level, note }) => ({ indicator, level, note })),
      })),
    };
  },
};
