import { join } from "node:path";
import type { SetDraft } from "#platform/figures/sets.ts";
import type { Workbench } from "#platform/figures/workbench.ts";
import { addUpNation, addUpState } from "./adding-up.ts";
import { naicsOf, STATES_OF_THE_NATION } from "./areas.ts";
import { industryText, keySql, of, parentDigits, within } from "./cell-keys.ts";
import type { Holdings } from "./holdings.ts";
import { isOneOf, text } from "./layouts.ts";
import type { Looked, OnStep } from "./looking.ts";
import type { HeldBase, HeldPeriod, HeldSource, Manifest } from "./manifest.ts";
import { periodNotes } from "./notes.ts";
import type { PeriodPlan } from "./period-plan.ts";
import { writePeriod } from "./writing.ts";

/**
 * Writes the files of a new set into `draft` and answers its manifest. Periods that the import does not touch keep
 * the file that they have.
 *
 * @param given.day the day of the import, `2018-03-01`
 */
export async function takeIn(
  bench: Workbench,
  given: {
    looked: Looked;
    plans: readonly PeriodPlan[];
    held: Holdings | undefined;
    draft: Pick<SetDraft, "id" | "folder" | "copy">;
    day: string;
    /** Something to be known of these files that they do not say themselves. */
    note?: string | undefined;
    onStep?: OnStep;
  },
): Promise<Manifest> {
  const { looked, plans, held, draft, day, note, onStep = () => {} } = given;
  const periods: Manifest["periods"] = {};
  for (const { period, path, ...rest } of held?.periods ?? []) {
    periods[period] = rest;
    if (!held?.shipped || plans.some((plan) => plan.period === period)) continue;
    await draft.copy(path);
    periods[period] = { ...rest, file: `${draft.id}/${period}.parquet` };
  }
  for (const [at, plan] of plans.entries()) {
    onStep(0.7 + (0.3 * at) / plans.length, `Writing ${plan.period}`);
    const before = held?.period(plan.period);
    if (before && plan.keeps.length > 0) await keep(bench, plan, before);
    if (before) await keepTimeSeries(bench, plan.number, before.timeSeries);
    for (const { fips, depth } of plan.statesToAddUp)
      await addUpState(bench, plan.number, fips, depth, plan.alsoHeld);
    if (plan.base === "added-up")
      await addUpNation(bench, plan.number, STATES_OF_THE_NATION, plan.depth, plan.alsoHeld);
    const path = join(draft.folder, `${plan.period}.parquet`);
    await writePeriod(bench, plan.number, path, { deepest: looked.deepest, also: plan.alsoHeld });
    await bench.rows("delete from kept; delete from added");
    const sources = sourcesOf(looked, plan, before, day);
    periods[plan.period] = {
      file: `${draft.id}/${plan.period}.parquet`,
      ...(await counted(bench, plan, path)),
      naics: naicsOf(Number(plan.period.slice(0, 4))),
      base: await baseOf(bench, plan, path, before),
      addedUp: [
        ...plan.statesToAddUp.map(({ fips }) => `${fips}000`),
        ...(plan.base === "added-up" ? ["US000"] : []),
      ],
      timeSeries: await timeSeriesOf(bench, plan.number),
      sources,
      importedOn: day,
      words: wordsOf(plan, sources),
      notes: [...(note ? [note] : []), ...periodNotes(plan)],
    };
  }
  const deepestDigits = Math.max(0, ...Object.values(periods).map((one) => one.deepestDigits));
  return { format: 1, madeAt: day, deepestDigits, periods: sorted(periods) };
}

/** Reads what stays of the file that is held now. Its bounds were worked out when it was imported. */
async function keep(
  bench: Workbench,
  plan: PeriodPlan,
  { path, alsoHeld }: Holdings["periods"][number],
): Promise<void> {
  const parts = {
    period: String(plan.number),
    geography: "case geography when 'county' then 0 when 'nation' then 1 else 2 end",
    area: "case area when 'US000' then 0 else area::integer end",
  };
  // What not every area has any more goes, or this area would seem to have every industry of so many digits.
  const gone = alsoHeld.filter((industry) => !plan.alsoHeld.includes(industry));
  const code = (column: string) =>
    `left(${column}, case when contains(${column}, '-') then 2 else 6 end)::integer`;
  const key = keySql({ ...parts, digits: "digits", industry: code("industry"), ownership: "ownership" });
  const up = keySql({
    ...parts,
    digits: parentDigits("digits"),
    industry: code("coalesce(parent, '10')"),
    ownership: "case when digits = 0 then 0 else ownership end",
  });
  await bench.rows(`
    insert into kept
    select ${key} as key, case when ownership = 0 then -${key} else ${up} end, establishments, jobs, wages, withheld, low, high
    from read_parquet(${text(path)})
    where ${isOneOf("area", plan.keeps)} and not ${isOneOf("industry", gone)}`);
}

/** BLS's own numbers for areas that are added up again; a new import's time series come before them. */
async function keepTimeSeries(
  bench: Workbench,
  period: number,
  series: HeldPeriod["timeSeries"],
): Promise<void> {
  if (series.length === 0) return;
  const keys = series.map(([area, ownership, industry, jobs]) => {
    const code = Number(industry.slice(0, industry.includes("-") ? 2 : 6));
    const digits = industry === "10" ? 0 : industry.includes("-") ? 2 : industry.length;
    const key = keySql({
      period: String(period),
      geography: area === "US000" ? "1" : "2",
      digits: String(digits),
      area: area === "US000" ? "0" : String(Number(area)),
      industry: String(code),
      ownership: String(ownership),
    });
    return `(${key}, ${jobs})`;
  });
  await bench.rows(`
    insert into series select * from (values ${keys.join(", ")}) as earlier (key, jobs)
    where not exists (select 1 from series where series.key = earlier.key)`);
}

