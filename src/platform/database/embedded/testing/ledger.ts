import type pg from "pg";

/**
 * A workload whose every effect can be checked afterwards. Each entry, written in one transaction by one writer,
 * has parts (all or none must be there), text with its checksum (whole or torn?), and the writer's running
 * number, which also stands in another table (one commit or two?).
 */
export const ledgerSchema = `
  create table writer (id int primary key, entries int not null);
  create table part (
    writer int not null references writer,
    entry int not null,
    number int not null,
    of int not null,
    body text not null,
    digest text not null,
    unique (writer, entry, number)
  );
  create index part_body on part using gin (body gin_trgm_ops);
  insert into writer select id, 0 from generate_series(1, 6) id;`;

export const writers = [1, 2, 3, 4, 5, 6];

/** Random numbers in [0, 1) from a seed (mulberry32), so that a failing seed fails again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes one entry in one transaction; when this resolves, it is acknowledged. */
export async function writeEntry(pool: pg.Pool, writer: number, random: () => number): Promise<number> {
  const parts = random() < 0.1 ? 300 : 1 + Math.floor(random() * 5);
  const client = await pool.connect();
  try {
    await client.query("begin");
    const counted = await client.query(
      "update writer set entries = entries + 1 where id = $1 returning entries",
      [writer],
    );
    const entry: number = counted.rows[0].entries;
    await client.query(
      `insert into part
       select $1, $2, number, $3, body, md5(body)
       from generate_series(1, $3) number,
         lateral (select repeat(md5(format('%s %s %s', $1::int, $2::int, number)), 1 + (number * $4) % 70)) b (body)`,
      [writer, entry, parts, Math.floor(random() * 1000)],
    );
    await client.query("commit");
    return entry;
  } finally {
    client.release();
  }
}

/** What is wrong with a ledger of which each writer had `acknowledged` entries; each a sentence. */
export async function problemsIn(pool: pg.Pool, acknowledged: Map<number, number>): Promise<string[]> {
  const problems: string[] = [];
  const { rows } = await pool.query<{ id: number; entries: number; found: number; newest: number }>(`
    select id, entries, count(distinct entry) as found, coalesce(max(entry), 0) as newest
    from writer left join part on part.writer = id group by id order by id`);
  for (const { id, entries, found, newest } of rows) {
    const promised = acknowledged.get(id) ?? 0;
    if (found < promised) problems.push(`writer ${id}: ${promised - found} acknowledged entries are missing`);
    if (entries !== found || entries !== newest)
      problems.push(`writer ${id}: counts ${entries}, ${found}, ${newest}`);
  }
  if (rows.length !== writers.length) problems.push(`${rows.length} writers`);
  const torn = await pool.query("select * from part where md5(body) <> digest");
  if (torn.rowCount) problems.push(`${torn.rowCount} parts are torn`);
  const partial = await pool.query(
    "select writer, entry from part group by writer, entry having count(*) <> min(of) or count(distinct number) <> min(of)",
  );
  if (partial.rowCount) problems.push(`${partial.rowCount} entries are there in part, or twice`);
  return [...problems, ...(await disagreements(pool))];
}

/** Where an index and its table say different things, or a page is broken. */
async function disagreements(pool: pg.Pool): Promise<string[]> {
  await pool.query("create extension if not exists amcheck");
  // Each throws on the first thing that is wrong.
  const checks = [
    `select bt_index_check(c.oid, heapallindexed => true) from pg_class c join pg_am a on a.oid = c.relam
     where a.amname = 'btree' and c.relkind = 'i'`,
    "select gin_index_check('part_body')",
    `select count(*) from part where body like '%abc%'`,
  ];
  const problems: string[] = [];
  for (const check of checks) {
    await pool.query(check).catch((error: Error) => problems.push(`${error.message} in ${check}`));
  }
  const heap = await pool.query(`
    select c.relname, v.msg from pg_class c, lateral verify_heapam(c.oid) v where c.relkind in ('r', 't')`);
  return [...problems, ...heap.rows.map(({ relname, msg }) => `${relname}: ${msg}`)];
}
