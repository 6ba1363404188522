import { sql } from "kysely";
import type { Db } from "../database/tables.ts";
import { migrationsOf, relationsOf } from "./catalog.ts";
import { BackupProblem } from "./problems.ts";

const WORDS: Record<string, string> = { v: "view", m: "materialized view", f: "foreign table" };

/**
 * Drops all that the migrations made, and the queue of jobs, in the caller's transaction.
 *
 * @throws BackupProblem when the database holds tables, but was never the site's
 */
export async function dropEverything(db: Db): Promise<void> {
  const relations = await relationsOf(db);
  if (relations.length > 0 && !(await migrationsOf(db))) {
    throw new BackupProblem(
      `This database holds something else (${relations[0]?.name}). Give the site a database of its own.`,
    );
  }
  for (const { name, kind } of relations)
    await sql`drop ${sql.raw(WORDS[kind] ?? "table")} if exists ${sql.id(name)} cascade`.execute(db);
  // pg-boss makes its own tables again at the next start, and the sweeps find what still has to be done.
  await sql`drop schema if exists jobs cascade`.execute(db);
  for (const statement of await dropsOfTheRest(db)) await sql.raw(statement).execute(db);
}

/** Functions, types and sequences that did not go with their tables; what belongs to an extension stays. */
async function dropsOfTheRest(db: Db): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`
    with extensions as (select classid, objid from pg_depend where deptype = 'e')
    select format('drop routine if exists %s cascade', p.oid::regprocedure) as statement from pg_proc p
      where p.pronamespace = current_schema()::regnamespace
        and not exists (select from extensions where classid = 'pg_proc'::regclass and objid = p.oid)
    union all
    select format('drop sequence if exists %I cascade', c.relname) from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
        and not exists (select from extensions where classid = 'pg_class'::regclass and objid = c.oid)
    union all
    select format('drop type if exists %I cascade', t.typname) from pg_type t
      where t.typnamespace = current_schema()::regnamespace
        and (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and exists (
          select from pg_class c where c.oid = t.typrelid and c.relkind = 'c')))
        and not exists (select from extensions where classid = 'pg_type'::regclass and objid = t.oid)`.execute(
    db,
  );
  return rows.map(({ statement }) => statement);
}
