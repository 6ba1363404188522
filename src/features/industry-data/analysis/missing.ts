import { countyByFips, countyWords, stateByFips } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { depthsOf, heldPeriods, type Period } from "./periods.ts";
import { periodWords } from "./question.ts";

const NAMED = 5;

/** Counties that have no figures in a period, in a sentence; undefined where all have. */
export async function missingWords(
  ctx: Pick<Ctx, "figures">,
  period: Period,
  counties: readonly string[],
): Promise<string | undefined> {
  const missing = await missingIn(ctx, period, counties);
  if (missing.length === 0) return undefined;
  const names = missing.slice(0, NAMED).map((fips) => {
    const county = countyByFips(fips);
    return county ? countyWords(county) : fips;
  });
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
  const connecticut = missing.some((fips) => stateByFips(fips)?.code === "ct")
    ? " The figures name Connecticut’s eight counties until 2023 and its nine planning regions from 2024."
    : "";
  return `There are no figures of ${periodWords(period.period)} for ${names.join("; ")}${more}.${connecticut}`;
}

/** Counties that were divided, are new, or were not imported. */
async function missingIn(
  ctx: Pick<Ctx, "figures">,
  period: Period,
  counties: readonly string[],
): Promise<string[]> {
  const areas = await depthsOf(ctx, period);
  return counties.filter((fips) => !areas.has(fips));
}

/** Periods that have every one of these counties, by name, the oldest first. */
export async function periodsWith(ctx: Pick<Ctx, "figures">, counties: readonly string[]): Promise<string[]> {
  const whole: string[] = [];
  for (const period of await heldPeriods(ctx))
    if ((await missingIn(ctx, period, counties)).length === 0) whole.push(period.period);
  return whole;
}

/**
 * What a region's people should know before they look at figures: periods in which some of its counties are missing, or
 * that none has them. Periods without any of them are of another part of the country.
 */
export async function gapsOf(ctx: Pick<Ctx, "figures">, counties: readonly string[]): Promise<string[]> {
  const held = await heldPeriods(ctx);
  const gaps: string[] = [];
  let known = 0;
  for (const period of held) {
    const missing = await missingIn(ctx, period, counties);
    if (missing.length === counties.length) continue;
    known += 1;
    const words = await missingWords(ctx, period, counties);
    if (words) gaps.push(words);
  }
  if (held.length > 0 && known === 0)
    gaps.push("None of the periods that are held has figures of these counties. An editor can import them.");
  return gaps;
}
