import type { StarterContent } from "#base/sockets.ts";
import { noteStarterLoaded } from "#features/site/actions.ts";
import { starterLoaded } from "#features/site/queries.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { House } from "./house.ts";

/**
 * Fills an empty house from `content/`, once and as a whole: what an operator deletes later stays deleted. A house of an
 * earlier release is given what rooms bring that it did not have.
 *
 * @returns how many things each source laid down; undefined when all of it had been done before
 */
export async function loadStarter(
  house: House,
  content: StarterContent,
): Promise<Record<string, number> | undefined> {
  const ctx = await house.ctx({ kind: "system", name: "Starter content" });
  const loaded = await starterLoaded(ctx.db);
  const sources = house.features
    .flatMap((feature) => feature.starter ?? [])
    .filter(({ name }) => !loaded.has(name))
    .sort((a, b) => a.order - b.order);
  if (sources.length === 0) return undefined;
  return transact(ctx, async (ctx: Ctx) => {
    const counts: Record<string, number> = {};
    for (const source of sources) counts[source.name] = await source.load(ctx, content);
    await noteStarterLoaded(ctx, counts);
    return counts;
  });
}
