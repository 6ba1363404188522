import { sql } from "kysely";
import type { Db } from "../database/tables.ts";

/** A table as the database itself describes it, so that no list of tables has to be kept by hand. */
export interface TableShape {
  name: string;
  /** Stored columns in order; those the database computes are left out. `type` can be cast to. */
  columns: { name: string; type: string }[];
  /** What orders its rows the same on every database: the primary key, texts byte by byte. */
  order: { name: string; collated: boolean }[];
}

const ours = sql`
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** The site's tables by name, without the list of migrations. */
export async function tablesOf(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname as name,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '[]')
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'collated', a.attcollation <> 0) order by k.place), '[]')
        from pg_index i
          cross join unnest(i.indkey::int2[]) with ordinality as k (number, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary) as order
    ${ours} and c.relkind = 'r' and c.relname <> 'schema_migrations'
    order by c.relname collate "C"`.execute(db);
  return rows;
}

/** Names of everything that holds or shows rows: tables and views. */
export async function relationsOf(db: Db): Promise<{ name: string; kind: string }[]> {
  const { rows } = await sql<{ name: string; kind: string }>`
    select c.relname as name, c.relkind::text as kind ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f')`.execute(
    db,
  );
  return rows;
}

export interface RanMigration {
  number: number;
  name: string;
  checksum: string;
}

/** What ran here, oldest first; undefined where the site has never been. */
export async function migrationsOf(db: Db): Promise<RanMigration[] | undefined> {
  const known = await sql<{ known: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.schema_migrations') is not null as known`.execute(
    db,
  );
  if (!known.rows[0]?.known) return undefined;
  const { rows } = await sql<RanMigration>`
    select number, name, checksum from schema_migrations order by number`.execute(db);
  return rows;
}

export async function sequencesOf(db: Db): Promise<{ name: string; last: string }[]> {
  const { rows } = await sql<{ name: string; last: string }>`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = current_schema() and last_value is not null order by sequencename collate "C"`.execute(
    db,
  );
  return rows;
}

/** Whether any table but the list of migrations holds a row. */
export async function holdsRows(db: Db): Promise<boolean> {
  for (const { name } of await tablesOf(db)) {
    const { rows } = await sql`select from ${sql.id(name)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Lets every value be written as text, and read back, the same on every server whatever its settings. */
export async function speakPlainly(db: Db): Promise<void> {
  const settings = {
    datestyle: "ISO, MDY",
    timezone: "UTC",
    intervalstyle: "postgres",
    bytea_output: "hex",
    extra_float_digits: "1",
  };
  for (const [name, value] of Object.entries(settings))
    await sql`select set_config(${name}, ${value}, true)`.execute(db);
}
