import { type RawBuilder, sql } from "kysely";
import type { Kind } from "./kinds.ts";

/** Which happenings a list is about; what is left out or empty narrows nothing, several of one sort mean any of them. */
export interface Narrowing {
  /** Lower-case postal codes. */
  states?: readonly string[];
  /** Ids. */
  sectors?: readonly string[];
  /** Ids. */
  topics?: readonly string[];
  kinds?: readonly Kind[];
}

/** A list that stands ready to be read (migration 009): at most one value of each sort. */
export interface ListKey {
  state?: string | undefined;
  sector?: string | undefined;
  topic?: string | undefined;
  kind?: Kind | undefined;
}

/** The lists that together hold all that a narrowing lets through; one, unless a sort has several values. */
export function listsOf({ states, sectors, topics, kinds }: Narrowing): ListKey[] {
  const any = <T>(values: readonly T[] = []): readonly (T | undefined)[] =>
    values.length > 0 ? values : [undefined];
  return any(states).flatMap((state) =>
    any(sectors).flatMap((sector) =>
      any(topics).flatMap((topic) => any(kinds).map((kind) => ({ state, sector, topic, kind }))),
    ),
  );
}

export function listKey({ state, sector, topic, kind }: ListKey): RawBuilder<number> {
  return sql`list_of(${state ?? null}::text, ${sector ?? null}::uuid, ${topic ?? null}::uuid, ${kind ?? null}::text)`;
}

/**
 * Rows of `happening` and `listed_at`, newest first. Of several lists enough is read from the top of each, and each
 * happening comes once.
 */
export function newestOf(
  lists: readonly ListKey[],
  { offset = 0, limit }: { offset?: number; limit: number },
): RawBuilder<unknown> {
  const order = sql`order by listed_at desc, happening desc`;
  const top = (list: ListKey) =>
    sql`select happening, listed_at from list_entries where list = ${listKey(list)} ${order}`;
  const [only] = lists;
  if (only && lists.length === 1) return sql`${top(only)} offset ${offset} limit ${limit}`;
  const tops = lists.map((list) => sql`(${top(list)} limit ${offset + limit})`);
  return sql`select happening, listed_at from (${sql.join(tops, sql` union `)}) as tops
    ${order} offset ${offset} limit ${limit}`;
}
