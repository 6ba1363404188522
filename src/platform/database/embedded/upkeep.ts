import type pg from "pg";

/**
 * What a server's background processes do and the engine, one process alone, does not: it never vacuums,
 * analyzes or (short of a clean shutdown) checkpoints by itself.
 */

/** Log written since the last checkpoint, in bytes, that calls for the next one; bounds folder and recovery. */
const CHECKPOINT_AFTER = 32 * 1024 * 1024;

/** Checkpoints between two uses of the connection whenever enough log has been written. */
export function checkpointWhenDue(pool: pg.Pool, log: { logged: number }): void {
  let busy = false;
  pool.on("release", () => {
    if (busy || pool.ending || log.logged < CHECKPOINT_AFTER) return;
    busy = true;
    log.logged = 0;
    pool
      .query("checkpoint")
      .catch((error: Error) => pool.emit("error", error))
      .finally(() => {
        busy = false;
      });
  });
}

/** The thresholds of PostgreSQL's own autovacuum. */
const worn = `
  select format('%I.%I', s.schemaname, s.relname) as name
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
     or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
     or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
  order by s.relid`;

/** Vacuums and analyzes the tables that need it, one statement each, so that others get their turn between. */
export async function vacuumWorn(pool: pg.Pool): Promise<string[]> {
  // The counts are otherwise gathered once a second, by a timer that never fires here.
  await pool.query("select pg_stat_force_next_flush()");
  const { rows } = await pool.query<{ name: string }>(worn);
  for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`);
  return rows.map((row) => row.name);
}
