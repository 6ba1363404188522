import {
  naicsTitle,
  sectors as offeredSectors,
  overlaps,
  type Sector,
  type SectorCode,
} from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { IndustryRow } from "./answer.ts";
import type { Period, Periods } from "./periods.ts";
import { type AnalysisQuestion, digitsOf } from "./question.ts";

/** A code of a named sector: which row it counts in, in the first period (0) or the last (1). */
export interface KeyedCode {
  at: 0 | 1;
  key: string;
  industry: string;
  digits: number;
}

/**
 * To how many digits of NAICS every area of the question has figures in each period. One import may go deeper than
 * another, and what was not imported is not a zero.
 */
export type Depths = readonly [number, number];

/** What stands in a row: an industry or a named sector. */
export interface RowKey {
  key: string;
  title: string;
  look?: IndustryRow["look"];
  /** Why the two periods cannot be compared. */
  broken?: string;
  /** In which periods there is no such row, which is not the same as no jobs. */
  absent?: readonly [boolean, boolean];
}

/** Either every industry of so many digits, or named sectors with the codes they consist of in each period. */
export type RowKeys =
  | { digits: number; codes?: never; rows?: never; named?: never }
  | { digits?: never; codes: KeyedCode[]; rows: RowKey[]; named: Sector[] };

export async function rowKeys(
  ctx: Ctx,
  question: AnalysisQuestion,
  periods: Periods,
  depths: Depths,
): Promise<RowKeys> {
  const digits = digitsOf(question.level);
  if (digits !== undefined) return { digits };
  const offered = await offeredSectors(ctx);
  const named = offered.filter(
    ({ slug }) => question.sectors.length === 0 || question.sectors.includes(slug),
  );
  const codes = named.flatMap((sector) =>
    periods.flatMap((period, at) =>
      codesIn(sector, period).map((code): KeyedCode => ({ at: at as 0 | 1, key: sector.slug, ...code })),
    ),
  );
  return { codes, named, rows: named.map((sector) => namedRow(sector, periods, depths)) };
}

/** The sector's codes in the NAICS of a period, as the sectors' own list has them for figures up to 2021 and later. */
export function codesIn(sector: Sector, period: Period): { industry: string; digits: number }[] {
  const own = sector.codes.filter(({ vintage }) => vintage === vintageOf(period));
  return withoutNested(own).map(({ code }) => ({ industry: code, digits: digitsIn(code) }));
}

/** 62 holds 621 already: what stands inside another code of the set would count twice. */
function withoutNested(codes: readonly SectorCode[]): SectorCode[] {
  return codes.filter(
    (code) =>
      !codes.some(
        (other) => other !== code && overlaps(code, other) && digitsIn(other.code) < digitsIn(code.code),
      ),
  );
}

function digitsIn(code: string): number {
  return code.includes("-") ? 2 : code.length;
}

export function vintageOf({ period }: Pick<Period, "period">): SectorCode["vintage"] {
  return Number(period.slice(0, 4)) >= 2022 ? 2022 : 2017;
}

/** A named sector as a row, with what is missing to fill it. */
export function namedRow(sector: Sector, periods: Periods, depths: Depths): RowKey {
  const { slug, name, hue, icon } = sector;
  return {
    key: slug,
    title: name,
    look: { hue, icon },
    ...gaps(periods.map((period, at) => missingIn(sector, period, depths[at as 0 | 1]))),
  };
}

/** What is missing in each period, if anything. */
function gaps(missing: (string | undefined)[]): Pick<RowKey, "broken" | "absent"> {
  const broken = missing.find((words) => words !== undefined);
  return broken ? { broken, absent: [missing[0] !== undefined, missing[1] !== undefined] } : {};
}

function missingIn(sector: Sector, period: Period, depth: number): string | undefined {
  const codes = codesIn(sector, period);
  if (codes.length === 0) return `This sector names no industries for figures of ${period.period}.`;
  const deeper = codes.filter(
    ({ industry, digits }) => digits > depth && !period.alsoHeld.includes(industry),
  );
  if (deeper.length === 0) return undefined;
  const industries = deeper.map(({ industry }) => industry);
  const named = new Intl.ListFormat("en").format(
    industries.length > 3 ? [...industries.slice(0, 2), `${industries.length - 2} more`] : industries,
  );
  return `Figures of ${period.period} are held to ${depth} digits here, and this sector counts ${named}. They come with BLS’s whole file of that year.`;
}

/** Every industry that is there in either period, by code. */
export function industryRows(codes: Iterable<string>, periods: Periods, depths: Depths): RowKey[] {
  return [...new Set(codes)].sort().map((code) => ({
    key: code,
    title: industryTitle(code, periods[1]),
    ...gaps(
      periods.map((period, at) => unknownCode(code, period) ?? tooDeep(code, period, depths[at as 0 | 1])),
    ),
  }));
}

/** BLS's 99 is no industry of NAICS: establishments that could not be classified. */
export function industryTitle(code: string, period: Period): string {
  if (isUnclassified(code)) return "Unclassified";
  const vintage = vintageOf(period);
  const other = vintage === 2017 ? 2022 : 2017;
  return naicsTitle({ code, vintage }) ?? naicsTitle({ code, vintage: other }) ?? `NAICS ${code}`;
}

const isUnclassified = (code: string) => /^99/.test(code);

/** Where NAICS was revised between the periods, only one edition may have the code. */
function unknownCode(code: string, period: Period): string | undefined {
  const vintage = vintageOf(period);
  if (isUnclassified(code) || naicsTitle({ code, vintage })) return undefined;
  return `NAICS ${vintage} has no industry ${code}, so the years cannot be compared.`;
}

function tooDeep(code: string, period: Period, depth: number): string | undefined {
  if (digitsIn(code) <= depth) return undefined;
  return `Not every county here has figures of ${period.period} to ${digitsIn(code)} digits.`;
}
