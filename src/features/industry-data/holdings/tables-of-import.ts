import type { Workbench } from "#platform/figures/workbench.ts";

const CELL = "key bigint, up bigint, establishments integer, jobs integer, wages bigint, withheld boolean";

/** Empty tables of the engine in which one import is carried out; all keyed as `cell-keys.ts` says. */
export async function layTables(bench: Workbench): Promise<void> {
  await bench.rows(`
    create table cells (${CELL}, file usmallint);
    create table quarters (${CELL}, file usmallint);
    create table widths (key bigint, width double);
    create table series (key bigint, jobs integer);
    create table kept (${CELL}, low bigint, high bigint);
    create table added (${CELL}, low bigint, high bigint);`);
}
