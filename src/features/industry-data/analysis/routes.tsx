import { z } from "zod";
import { sectors as offeredSectors } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { get, type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { analyze } from "./analyze.ts";
import type { AnalysisAnswer } from "./answer.ts";
import { ORDER_WORDS, ORDERS, ordered } from "./ordering.ts";
import { heldPeriods } from "./periods.ts";
import { type AnalysisQuestion, queryOf } from "./question.ts";
import { type AskedQuestion, readQuestion } from "./read-question.ts";
import { regionTitle } from "./region-words.ts";
import { analysisCsv } from "./taking-along.ts";
import { AnalysisPage, type AnalysisPageProps } from "./views/analysis-page.tsx";
import { AskPage } from "./views/ask-page.tsx";
import { MethodsPage } from "./views/methods-page.tsx";
import { analysisWorkbook } from "./workbook.ts";

const ROWS_A_PAGE = 20;

const ViewQuery = z.object({
  order: z.enum(ORDERS).catch("jobs"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** Made by those who draw, who know this folder. */
export type PicturesOf = (ctx: Ctx, answer: AnalysisAnswer) => Promise<AnalysisPageProps["pictures"]>;

/** The question in an address; a field that came several times is a list. */
export function askedIn(c: HouseContext): AskedQuestion {
  const query = new URL(c.req.url).searchParams;
  const one = (name: string) => query.get(name) ?? undefined;
  return {
    counties: query.getAll("counties"),
    from: one("from"),
    to: one("to"),
    ownership: one("ownership"),
    level: one("level"),
    sectors: query.getAll("sectors"),
  };
}

async function showAnalysis(c: HouseContext, pictures: PicturesOf): Promise<Response> {
  const { ctx } = c.var;
  const asked = askedIn(c);
  const question = await readQuestion(ctx, asked);
  if (!question.ok) return showAsk(c, asked, question.problems);
  const { order, page } = ViewQuery.parse(c.req.query());
  const more = { ...(order === "jobs" ? {} : { order }), ...(page > 1 ? { page: String(page) } : {}) };
  const canonical = `/industry/analysis${queryOf(question.value, more)}`;
  // One view, one address: names of counties, another order of codes or an empty field lead there.
  if (new URL(c.req.url).search !== queryOf(question.value, more)) return c.redirect(canonical, 302);
  const answer = await analyze(ctx, question.value);
  const rows = ordered(answer.rows, order);
  const pages = Math.ceil(rows.length / ROWS_A_PAGE);
  return c.var.show(
    {
      title: `Industry jobs: ${regionTitle(question.value.counties)}, ${question.value.from} to ${question.value.to}${order === "jobs" ? "" : `, by ${ORDER_WORDS[order]}`}${page > 1 ? `, page ${page}` : ""}`,
      canonical,
      noindex: true,
      scripts: ["writing.js", "county-picker.js"],
    },
    <AnalysisPage
      answer={answer}
      rows={rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)}
      order={order}
      page={page}
      pages={pages}
      periods={(await heldPeriods(ctx)).map(({ period }) => period)}
      sectors={await offeredSectors(ctx)}
      pictures={await pictures(ctx, answer)}
    />,
  );
}

/** Where a choice begins, and where a question that cannot be answered comes back to. */
export async function showAsk(c: HouseContext, asked: AskedQuestion = {}, problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const failed = Object.keys(problems).length > 0;
  const periods = (await heldPeriods(ctx)).map(({ period }) => period);
  return c.var.show(
    {
      title: "Choose a sector",
      description:
        "Which industry should a region’s partnership begin with? See its jobs, growth, concentration and pay on public figures, score what matters to you, and keep the decision.",
      ...(failed ? { failed, status: 422 as const, noindex: true } : {}),
      scripts: ["writing.js", "county-picker.js"],
    },
    <AskPage
      asked={{ ...usualSpan(periods), ...withoutGaps(asked) }}
      problems={problems}
      periods={periods}
      sectors={await offeredSectors(ctx)}
    />,
  );
}

function usualSpan(periods: readonly string[]): AskedQuestion {
  const years = periods.filter((period) => !period.includes("q"));
  return { from: years.at(-2), to: years.at(-1) };
}

function withoutGaps(asked: AskedQuestion): AskedQuestion {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** A file of an analysis, or the page that says what to mend. */
function download(
  extension: "csv" | "xlsx",
  type: string,
  write: (answer: Awaited<ReturnType<typeof analyze>>) => BodyInit,
) {
  return async (c: HouseContext): Promise<Response> => {
    const { ctx } = c.var;
    const asked = askedIn(c);
    const question = await readQuestion(ctx, asked);
    if (!question.ok) return showAsk(c, asked, question.problems);
    return new Response(write(await analyze(ctx, question.value)), {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${fileName(question.value)}.${extension}"`,
      },
    });
  };
}

function fileName({ counties, from, to }: AnalysisQuestion): string {
  const where = counties.length > 4 ? `${counties.length}-counties` : counties.join("-");
  return `industry-jobs-${where}-${from}-${to}`;
}

/** @param pictures of an answer, for its page */
export const analysisRoutes = (pictures: PicturesOf): Route[] => [
  reading("/industry", (c) => showAsk(c)),
  reading("/industry/analysis", (c) => showAnalysis(c, pictures)),
  get("/industry/analysis.csv", "everyone", download("csv", "text/csv; charset=utf-8", analysisCsv)),
  get(
    "/industry/analysis.xlsx",
    "everyone",
    download("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", analysisWorkbook),
  ),
  reading("/industry/methods", (c) =>
    c.var.show(
      {
        title: "How each figure is worked out",
        description: "Location quotient, shift-share, withheld figures: each formula in words and letters.",
      },
      <MethodsPage />,
    ),
  ),
];
