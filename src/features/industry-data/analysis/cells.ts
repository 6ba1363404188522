import type { Ctx } from "#platform/context.ts";

/** What was added up for one row (an industry, a named sector, a total) in one place, in both periods. */
export interface CellSum {
  /** `here`, `nation`, or the area's code where each was asked for. */
  place: string;
  /** Industry code or sector slug; `all` and `private` are the totals of all industries. */
  key: string;
  first: PeriodSum;
  last: PeriodSum;
  /** In how many areas something is withheld in either period. */
  withheld: number;
}

export interface PeriodSum {
  establishments: number;
  /** Of what is visible, and wages of the same cells. */
  jobs: number;
  wages: number;
  /** Jobs lie between; a null `high`: nobody can say. */
  low: number;
  high: number | null;
  /** In how many areas something is withheld. */
  withheld: number;
}

/** Named sectors as codes: which industries, of how many digits, add up to which row in which period. */
export interface KeyedCode {
  at: 0 | 1;
  key: string;
  industry: string;
  digits: number;
}

export interface CellQuestion {
  /** Files of the two periods. */
  files: readonly [string, string];
  geography: "county" | "state" | "nation";
  /** Some areas added up, or every one of them by itself: of one state, or all that are held. */
  areas: readonly string[] | { eachOf: "nation" | { state: string } };
  /** Ownerships that rows count. */
  ownerships: readonly number[];
  /** Every industry of so many digits, or those that are named. */
  rows: { digits: number } | { codes: readonly KeyedCode[] };
}

/**
 * Sums of two periods, here and in the nation, by one statement over the two files.
 *
 * Of withheld siblings each has the whole of what is hidden among them as its `high`, so where a row takes several of
 * them together, what is hidden counts once: the inner grouping is by parent.
 */
export async function cellSums(ctx: Pick<Ctx, "figures">, question: CellQuestion): Promise<CellSum[]> {
  const { files, geography, areas, ownerships } = question;
  const codes = "codes" in question.rows ? question.rows.codes : undefined;
  // Codes and areas were checked against what exists; text in quotes is still only let in where it looks like one.
  const here = isList(areas)
    ? `area in (${areas.map(asCode).join(", ")})`
    : areas.eachOf === "nation"
      ? "true"
      : `starts_with(area, ${asCode(areas.eachOf.state)})`;
  const digits =
    "digits" in question.rows ? [question.rows.digits] : [...new Set(codes?.map((code) => code.digits))];
  const named = codes && codes.length > 0;
  const industries = named
    ? `and industry in (${[...new Set(codes.map(({ industry }) => asCode(industry)))].join(", ")})`
    : "";
  const some = `(digits in (${digits.join(", ") || "-1"}) and ownership in (${ownerships.join(", ")}) ${industries})`;
  const where = `where (geography = '${geography}' and ${here} or geography = 'nation') and (digits = 0 and ownership in (0, 5) or ${some})`;
  const key = named ? "join keyed using (half, industry)" : "join (select 1) on true";
  const rows = await ctx.figures.rows<FlatSum>(
    `with cells as (
      select 0 as half, * from read_parquet({first}) ${where}
      union all
      select 1 as half, * from read_parquet({last}) ${where}
    ),
    ${named ? `keyed(half, key, industry) as (values ${codes.map((code) => `(${code.at}, '${asSlug(code.key)}', ${asCode(code.industry)})`).join(", ")}),` : ""}
    lines as (
      select half, geography, area, ownership, parent, if(ownership = 0, 'all', 'private') as key,
        establishments, jobs, wages, low, high, withheld from cells where digits = 0
      union all
      select half, geography, area, ownership, parent, ${named ? "key" : "industry as key"},
        establishments, jobs, wages, low, high, withheld from cells ${key} where digits > 0
    ),
    families as (
      select half, geography, area, key,
        sum(establishments) as establishments, sum(jobs) as jobs, sum(wages) as wages, sum(low) as low,
        coalesce(sum(high) filter (not withheld), 0)
          + coalesce(if(geography = 'county', max(high) filter (withheld), sum(high) filter (withheld)), 0) as high,
        bool_or(withheld and high is null) as boundless, bool_or(withheld) as withheld
      from lines group by half, geography, area, ownership, parent, key
    )
    select if(geography = 'nation', 'nation', ${isList(areas) ? "'here'" : "area"}) as place, key, ${sumOf(0)}, ${sumOf(1)},
      count(distinct area) filter (withheld) as withheld
    from families group by all`,
    { paths: { first: files[0], last: files[1] } },
  );
  return rows.map(nested);
}

function isList(areas: CellQuestion["areas"]): areas is readonly string[] {
  return Array.isArray(areas);
}

type FlatSum = Pick<CellSum, "place" | "key" | "withheld"> & {
  [K in `${keyof PeriodSum}${0 | 1}`]: number | null;
};

/** The columns of one period. */
function sumOf(at: 0 | 1): string {
  const sum = (column: string) => `coalesce(sum(${column}) filter (half = ${at}), 0)::double`;
  return `${sum("establishments")} as establishments${at}, ${sum("jobs")} as jobs${at}, ${sum("wages")} as wages${at},
    ${sum("low")} as low${at}, if(bool_or(boundless and half = ${at}), null, ${sum("high")}) as high${at},
    count(distinct area) filter (withheld and half = ${at}) as withheld${at}`;
}

function nested(flat: FlatSum): CellSum {
  const period = (at: 0 | 1): PeriodSum => ({
    establishments: flat[`establishments${at}`] ?? 0,
    jobs: flat[`jobs${at}`] ?? 0,
    wages: flat[`wages${at}`] ?? 0,
    low: flat[`low${at}`] ?? 0,
    high: flat[`high${at}`],
    withheld: flat[`withheld${at}`] ?? 0,
  });
  const { place, key, withheld } = flat;
  return { place, key, withheld, first: period(0), last: period(1) };
}

function asCode(text: string): string {
  if (!/^[\dA-Z-]{2,6}$/.test(text)) throw new TypeError(`${text} is neither an area nor an industry.`);
  return `'${text}'`;
}

function asSlug(text: string): string {
  if (!/^[a-z0-9-]+$/.test(text)) throw new TypeError(`${text} is no slug.`);
  return text;
}
