import type { Child } from "hono/jsx";
import { z } from "zod";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { type AnalysisQuestion, queryOf } from "../analysis/question.ts";
import { readQuestion } from "../analysis/read-question.ts";
import { regionTitle } from "../analysis/region-words.ts";
import { askedIn, showAsk } from "../analysis/routes.tsx";
import { COMPARED, type Compared } from "./measures.ts";
import { type Comparison, comparePlaces } from "./places.ts";
import { ComparePage } from "./views/compare-page.tsx";

const PER_PAGE = 60;

const CompareQuery = z.object({
  measure: z.enum(COMPARED).catch("share"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** What a comparison's page is about. */
export interface ComparisonShown {
  question: AnalysisQuestion;
  /** Counties of the other region. */
  other: readonly string[];
  comparison: Comparison;
  measure: Compared;
}

/** Made by those who draw, who know this folder. */
export type PictureOf = (shown: ComparisonShown) => Child;

async function showComparison(c: HouseContext, pictureOf: PictureOf): Promise<Response> {
  const { ctx } = c.var;
  const asked = askedIn(c);
  const question = await readQuestion(ctx, asked);
  if (!question.ok) return showAsk(c, asked, question.problems);
  const { measure, page } = CompareQuery.parse(c.req.query());
  const typed = new URL(c.req.url).searchParams.getAll("other").filter((text) => text.trim() !== "");
  const other = typed.length > 0 ? await readQuestion(ctx, { ...asked, counties: typed }) : undefined;
  const problems: Problems = other && !other.ok ? { other: Object.values(other.problems).flat() } : {};
  const counties = other?.ok ? other.value.counties : [];
  const failed = hasProblems(problems);
  const comparison = await comparePlaces(ctx, question.value, counties);
  return c.var.show(
    {
      title: `Side by side: ${regionTitle(question.value.counties)}`,
      canonical: `/industry/compare${queryOf(question.value)}`,
      noindex: true,
      scripts: ["writing.js", "county-picker.js"],
      ...(failed ? { failed, status: 422 as const } : {}),
    },
    <ComparePage
      question={question.value}
      other={counties}
      otherTyped={other?.ok ? counties : typed}
      problems={problems}
      comparison={comparison}
      picture={pictureOf({ question: question.value, other: counties, comparison, measure })}
      measure={measure}
      page={page}
      perPage={PER_PAGE}
    />,
  );
}

/** @param pictureOf draws what is compared */
export const comparingRoutes = (pictureOf: PictureOf): Route[] => [
  reading("/industry/compare", (c) => showComparison(c, pictureOf)),
];
