import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";

/** Content is kept before its row is written; this long it may wait for one. */
const GRACE_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * Removes stored content that no row names any more, and what broken uploads left behind. Answers how many of each.
 * Everything in the store must be named by a media row to stay there.
 */
export async function sweepStore(ctx: Ctx): Promise<{ contents: number; incoming: number }> {
  const before = new Date(ctx.now.getTime() - GRACE_MS);
  let contents = 0;
  async function removeUnnamed(batch: readonly string[]): Promise<void> {
    for (const sha256 of await unnamedAmong(ctx, batch)) {
      if (await ctx.files.remove(sha256, { unlessKeptSince: before })) contents += 1;
    }
  }

  let batch: string[] = [];
  for await (const { sha256, keptAt } of ctx.files.list()) {
    if (keptAt >= before) continue;
    batch.push(sha256);
    if (batch.length < BATCH) continue;
    await removeUnnamed(batch);
    batch = [];
  }
  if (batch.length > 0) await removeUnnamed(batch);
  const incoming = await ctx.files.sweepIncoming({ olderThan: before });
  ctx.log.info({ contents, incoming }, "the file store was swept");
  return { contents, incoming };
}

async function unnamedAmong(ctx: Ctx, contents: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select content as sha256 from unnest(${contents}::text[]) as content
    where not exists (select from media where media.sha256 = content)
      and not exists (select from media where cleaned ->> 'sha256' = content)
      and not exists (
        select from media where sizes @> jsonb_build_array(jsonb_build_object('sha256', content)))`.execute(
    ctx.db,
  );
  return rows.map((row) => row.sha256);
}
