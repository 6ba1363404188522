import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { type Holdings, holdings } from "../holdings/holdings.ts";

/** Figures of one period, with the path of their file. */
export type Period = Holdings["periods"][number];
/** The first and the last of a question. */
export type Periods = readonly [Period, Period];

/** Every period that is held, the oldest first. */
export async function heldPeriods(ctx: Pick<Ctx, "figures">): Promise<Holdings["periods"]> {
  return (await holdings(ctx))?.periods ?? [];
}

/** @throws NotFound when one is not held any more */
export async function periodsOf(
  ctx: Pick<Ctx, "figures">,
  { from, to }: { from: string; to: string },
): Promise<Periods> {
  const held = await holdings(ctx);
  const periods = [held?.period(from), held?.period(to)] as const;
  if (!periods[0] || !periods[1]) throw new NotFound("These figures are not held here any more.");
  return [periods[0], periods[1]];
}

const depths = new Map<string, Promise<ReadonlyMap<string, number>>>();
/** Files never change, so what was read of one is kept; some more than anybody compares. */
const KEPT_FILES = 40;

/** Every area with figures in the period (`US000`, `56000`, `56033`), and to how many digits of NAICS it has all of them. */
export function depthsOf(
  ctx: Pick<Ctx, "figures">,
  { path, alsoHeld }: Pick<Period, "path" | "alsoHeld">,
): Promise<ReadonlyMap<string, number>> {
  const known = depths.get(path);
  if (known) return known;
  const read = ctx.figures
    .rows<{ area: string; depth: number }>(
      `select area, (max(digits) filter (not list_contains($also, industry)))::integer as depth
        from read_parquet({file}) group by area`,
      { paths: { file: path }, values: { also: alsoHeld } },
    )
    .then((rows) => new Map(rows.map(({ area, depth }) => [area, depth])));
  depths.set(path, read);
  // A file that could not be read is asked for again.
  read.catch(() => depths.delete(path));
  for (const old of [...depths.keys()].slice(0, -KEPT_FILES)) depths.delete(old);
  return read;
}

/** To how many digits every one of these areas has figures, in each period. */
export async function commonDepths(
  ctx: Pick<Ctx, "figures">,
  periods: Periods,
  areas: readonly string[],
): Promise<readonly [number, number]> {
  const least = async (period: Period) => {
    const known = await depthsOf(ctx, period);
    return Math.min(...areas.map((area) => known.get(area) ?? 0));
  };
  return [await least(periods[0]), await least(periods[1])];
}
