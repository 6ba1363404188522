import type { Kysely } from "kysely";

/**
 * Every table of the house, by name. Empty here: each room adds its own rows by declaration merging in its
 * `tables.ts`, so that the plumbing knows no room and a query still knows its columns.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge into it
export interface Tables {}

export type Db = Kysely<Tables>;
