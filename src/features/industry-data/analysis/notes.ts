import { overlaps, type Sector, shared } from "#features/sectors/public.ts";
import type { AnalysisNote, IndustryRow } from "./answer.ts";
import type { Period, Periods } from "./periods.ts";
import { type AnalysisQuestion, periodWords } from "./question.ts";
import { type RowKeys, vintageOf } from "./row-keys.ts";

interface Noted {
  question: AnalysisQuestion;
  periods: Periods;
  rows: readonly IndustryRow[];
  keys: RowKeys;
}

/** What must stand beside the figures so that nobody reads more into them than they say. */
export function notesOf(noted: Noted): AnalysisNote[] {
  const found = [
    naicsBreak(noted),
    ...bases(noted),
    outsideBase(noted),
    publicEmployers(noted),
    overlapping(noted),
    pandemic(noted),
    oldConnecticut(noted),
  ];
  return found.filter((note) => note !== undefined);
}

function naicsBreak({ periods, keys }: Noted): AnalysisNote | undefined {
  if (periods[0].naics === periods[1].naics) return undefined;
  const [first, last] = periods;
  const big = vintageOf(first) !== vintageOf(last);
  return {
    kind: "naics-break",
    words: `${periodWords(first.period)} was counted by NAICS ${first.naics} and ${periodWords(last.period)} by NAICS ${last.naics}. ${
      big
        ? "Retail and information were divided anew in between: where an industry has no code of its own in both, the years are not compared, and some others gained or lost a part."
        : "Some industries gained or lost a part in between."
    }${big ? recoded(keys.named ?? []) : ""}`,
  };
}

/** Sectors that consist of other codes in either edition: the nearest there are, and not always the same establishments. */
function recoded(named: readonly Sector[]): string {
  const codesIn = ({ codes }: Sector, edition: number) =>
    codes
      .filter(({ vintage }) => vintage === edition)
      .map(({ code }) => code)
      .sort()
      .join(", ");
  const changed = named.filter((sector) => codesIn(sector, 2017) !== codesIn(sector, 2022));
  if (changed.length === 0) return "";
  const names = new Intl.ListFormat("en").format(changed.map(({ name }) => name));
  return ` ${names} ${changed.length === 1 ? "has" : "have"} other codes in each: the nearest there are, so a part of the change may be the new edition and nothing else.`;
}

function bases({ periods }: Noted): (AnalysisNote | undefined)[] {
  const [first, last] = periods;
  if (first.base.kind !== "missing" || last.base.kind !== "missing") return periods.map(base);
  return [
    {
      kind: "base-missing",
      words: `No figures of the nation are held for ${periodWords(first.period)} and ${periodWords(last.period)}, so there are no quotients and no shift-share. BLS’s file of the nation (US000) of both years brings them.`,
    },
  ];
}

function base(period: Period): AnalysisNote | undefined {
  const when = periodWords(period.period);
  switch (period.base.kind) {
    case "published":
      return undefined;
    case "missing":
      return {
        kind: "base-missing",
        words: `No figures of the nation are held for ${when}, so quotients and shift-share of that year are left empty.`,
      };
    case "reconstructed":
      return {
        kind: "base-reconstructed",
        words: `The nation’s figures of ${when} were worked out from what BLS publishes; no number of theirs is off by more than ${errorWords(period.base.largestError)}.`,
      };
    case "added-up":
      return {
        kind: "base-reconstructed",
        words: `The nation’s figures of ${when} were added up from the states, because no file of the nation is held. Where states withhold something they lie between two bounds, which every measure carries on.`,
      };
  }
}

function errorWords(error: number): string {
  return `${(error * 100).toFixed(error < 0.001 ? 2 : 1)}%`;
}

function outsideBase({ question }: Noted): AnalysisNote | undefined {
  const outside = question.counties.some((fips) => /^(60|66|69|72|78)/.test(fips));
  return outside
    ? {
        kind: "outside-base",
        words:
          "Puerto Rico, the Virgin Islands and the other territories are not part of the national figures that this region is measured against.",
      }
    : undefined;
}

/** Whoever counts private employers only loses public hospitals and schools. */
function publicEmployers({ question, keys, rows }: Noted): AnalysisNote | undefined {
  if (question.ownership === "all") return undefined;
  const named =
    keys.named?.filter(({ includePublicOwnership }) => includePublicOwnership).map(({ name }) => name) ?? [];
  const plain = rows.filter(({ industry }) => /^(61|62)/.test(industry)).length > 0;
  if (named.length === 0 && !plain) return undefined;
  const who = named.length > 0 ? named.join(", ") : "Health care and education";
  return {
    kind: "partial",
    words: `${who}: public employers, such as county hospitals and public schools, are left out while private employers alone are counted.`,
  };
}

function overlapping({ keys, periods }: Noted): AnalysisNote | undefined {
  const vintage = vintageOf(periods[1]);
  const pairs: string[] = [];
  const named = keys.named ?? [];
  for (const [index, one] of named.entries()) {
    for (const other of named.slice(index + 1)) {
      const codes = new Set(
        one.codes
          .filter((code) => code.vintage === vintage)
          .flatMap((a) => other.codes.filter((b) => overlaps(a, b)).map((b) => shared(a, b).code)),
      );
      if (codes.size > 0) pairs.push(`${one.name} and ${other.name} (${[...codes].sort().join(", ")})`);
    }
  }
  if (pairs.length === 0) return undefined;
  return {
    kind: "overlap",
    words: `Some sectors share industries, so they must not be added up: ${pairs.join("; ")}.`,
  };
}

function pandemic({ question }: Noted): AnalysisNote | undefined {
  const { from, to } = question;
  if (!from.startsWith("2020") && !to.startsWith("2020")) return undefined;
  return {
    kind: "pandemic",
    words:
      "2020 is the trough of the pandemic: what is measured from or to it says more about that year than about a trend.",
  };
}

function oldConnecticut({ question }: Noted): AnalysisNote | undefined {
  if (!question.counties.some((fips) => fips.startsWith("09"))) return undefined;
  return {
    kind: "connecticut",
    words:
      "Connecticut’s figures are told for eight counties until 2023 and for nine planning regions from 2024. The two do not nest, and BLS has built no bridge between them.",
  };
}
