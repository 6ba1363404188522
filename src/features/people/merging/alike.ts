import { sql } from "kysely";
import { foldText } from "#base/words/words-of.ts";
import type { Db } from "#platform/database/tables.ts";

const folded = sql`lower(search_text(regexp_replace(btrim(name), '[[:space:]]+', ' ', 'g')))`;

export interface Pair {
  a: string;
  b: string;
  why: string;
}

/**
 * Pairs of one name, accents and capitals aside. Likeliest are those of whom one has no address, whom a convener named
 * and who came later by themselves; two who work the desk are never made one, and are not shown.
 */
export async function pairsAlike(ctx: { db: Db }, limit: number): Promise<Pair[]> {
  const { rows } = await sql<{ a: string; b: string; unaddressed: boolean }>`
    with named as (
      select id, role, email is null as unaddressed, ${folded} as folded from people where btrim(name) <> ''
    )
    select a.id as a, b.id as b, a.unaddressed or b.unaddressed as unaddressed
    from named a join named b on a.folded = b.folded and a.id < b.id
    where a.role = 'member' or b.role = 'member'
    order by 3 desc, strpos(a.folded, ' ') > 0 desc, a.folded, a.id, b.id
    limit ${limit}`.execute(ctx.db);
  return rows.map(({ a, b, unaddressed }) => ({
    a,
    b,
    why: unaddressed
      ? "They have the same name, and one has no e-mail address."
      : "They have the same name and different addresses.",
  }));
}

/** Ids of people by a part of their name or address, whole names first. */
export async function peopleFound(ctx: { db: Db }, text: string, limit: number): Promise<string[]> {
  const words = foldText(text).trim();
  if (!words) return [];
  const { rows } = await sql<{ id: string }>`
    select id from people
    where strpos(${folded}, ${words}) > 0 or strpos(email, ${text.trim().toLowerCase()}) > 0
    order by ${folded} = ${words} desc, ${folded}, id limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
