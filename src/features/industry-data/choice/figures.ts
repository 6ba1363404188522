import type { Outcome } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import { analyze } from "../analysis/analyze.ts";
import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import {
  type FigureFormat,
  figureWords,
  percentage,
  quotient,
  ratio,
  signedPercentage,
  signedQuotient,
  signedWhole,
  whole,
} from "../analysis/figure-words.ts";
import type { AnalysisQuestion } from "../analysis/question.ts";
import { readQuestion } from "../analysis/read-question.ts";
import { type Bounded, exactly, UNKNOWN } from "../figures/bounded.ts";
import type { ChoiceQuestion, FigureKey } from "./content.ts";
import type { Choice } from "./queries.ts";

/** A choice's question with its counties, as far as the figures that are held can answer it. */
export function askableQuestion(
  ctx: Ctx,
  counties: readonly string[],
  { from, to, ownership, level }: ChoiceQuestion,
): Promise<Outcome<AnalysisQuestion>> {
  return readQuestion(ctx, { counties, from, to, ownership, level });
}

/** What the figures say of a choice: of its candidates alone, or of everything that could be one. */
export async function figuresFor(
  ctx: Ctx,
  choice: Pick<Choice, "counties" | "question" | "candidates">,
  which: "candidates" | "all" = "candidates",
): Promise<Outcome<AnalysisAnswer>> {
  const asked = await askableQuestion(ctx, choice.counties, choice.question);
  if (!asked.ok) return asked;
  const { level } = asked.value;
  const chosen = which === "candidates" && choice.candidates.length > 0 ? choice.candidates : undefined;
  // Named sectors are asked for by name, so that what two of them share is told of these alone.
  const answer = await analyze(ctx, {
    ...asked.value,
    sectors: level === "named" && chosen ? [...chosen].sort() : [],
  });
  const rows = chosen
    ? chosen.flatMap((candidate) => answer.rows.find(({ industry }) => industry === candidate) ?? [])
    : answer.rows;
  return { ok: true, value: { ...answer, rows } };
}

interface Figure {
  /** As a column's heading. */
  label: string;
  of(row: IndustryRow): Bounded;
  format: FigureFormat;
}

export const FIGURES: Record<FigureKey, Figure> = {
  jobs: { label: "Jobs", of: ({ jobs1 }) => jobs1, format: whole },
  share: { label: "Share of the region’s jobs", of: ({ share1 }) => share1, format: percentage },
  percent: { label: "Change in percent", of: ({ percent }) => percent, format: signedPercentage },
  change: { label: "Change in jobs", of: ({ change }) => change, format: signedWhole },
  lq: { label: "Location quotient", of: ({ lq1 }) => lq1, format: quotient },
  lqChange: {
    label: "Change of the location quotient",
    of: ({ lqChange }) => lqChange,
    format: signedQuotient,
  },
  competitive: {
    label: "Competitive effect, in jobs",
    of: ({ competitiveEffect }) => competitiveEffect,
    format: signedWhole,
  },
  payRatio: { label: "Pay, to the region’s average", of: payRatio, format: ratio },
};

/** Where some is withheld, the pay of what is visible stands for all of it, and carries a mark wherever it is shown. */
function payRatio({ payRatio1 }: IndustryRow): Bounded {
  return payRatio1 === null ? UNKNOWN : exactly(payRatio1);
}

/** A figure of a row in words: "4,210", "at least 1,200". */
export function figureText(key: FigureKey, row: IndustryRow): string {
  const { of, format } = FIGURES[key];
  const words = figureWords(of(row), format);
  return key === "payRatio" && row.payIsPartial && row.payRatio1 !== null ? `about ${words}` : words;
}

/** How many jobs it has, as a hint beside its name. */
export function jobsHint(row: IndustryRow): string {
  const words = figureText("jobs", row);
  return words === NO_WORDS ? "Jobs not known" : `${words[0]?.toUpperCase()}${words.slice(1)} jobs`;
}

/** What it pays, after how many jobs it has. */
export function payHint(row: IndustryRow): string {
  return row.payRatio1 === null ? "pay not known" : `${figureText("payRatio", row)} times the average pay`;
}

/** What `figureWords` says where nothing can be said. */
const NO_WORDS = "not known";
