import type { FigureStore, FileSet } from "#platform/figures/store.ts";
import { type HeldPeriod, Manifest } from "./manifest.ts";

export type Holdings = {
  /** Of the set; new with every import. */
  id: string;
  /** The project brought them; nothing was imported yet. */
  shipped: boolean;
  deepestDigits: number;
  /** By name, the oldest first: `2015`, `2016`, `2016q1`. */
  periods: readonly (HeldPeriod & { period: string; path: string })[];
  period(name: string): (HeldPeriod & { period: string; path: string }) | undefined;
};

/** Sets never change, so what was read of one is kept; two, since a reader may still hold the one before. */
const kept = new Map<string, Holdings>();

/** What is held now; undefined where nothing is. */
export async function holdings(ctx: { figures: FigureStore }): Promise<Holdings | undefined> {
  const set = await ctx.figures.current();
  if (!set) return undefined;
  const place = set.pathOf("");
  const known = kept.get(place + set.id);
  if (known) return known;
  const read = holdingsOf(set);
  kept.set(place + set.id, read);
  for (const old of [...kept.keys()].slice(0, -4)) kept.delete(old);
  return read;
}

export function holdingsOf(set: FileSet): Holdings {
  const { periods, deepestDigits } = Manifest.parse(set.manifest);
  const list = Object.entries(periods)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, held]) => ({ ...held, period, path: set.pathOf(held.file) }));
  const byName = new Map(list.map((held) => [held.period, held]));
  return {
    id: set.id,
    shipped: set.shipped,
    deepestDigits,
    periods: list,
    period: (name) => byName.get(name),
  };
}
