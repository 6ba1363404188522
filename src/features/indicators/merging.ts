import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";
import type { NamedBy } from "#platform/exchange.ts";

/** Answers of the account that went are those of the one that stays; where both have answered, one stays as it is. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  if (!gone) return;
  await sql`update assessment_respondents r set person = ${subject.id}::uuid where person = ${gone}::uuid
    and not exists (select from assessment_respondents o
      where o.assessment = r.assessment and o.person = ${subject.id}::uuid)`.execute(ctx.db);
};

export const namedByAnswers: NamedBy = {
  kind: "people",
  label: "answers to indicators",
  async count(ctx, ids) {
    if (ids.length === 0) return new Map();
    const rows = await ctx.db
      .selectFrom("assessment_respondents")
      .select((all) => ["person", all.fn.countAll<number>().as("answers")])
      .where("person", "in", ids)
      .groupBy("person")
      .execute();
    return new Map(rows.flatMap(({ person, answers }) => (person ? [[person, answers] as const] : [])));
  },
};
