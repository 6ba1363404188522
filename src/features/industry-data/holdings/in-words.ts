import { fileSizeText } from "#base/file-kinds.ts";
import { stateByFips } from "#features/places/public.ts";
import type { Findings, FoundPeriod } from "./findings.ts";
import type { HeldBase } from "./manifest.ts";

const count = (number: number) => number.toLocaleString("en-US");
const several = (number: number, one: string, many: string) =>
  `${count(number)} ${number === 1 ? one : many}`;

/** `2016` is a year, `2016q1` the first quarter of 2016. */
export function periodInWords(period: string): string {
  const [year, quarter] = period.split("q");
  return quarter ? `quarter ${quarter} of ${year}` : `${year}`;
}

/** As a heading. */
export function periodTitle(period: string): string {
  const words = periodInWords(period);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "the nation, 2 states, 23 counties of Wyoming and 1 of Utah" */
export function areasInWords({ nation, states, counties }: FoundPeriod): string {
  const parts = nation ? ["the nation"] : [];
  if (states.length > 0 && states.length <= 3) parts.push(...states.map((area) => nameOf(area.slice(0, 2))));
  else if (states.length > 3) parts.push(several(states.length, "state", "states"));
  const of = Object.entries(counties);
  const all = of.reduce((sum, [, number]) => sum + number, 0);
  if (of.length > 0 && of.length <= 4)
    parts.push(
      ...of.map(([state, number]) => `${several(number, "county", "counties")} of ${nameOf(state)}`),
    );
  else if (of.length > 4)
    parts.push(`${several(all, "county", "counties")} of ${several(of.length, "state", "states")}`);
  return parts.length > 0 ? new Intl.ListFormat("en").format(parts) : "no area";
}

const nameOf = (fips: string) => stateByFips(fips)?.name ?? fips;

export function replacesInWords({ replaces, keeps }: FoundPeriod): string {
  if (replaces.length === 0 && keeps === 0) return "This period is not held yet.";
  const replaced =
    replaces.length === 0
      ? "Nothing that is held is replaced"
      : several(replaces.length, "area that is held gets new figures", "areas that are held get new figures");
  return keeps > 0
    ? `${replaced}, and ${several(keeps, "other area keeps", "other areas keep")} what they have.`
    : `${replaced}; everything held of this period is replaced.`;
}

/** What the nation's figures stand on, in one or two sentences. */
export function baseWords(base: HeldBase): string {
  switch (base.kind) {
    case "published":
      return "The nation’s figures are BLS’s own.";
    case "reconstructed":
      return `The nation’s figures were reconstructed from what BLS publishes; none is off by more than ${percent(base.largestError)}.`;
    case "added-up":
      return [
        `The nation was added up from the states: of ${count(base.series)} series ${count(base.series - base.withoutNumber)} have a number, off by at most ${percent(base.largestError)}, and ${count(base.withoutNumber)} have bounds alone.`,
        base.fromTimeSeries > 0
          ? `For ${several(base.fromTimeSeries, "of them", "of them")} the number is BLS’s own, from its time series.`
          : "",
      ]
        .join(" ")
        .trim();
    case "missing":
      return "The nation is not held, so shares of it and location quotients cannot be told.";
  }
}

const percent = (fraction: number) => `${(fraction * 100).toPrecision(2)}%`;

/** The findings as lines of text. */
export function findingLines(findings: Findings): string[] {
  const lines = [""];
  for (const { name, bytes, tables, lines: rows, layouts } of findings.files.slice(0, 10))
    lines.push(
      `${name}: ${fileSizeText(bytes)}, ${tables > 1 ? `${count(tables)} tables, ` : ""}${count(rows)} rows (${layouts.join("; ")})`,
    );
  if (findings.files.length > 10) lines.push(`… and ${count(findings.files.length - 10)} more files`);
  for (const one of findings.periods) {
    lines.push("");
    lines.push(`${one.period}: ${areasInWords(one)}`);
    lines.push(
      `  ${count(one.rows)} rows, ${count(one.withheld)} of them withheld; NAICS ${one.naics}, up to ${one.deepestDigits} digits`,
    );
    lines.push(`  ${replacesInWords(one)}`);
    for (const note of one.notes) lines.push(`  ${note}`);
  }
  lines.push("");
  if (findings.leftOut > 0) lines.push(leftOutWords(findings.leftOut));
  lines.push(...findings.notes);
  return lines;
}

export function leftOutWords(rows: number): string {
  return `${count(rows)} rows are left out: metropolitan areas, and what overlaps other rows (domains, supersectors, all governments together, sizes of establishments).`;
}

export const BASE_KINDS: Record<HeldBase["kind"], string> = {
  published: "as published",
  reconstructed: "reconstructed",
  "added-up": "added up",
  missing: "not held",
};

/** "March 1, 2018" of `2018-03-01`; the day has no zone. */
export function dayInWords(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString("en-US", {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
}
