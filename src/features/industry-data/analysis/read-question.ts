import {
  done,
  hasProblems,
  joinProblems,
  type Outcome,
  type Problems,
  problem,
  refused,
} from "#base/outcome.ts";
import { countyByFips, countyWords, parseCounties, stateByFips } from "#features/places/public.ts";
import { sectors as offeredSectors } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { commonDepths, depthsOf, heldPeriods, periodsOf } from "./periods.ts";
import {
  type AnalysisQuestion,
  digitsOf,
  LEVELS,
  type Level,
  MOST_COUNTIES,
  OWNERSHIPS,
  PeriodName,
  periodWords,
} from "./question.ts";

/** What an address, a form or a command line said, as it was typed. */
export interface AskedQuestion {
  counties?: string | readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  ownership?: string | undefined;
  level?: string | undefined;
  sectors?: string | readonly string[] | undefined;
}

/**
 * A question that the figures can answer, or what to mend, by field. What is left out is taken as most teams want it:
 * the newest two periods, all ownerships, the named sectors.
 */
export async function readQuestion(ctx: Ctx, asked: AskedQuestion): Promise<Outcome<AnalysisQuestion>> {
  const counties = readCounties(asked.counties);
  const common = await readCommon(ctx, asked);
  const level = oneOf("level", LEVELS, asked.level, "named");
  const sectors = await readSectors(ctx, asked.sectors);
  const parts = [counties, common, level, sectors];
  const problems = joinProblems(...parts.map((part) => (part.ok ? undefined : part.problems)));
  if (!counties.ok || !common.ok || !level.ok || !sectors.ok) return refused(problems);
  const missing = await missingCounties(ctx, counties.value, common.value);
  if (hasProblems(missing)) return refused(missing);
  const tooFine = await tooFineFor(ctx, counties.value, common.value, level.value);
  if (hasProblems(tooFine)) return refused(tooFine);
  return done({
    counties: counties.value,
    ...common.value,
    level: level.value,
    sectors: sectors.value,
  });
}

/** For those who ask by hand: NAICS sectors, unless named sectors are asked for. The page begins with the named ones. */
export function usualLevel({ level, sectors }: Pick<AskedQuestion, "level" | "sectors">): string {
  return level ?? (sectors === undefined || sectors.length === 0 ? "sector" : "named");
}

/** What every question of figures says: between which periods, and whose jobs. */
export async function readCommon(
  ctx: Ctx,
  asked: Pick<AskedQuestion, "from" | "to" | "ownership">,
): Promise<Outcome<Pick<AnalysisQuestion, "from" | "to" | "ownership">>> {
  const span = readSpan(
    (await heldPeriods(ctx)).map(({ period }) => period),
    asked,
  );
  const ownership = oneOf("ownership", OWNERSHIPS, asked.ownership, "all");
  if (span.ok && ownership.ok) return done({ ...span.value, ownership: ownership.value });
  return refused(joinProblems(...[span, ownership].map((part) => (part.ok ? undefined : part.problems))));
}

function readCounties(given: AskedQuestion["counties"]): Outcome<string[]> {
  // Addresses and command lines write codes with commas; names may hold one ("Lancaster, NE").
  const entries = [given ?? []]
    .flat()
    .flatMap((entry) => (/^[\d\s,]+$/.test(entry) ? entry.split(",") : [entry]));
  const read = parseCounties(entries, { field: "counties" });
  if (!read.ok) return read;
  if (read.value.length === 0) return problem("counties", "Name the counties of the region, at least one.");
  if (read.value.length > MOST_COUNTIES)
    return problem(
      "counties",
      `These are ${read.value.length} counties. At most ${MOST_COUNTIES} make a region; a labor-market region has rarely more than thirty.`,
    );
  return done(read.value.sort());
}

function readSpan(
  periods: readonly string[],
  { from, to }: Pick<AskedQuestion, "from" | "to">,
): Outcome<{ from: string; to: string }> {
  if (periods.length === 0) return problem("", "No figures are held here yet. An editor can import them.");
  const years = periods.filter((period) => !period.includes("q"));
  const usual = years.length > 1 ? years : periods;
  const last = to || usual.at(-1)!;
  const first = from || usual.at(-2) || usual[0]!;
  const problems: Problems = {};
  for (const [field, period] of [
    ["from", first],
    ["to", last],
  ] as const) {
    if (!PeriodName.safeParse(period).success)
      problems[field] = [`“${period}” is no year. Write a year, such as ${usual.at(-1)}.`];
    else if (!periods.includes(period))
      problems[field] = [
        `No figures of ${periodWords(period)} are held. There are: ${periods.map(periodWords).join(", ")}.`,
      ];
  }
  if (hasProblems(problems)) return refused(problems);
  if (first.slice(4) !== last.slice(4))
    return problem(
      "to",
      "A year is compared with a year, and a quarter with the same quarter of another year.",
    );
  if (first >= last)
    return problem("to", `The last period must come after the first, ${periodWords(first)}.`);
  return done({ from: first, to: last });
}

function oneOf<T extends string>(
  field: string,
  known: readonly T[],
  given: string | undefined,
  usual: T,
): Outcome<T> {
  const found = given ? known.find((one) => one === given) : usual;
  return found
    ? done(found)
    : problem(field, `“${given}” is not known here. Choose one of: ${known.join(", ")}.`);
}

async function readSectors(ctx: Ctx, given: AskedQuestion["sectors"]): Promise<Outcome<string[]>> {
  const slugs = [given ?? []]
    .flat()
    .flatMap((text) => text.split(","))
    .map((slug) => slug.trim())
    .filter(Boolean);
  const offered = new Set((await offeredSectors(ctx)).map(({ slug }) => slug));
  const unknown = slugs.filter((slug) => !offered.has(slug));
  if (unknown.length > 0)
    return problem("sectors", `No sector here is called ${unknown.map((slug) => `“${slug}”`).join(", ")}.`);
  return done([...new Set(slugs)].sort());
}

/** Industries finer than either period has them for these counties would be an empty table. */
async function tooFineFor(
  ctx: Ctx,
  counties: readonly string[],
  span: { from: string; to: string },
  level: Level,
): Promise<Problems> {
  const held = Math.max(...(await commonDepths(ctx, await periodsOf(ctx, span), counties)));
  if ((digitsOf(level) ?? 0) <= held) return {};
  return {
    level: [
      `Figures of ${periodWords(span.from)} and ${periodWords(span.to)} are held to ${held} digits for these counties. BLS’s whole file of a year has all six: an editor can import it.`,
    ],
  };
}

/** Every county must have figures in both periods; counties that were divided or are new are named with the year. */
async function missingCounties(
  ctx: Ctx,
  counties: readonly string[],
  span: { from: string; to: string },
): Promise<Problems> {
  const messages: string[] = [];
  for (const held of await periodsOf(ctx, span)) {
    const areas = await depthsOf(ctx, held);
    const missing = counties.filter((fips) => !areas.has(fips));
    if (missing.length === 0) continue;
    const names = missing.slice(0, 5).map((fips) => {
      const county = countyByFips(fips);
      return county ? countyWords(county) : fips;
    });
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
    const connecticut = missing.some((fips) => stateByFips(fips)?.code === "ct")
      ? " The figures name Connecticut’s eight counties until 2023 and its nine planning regions from 2024."
      : "";
    messages.push(
      `There are no figures of ${periodWords(held.period)} for ${names.join("; ")}${more}.${connecticut}`,
    );
  }
  return messages.length > 0 ? { counties: messages } : {};
}
