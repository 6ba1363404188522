import type { Workbench } from "#platform/figures/workbench.ts";
import { isNoPlace, isWholeState, naicsOf, STATES_OF_THE_NATION } from "./areas.ts";
import { periodName } from "./cell-keys.ts";
import type { Findings, FoundArea, FoundPeriod } from "./findings.ts";
import type { Holdings } from "./holdings.ts";
import { isOneOf, text } from "./layouts.ts";
import type { Looked } from "./looking.ts";
import type { HeldPeriod } from "./manifest.ts";
import { periodNotes } from "./notes.ts";
import type { PeriodPlan } from "./period-plan.ts";

/** Decides for each period what is kept, replaced and added up. */
export async function planImport(
  bench: Workbench,
  looked: Looked,
  held: Holdings | undefined,
): Promise<PeriodPlan[]> {
  const plans: PeriodPlan[] = [];
  for (const number of [...new Set(looked.areas.map(({ period }) => period))].sort((a, b) => a - b)) {
    const period = periodName(number);
    const found = looked.areas.filter((area) => area.period === number);
    const fresh = new Set(found.map(({ area }) => area));
    const before = held?.period(period);
    const digits = new Map(found.map((one) => [one.area, one.digits]));
    const holds = before ? await areasIn(bench, before) : new Map<string, number>();
    const addedUp = new Set(before?.addedUp);
    const keeps = [...holds.keys()].filter((area) => !fresh.has(area) && !addedUp.has(area));
    for (const area of keeps) digits.set(area, holds.get(area) ?? 0);
    const all = new Set([...fresh, ...keeps]);
    const statesToAddUp = [...new Set([...all].map((area) => area.slice(0, 2)))]
      .filter((state) => state !== "US" && !all.has(`${state}000`) && isWholeState(state, all))
      .sort()
      .map((fips) => ({ fips, depth: depthOf(digits, (area) => area.startsWith(fips)) }));
    for (const { fips, depth } of statesToAddUp) digits.set(`${fips}000`, depth);
    const states = new Set([
      ...statesToAddUp.map(({ fips }) => fips),
      ...[...all].filter(isState).map((area) => area.slice(0, 2)),
    ]);
    const hasNation = fresh.has("US000") ? "file" : all.has("US000") ? "kept" : undefined;
    const canAddUp = STATES_OF_THE_NATION.every((fips) => states.has(fips));
    plans.push({
      period,
      number,
      found,
      keeps,
      replaces: [...holds.keys()].filter((area) => fresh.has(area) && !addedUp.has(area)),
      statesToAddUp,
      depth: depthOf(digits, isState),
      alsoHeld: alsoHeld(looked, found, keeps.length > 0 ? before : undefined),
      base: hasNation ?? (canAddUp ? "added-up" : "missing"),
      fromQuarters: looked.madeYears.includes(number),
    });
  }
  return plans;
}

export const isState = (area: string) => /^\d{2}000$/.test(area);

/**
 * Of areas whose rows go down to different digits, the least: below it a sum would lack some of them. "Unknown county" and
 * its like may have totals only.
 */
function depthOf(digits: ReadonlyMap<string, number>, isMember: (area: string) => boolean): number {
  const members = [...digits].filter(([area, depth]) => isMember(area) && !(isNoPlace(area) && depth === 0));
  return Math.min(6, ...members.map(([, depth]) => depth));
}

/** What is held beyond the usual digits counts only as long as every area has it. */
function alsoHeld(
  { also }: Looked,
  found: readonly FoundArea[],
  before: HeldPeriod | undefined,
): readonly string[] {
  if (also.length > 0 || !before) return also;
  const deepest = Math.max(0, ...before.alsoHeld.map((code) => code.length));
  const isFull = ({ area, digits }: FoundArea) => digits >= deepest || (isNoPlace(area) && digits === 0);
  return found.every(isFull) ? before.alsoHeld : [];
}

/** Area → the digits down to which it has every industry. */
async function areasIn(
  bench: Workbench,
  { path, alsoHeld }: Holdings["periods"][number],
): Promise<Map<string, number>> {
  const rows = await bench.rows<{ area: string; digits: number }>(
    `select area, max(digits) filter (not ${isOneOf("industry", alsoHeld)}) as digits
    from read_parquet(${text(path)}) group by area order by area`,
  );
  return new Map(rows.map(({ area, digits }) => [area, digits]));
}

const LAYOUT_WORDS = {
  annual: "annual averages",
  quarterly: "quarters",
  series: "time series of jobs, for states and the nation where they are added up",
};

/** The plan and what the files hold, for a person to read before they say yes. */
export function findingsOf(looked: Looked, plans: readonly PeriodPlan[]): Findings {
  const files = new Map<string, Findings["files"][number]>();
  for (const { layout, tables } of looked.groups) {
    for (const { file, lines } of tables) {
      const one = files.get(file.name) ?? { ...file, tables: 0, lines: 0, layouts: [] };
      const words = `${LAYOUT_WORDS[layout.kind]}${layout.hasTitles ? ", by area with titles" : ""}${layout.width ? ", reconstructed with error bounds" : ""}`;
      if (!one.layouts.includes(words)) one.layouts.push(words);
      one.tables += 1;
      one.lines += lines;
      files.set(file.name, one);
    }
  }
  const lines = looked.groups
    .filter(({ layout }) => layout.kind !== "series")
    .flatMap(({ tables }) => tables)
    .reduce((sum, table) => sum + table.lines, 0);
  const made = new Set(looked.madeYears);
  const read = looked.areas
    .filter(({ period }) => !made.has(period))
    .reduce((sum, { rows }) => sum + rows, 0);
  const notes: string[] = [];
  const years = new Set(looked.areas.map(({ period }) => periodName(period).slice(0, 4)));
  if (looked.tables.length === 1 && years.size > 1)
    notes.push(`This file holds ${years.size} years at once. Each is taken as it is.`);
  if (looked.deepest < 6)
    notes.push(
      `Only the first ${looked.deepest} digits of NAICS are taken${looked.also.length > 0 ? `, and of more digits ${looked.also.join(", ")}` : ""}.`,
    );
  return {
    files: [...files.values()],
    periods: plans.map(foundPeriod),
    leftOut: looked.deepest < 6 ? 0 : Math.max(0, lines - read),
    notes,
  };
}

function foundPeriod(plan: PeriodPlan): FoundPeriod {
  const { period, found } = plan;
  const counties: Record<string, number> = {};
  for (const { area } of found) {
    if (area === "US000" || isState(area) || isNoPlace(area)) continue;
    counties[area.slice(0, 2)] = (counties[area.slice(0, 2)] ?? 0) + 1;
  }
  return {
    period,
    fromQuarters: plan.fromQuarters,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    withheld: found.reduce((sum, { withheld }) => sum + withheld, 0),
    deepestDigits: Math.max(...found.map(({ digits }) => digits)),
    naics: naicsOf(Number(period.slice(0, 4))),
    nation: found.some(({ area }) => area === "US000"),
    states: found.map(({ area }) => area).filter(isState),
    counties,
    replaces: plan.replaces,
    keeps: plan.keeps.length,
    base: plan.base,
    notes: periodNotes(plan),
  };
}
