import type { Ctx } from "#platform/context.ts";
import { lockText, unlockText } from "#platform/locked-text.ts";

/** Votes by group. */
export type Sums = ReadonlyMap<string, number>;

/** Every number takes the same room, so that the cover tells nothing of what is under it. */
const DIGITS = 7;

const keyTo = (ctx: Pick<Ctx, "seal">, meeting: string, key: string) =>
  ctx.seal("launch box", `${meeting} ${key}`);

/**
 * Locks the sums of a vote. It takes the site's secret and the box's own key to open them: whoever reads the database
 * has only the one, and after the box was opened nobody has the other.
 */
export function lockSums(ctx: Pick<Ctx, "seal">, box: { meeting: string; key: string }, sums: Sums): string {
  const rows = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, votes]) => [group, String(votes).padStart(DIGITS, "0")]);
  return lockText(keyTo(ctx, box.meeting, box.key), JSON.stringify(rows));
}

export function unlockSums(
  ctx: Pick<Ctx, "seal">,
  box: { meeting: string; key: string; sums: string },
): Map<string, number> {
  const rows = JSON.parse(unlockText(keyTo(ctx, box.meeting, box.key), box.sums)) as [string, string][];
  return new Map(rows.map(([group, votes]) => [group, Number(votes)]));
}

/** The sums with some more votes in them. */
export function plus(
  sums: Sums,
  more: Iterable<readonly [group: string, votes: number]>,
): Map<string, number> {
  const total = new Map(sums);
  for (const [group, votes] of more) total.set(group, (total.get(group) ?? 0) + votes);
  return total;
}
