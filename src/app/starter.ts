import type { StarterContent } from "#base/sockets.ts";
import { noteStarterLoaded } from "#features/site/actions.ts";
import { starterWasLoaded } from "#features/site/queries.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { House } from "./house.ts";

/**
 * Fills an empty house from `content/`, once and as a whole: what an operator deletes later stays deleted.
 *
 * @returns how many things each source laid down; undefined when it had been done before
 */
export async function loadStarter(
  house: House,
  content: StarterContent,
): Promise<Record<string, number> | undefined> {
  const ctx = await house.ctx({ kind: "system", name: "Starter content" });
  if (await starterWasLoaded(ctx.db)) return undefined;
  const sources = house.features
    .flatMap((feature) => feature.starter ?? [])
    .sort((a, b) => a.order - b.order);
  return transact(ctx, async (ctx: Ctx) => {
    const counts: Record<string, number> = {};
    for (const source of sources) counts[source.name] = await source.load(ctx, content);
    await noteStarterLoaded(ctx, counts);
    return counts;
  });
}
