import type { Ctx } from "./context.ts";

/** Then all are dropped and read again as they are asked for: a few megabytes. */
const MOST = 2_000;

/**
 * Things of one kind by their ids, in the order of the ids; one that is not found is left out. What was read is kept
 * until anything public changes, so a card that stands on many pages is read from the database once. Only for what is
 * small and the same for every reader.
 *
 * @param kind says which keep it is
 * @param read finds those that nobody asked for yet, in any order
 */
export async function readOnce<T extends { id: string }>(
  ctx: Pick<Ctx, "keep">,
  kind: string,
  ids: readonly string[],
  read: (missing: string[]) => Promise<T[]>,
): Promise<T[]> {
  // A change that comes while we read puts a new keep in this one's place, and what we read is never seen in it.
  const known = await ctx.keep(kind, async () => new Map<string, T>());
  const missing = ids.filter((id) => !known.has(id));
  const fresh = new Map<string, T>();
  if (missing.length > 0) for (const one of await read(missing)) fresh.set(one.id, one);
  const found = ids.flatMap((id) => known.get(id) ?? fresh.get(id) ?? []);
  if (known.size + fresh.size > MOST) known.clear();
  for (const [id, one] of fresh) known.set(id, one);
  return found;
}
