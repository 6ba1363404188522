import { sql } from "kysely";
import type { Db } from "../database/tables.ts";
import { type TableShape, tablesOf } from "./catalog.ts";
import type { TablePart } from "./manifest.ts";
import { BackupProblem } from "./problems.ts";
import type { Content } from "./unpack.ts";

/** Rows go in by statements of about this size, in bytes. */
const AT_ONCE = 1_000_000;

/**
 * Empties the tables and lets rows come in any order and exactly as they were: no trigger computes them anew, and
 * nothing is asked of tables that come later. `finish` puts the triggers and references back, the latter checked.
 */
export async function openForLoading(
  db: Db,
): Promise<{ tables: Map<string, TableShape>; finish(): Promise<void> }> {
  const tables = await tablesOf(db);
  const names = sql.join(tables.map(({ name }) => sql.id(name)));
  await sql`truncate ${names} restart identity cascade`.execute(db);
  const references = await referencesOf(db);
  for (const { table, name } of references)
    await sql`alter table ${sql.id(table)} drop constraint ${sql.id(name)}`.execute(db);
  for (const { name } of tables) await sql`alter table ${sql.id(name)} disable trigger user`.execute(db);
  return {
    tables: new Map(tables.map((table) => [table.name, table])),
    async finish() {
      for (const { table, name, definition } of references) {
        await sql`alter table ${sql.id(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
          db,
        );
      }
      for (const { name } of tables) await sql`alter table ${sql.id(name)} enable trigger user`.execute(db);
    },
  };
}

async function referencesOf(db: Db) {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conparentid = 0
    order by r.relname, c.conname`.execute(db);
  return rows;
}

/**
 * Puts a table's lines in, as they are: they go to the database without being taken apart here.
 *
 * @throws BackupProblem when the table had other columns in the backup than its schema says
 */
export async function loadTable(db: Db, table: TableShape, part: TablePart, content: Content): Promise<void> {
  const columns = table.columns.map(({ name }) => name);
  if (columns.toSorted().join() !== part.columns.toSorted().join()) {
    throw new BackupProblem(
      `The backup's table ${part.name} does not have the columns that its schema has, so it cannot be restored.`,
    );
  }
  if (columns.length === 0) return;
  const ids = sql.join(table.columns.map(({ name }) => sql.id(name)));
  const values = sql.join(table.columns.map(({ name, type }) => sql`u.${sql.id(name)}::${sql.raw(type)}`));
  const texts = sql.join(table.columns.map(({ name }) => sql`${sql.id(name)} text`));
  for await (const lines of batches(content)) {
    await sql`insert into ${sql.id(table.name)} (${ids}) overriding system value
      select ${values} from json_to_recordset(${lines}::json) as u (${texts})`.execute(db);
  }
}

/** The lines as JSON lists, each of about `AT_ONCE` bytes. */
async function* batches(content: Content): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    if (rest.length < AT_ONCE) continue;
    const end = rest.lastIndexOf(10);
    if (end < 0) continue;
    yield asList(rest.subarray(0, end));
    rest = rest.subarray(end + 1);
  }
  if (rest.length > 0) yield asList(rest.subarray(0, rest.lastIndexOf(10)));
}

// A line break can stand between two rows only: inside a row JSON writes it as \n.
function asList(lines: Buffer): string {
  return `[${lines.toString("utf8").replaceAll("\n", ",")}]`;
}

/** Lets each sequence go on after the number it gave last. */
export async function setSequences(
  db: Db,
  sequences: readonly { name: string; last: string }[],
): Promise<void> {
  for (const { name, last } of sequences) {
    await sql`select setval(to_regclass(quote_ident(${name}))::regclass, ${last}::bigint)
      where to_regclass(quote_ident(${name})) is not null`.execute(db);
  }
}