async function timeSeriesOf(bench: Workbench, period: number): Promise<HeldPeriod["timeSeries"]> {
  const { geography, area, ownership, industry } = of("key");
  const rows = await bench.rows<{ area: string; ownership: number; industry: string; jobs: number }>(`
    select case when ${geography} = 1 then 'US000' else lpad((${area})::varchar, 5, '0') end as area,
      ${ownership} as ownership, ${industryText(industry)} as industry, jobs
    from series where ${within("key", period)} order by key`);
  return rows.map((row) => [row.area, row.ownership, row.industry, row.jobs]);
}

async function counted(
  bench: Workbench,
  plan: PeriodPlan,
  path: string,
): Promise<Pick<HeldPeriod, "rows" | "areas" | "withheld" | "deepestDigits" | "alsoHeld">> {
  const added = plan.statesToAddUp.map(({ fips }) => `${fips}000`);
  if (plan.base === "added-up") added.push("US000");
  const [row] = await bench.rows<Record<"rows" | "withheld" | "deepest", number>>(`
    select count(*) as rows, max(digits) filter (not ${isOneOf("industry", plan.alsoHeld)}) as deepest,
      count(*) filter (withheld and not ${isOneOf("area", added)}) as withheld
    from read_parquet(${text(path)})`);
  const areas = await bench.rows<{ geography: string; n: number }>(`
    select geography, count(*) as n from read_parquet(${text(path)})
    where digits = 0 and ownership = 0 and not regexp_matches(area, '99[6-9]$') group by geography`);
  const also = await bench.rows<{ industry: string }>(`
    select distinct industry from read_parquet(${text(path)})
    where ${isOneOf("industry", plan.alsoHeld)} order by industry`);
  if (!row) throw new Error(`${path} was written and cannot be read`);
  const several = (geography: string) => areas.find((one) => one.geography === geography)?.n ?? 0;
  return {
    rows: row.rows,
    areas: { nation: several("nation"), states: several("state"), counties: several("county") },
    withheld: row.withheld,
    deepestDigits: row.deepest,
    alsoHeld: also.map(({ industry }) => industry),
  };
}

async function baseOf(
  bench: Workbench,
  plan: PeriodPlan,
  path: string,
  before: HeldPeriod | undefined,
): Promise<HeldBase> {
  const [row] = await bench.rows<Record<"jobs" | "digits" | "error" | "series" | "without", number>>(`
    select max(jobs) filter (digits = 0 and ownership = 0) as jobs,
      max(digits) filter (not ${isOneOf("industry", plan.alsoHeld)}) as digits,
      max((high - low) / 2.0 / jobs) filter (jobs > 0) as error, count(*) as series,
      count(*) filter (jobs is null) as without
    from read_parquet(${text(path)}) where geography = 'nation'`);
  const [times] = await bench.rows<{ n: number }>(
    `select count(*) as n from series where ${within("key", plan.number, 1)}`,
  );
  const [wide] = await bench.rows<{ n: number }>(
    `select count(*) as n from widths where ${within("key", plan.number)}`,
  );
  const kind =
    plan.base === "kept"
      ? (before?.base.kind ?? "published")
      : plan.base === "file"
        ? wide?.n
          ? "reconstructed"
          : "published"
        : plan.base;
  return {
    kind,
    jobs: row?.jobs ?? null,
    digits: row?.digits ?? 0,
    largestError: Number((row?.error ?? 0).toPrecision(3)),
    series: row?.series ?? 0,
    fromTimeSeries: kind === "added-up" ? (times?.n ?? 0) : 0,
    withoutNumber: row?.without ?? 0,
  };
}

/** The files of this import that gave rows of the period; earlier ones stay named as long as any of their rows may. */
function sourcesOf(
  { tables, origins, groups }: Looked,
  plan: PeriodPlan,
  before: HeldPeriod | undefined,
  importedOn: string,
): HeldSource[] {
  const files = [...new Map(tables.map(({ file }) => [file.sha256, file])).values()];
  const fresh = origins
    .filter(({ period }) => period === plan.number)
    .flatMap(({ file, rows }) => {
      const one = files[file];
      return one ? [{ fileName: one.name, sha256: one.sha256, rows, importedOn }] : [];
    });
  const addsUp = plan.base === "added-up" || plan.statesToAddUp.length > 0;
  const series = groups
    .filter(({ layout }) => addsUp && layout.kind === "series")
    .flatMap((group) => group.tables);
  for (const { file, lines } of series)
    fresh.push({ fileName: file.name, sha256: file.sha256, rows: lines, importedOn });
  const earlier = plan.keeps.length > 0 ? (before?.sources ?? []) : [];
  return [...earlier.filter(({ sha256 }) => !fresh.some((one) => one.sha256 === sha256)), ...fresh];
}

function wordsOf({ period, fromQuarters, keeps }: PeriodPlan, sources: readonly HeldSource[]): string {
  const [year, quarter] = period.split("q");
  const what = quarter ? `quarter ${quarter} of ${year}` : `annual averages of ${year}`;
  const made = fromQuarters
    ? keeps.length > 0
      ? ", some made of four quarters"
      : ", made of four quarters"
    : "";
  const count = sources.length === 1 ? "one file" : `${sources.length} files`;
  return `Bureau of Labor Statistics, Quarterly Census of Employment and Wages, ${what}${made}, from ${count}`;
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
