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

const areas = new Map<string, Promise<ReadonlySet<string>>>();
/** Files never change, so what was read of one is kept; some more than anybody compares. */
const KEPT_FILES = 40;

/** Every area with figures in the period: `US000`, `56000`, `56033`. */
export function areasOf(ctx: Pick<Ctx, "figures">, { path }: Period): Promise<ReadonlySet<string>> {
  const known = areas.get(path);
  if (known) return known;
  const read = ctx.figures
    .rows<{ area: string }>("select area from read_parquet({file}) where digits = 0 and ownership = 0", {
      paths: { file: path },
    })
    .then((rows) => new Set(rows.map(({ area }) => area)));
  areas.set(path, read);
  // A file that could not be read is asked for again.
  read.catch(() => areas.delete(path));
  for (const old of [...areas.keys()].slice(0, -KEPT_FILES)) areas.delete(old);
  return read;
}
