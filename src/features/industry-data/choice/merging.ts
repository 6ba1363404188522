import { sql } from "kysely";
import type { Listener } from "#platform/context.ts";
import type { NamedBy } from "#platform/exchange.ts";

/** Scores of the account that went are those of the one that stays; where both have scored, one stays as it is. */
export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  if (!gone) return;
  await sql`update choice_scorers s set person = ${subject.id}::uuid where person = ${gone}::uuid
    and not exists (select from choice_scorers o
      where o.choice = s.choice and o.person = ${subject.id}::uuid)`.execute(ctx.db);
  await sql`update decision_voices set person = ${subject.id}::uuid where person = ${gone}::uuid`.execute(
    ctx.db,
  );
};

export const namedByChoices: NamedBy = {
  kind: "people",
  label: "scores and decisions on sectors",
  async count(ctx, ids) {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<{ person: string; named: number }>`
      select person, count(*)::int as named from (
        select person from choice_scorers where person = any(${[...ids]}::uuid[])
        union all select person from decision_voices where person = any(${[...ids]}::uuid[])
      ) as all_of_them group by person`.execute(ctx.db);
    return new Map(rows.map(({ person, named }) => [person, named]));
  },
};
