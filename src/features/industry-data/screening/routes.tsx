import type { Child } from "hono/jsx";
import { z } from "zod";
import { CSV_START, csvLine } from "#base/csv.ts";
import { sectors as offeredSectors } from "#features/sectors/public.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { analyze } from "../analysis/analyze.ts";
import { ORDER_WORDS, ORDERS, type Order, ordered } from "../analysis/ordering.ts";
import { heldPeriods } from "../analysis/periods.ts";
import { COMPARED, type Compared, MEASURES } from "../comparing/measures.ts";
import { regionsShownToState } from "../regions/queries.ts";
import { type AskedScreen, readScreen } from "./read-screen.ts";
import { type Screen, type ScreenQuestion, screenCounties } from "./screen.ts";
import { ScreenPage, ScreenRefusedPage } from "./views/screen-page.tsx";

const PER_PAGE = 50;
/** Saved regions beside the counties; a state with more has its own list of them. */
const MOST_REGIONS = 20;

const ViewQuery = z.object({
  order: z.enum(ORDERS).catch("lq"),
  measure: z.enum(COMPARED).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** Made by those who draw, who know this folder. */
export type MapOf = (screen: Screen, measure: Compared) => Child;

function askedIn(c: HouseContext): AskedScreen {
  const { state, sector, from, to, ownership } = c.req.query();
  return { state, sector, from, to, ownership };
}

async function showScreen(c: HouseContext, mapOf: MapOf): Promise<Response> {
  const { ctx } = c.var;
  const asked = askedIn(c);
  const read = await readScreen(ctx, asked);
  const periods = (await heldPeriods(ctx)).map(({ period }) => period);
  const sectors = await offeredSectors(ctx);
  if (!read.ok) {
    return c.var.show(
      { title: "One sector everywhere", failed: true, status: 422, noindex: true },
      <ScreenRefusedPage asked={asked} problems={read.problems} periods={periods} sectors={sectors} />,
    );
  }
  const question = read.value;
  const view = ViewQuery.parse(c.req.query());
  const { order, page } = view;
  const { pathname, search } = new URL(c.req.url);
  // One view, one address: what was left out or left empty is said there.
  if (pathname + search !== addressOf(question, view)) return c.redirect(addressOf(question, view), 302);
  const screen = await screenCounties(ctx, question);
  const rows = ordered(screen.rows, order);
  const where = question.state?.name ?? "the United States";
  return c.var.show(
    {
      title: titleOf(`${screen.sector.title} across ${where}`, view),
      canonical: addressOf(question, view),
      noindex: true,
    },
    <ScreenPage
      asked={{ ...question, state: question.state?.code ?? "" }}
      problems={{}}
      periods={periods}
      sectors={sectors}
      screen={screen}
      rows={rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
      regions={await screenedRegions(c, question)}
      order={order}
      page={page}
      pages={Math.ceil(rows.length / PER_PAGE)}
      address={(change) => addressOf(question, { ...view, page: 1, ...change })}
      measure={measureOf(view)}
      map={mapOf(screen, measureOf(view))}
    />,
  );
}

/** Every view of a screen has a title of its own, so that a list of tabs tells them apart. */
function titleOf(what: string, { order, measure, page }: ScreenView): string {
  const by = order === "lq" ? "" : `, by ${ORDER_WORDS[order]}`;
  const onMap = measure ? `, ${MEASURES[measure].label.toLowerCase()} on the map` : "";
  return `${what}${by}${onMap}${page > 1 ? `, page ${page}` : ""}`;
}

async function screenedRegions(c: HouseContext, question: ScreenQuestion) {
  const { ctx } = c.var;
  if (!question.state) return [];
  const regions = await regionsShownToState(ctx, question.state.code, MOST_REGIONS);
  const { from, to, ownership, sector } = question;
  return Promise.all(
    regions.map(async (region) => {
      const asked = {
        counties: region.counties,
        from,
        to,
        ownership,
        level: "named" as const,
        sectors: [sector],
      };
      return { region, row: (await analyze(ctx, asked)).rows[0]! };
    }),
  );
}

export interface ScreenView {
  order: Order;
  /** What the map shows; without it, what the table is ordered by. */
  measure?: Compared | undefined;
  page: number;
}

/** Orders that are a figure of the map too. */
const ON_MAP: Partial<Record<Order, Compared>> = {
  jobs: "jobs",
  share: "share",
  percent: "growth",
  pay: "pay",
};

function measureOf({ order, measure }: ScreenView): Compared {
  return measure ?? ON_MAP[order] ?? "lq";
}

function addressOf(
  { state, sector, from, to, ownership }: ScreenQuestion,
  { order, measure, page }: ScreenView,
): string {
  const query = new URLSearchParams({ ...(state ? { state: state.code } : {}), sector, from, to, ownership });
  if (order !== "lq") query.set("order", order);
  if (measure && measure !== measureOf({ order, page })) query.set("measure", measure);
  if (page > 1) query.set("page", String(page));
  return `/industry/screen?${query}`;
}

async function answerCsv(c: HouseContext, mapOf: MapOf): Promise<Response> {
  const { ctx } = c.var;
  const read = await readScreen(ctx, askedIn(c));
  if (!read.ok) return showScreen(c, mapOf);
  const { order } = ViewQuery.parse(c.req.query());
  const { rows } = await screenCounties(ctx, read.value);
  const lines = ordered(rows, order).map((row) =>
    csvLine([
      row.industry,
      row.title,
      row.jobs1.value ?? "",
      row.jobs1.low ?? "",
      row.jobs1.high ?? "",
      row.share1.value ?? "",
      row.change.value ?? "",
      row.percent.value ?? "",
      row.lq0.value ?? "",
      row.lq1.value ?? "",
      row.competitiveEffect.value ?? "",
      row.averagePay1 ?? "",
      row.establishments1,
    ]),
  );
  return new Response(CSV_START + csvLine(CSV_HEADINGS) + lines.join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${read.value.sector}-${read.value.state?.code ?? "us"}-${read.value.to}.csv"`,
    },
  });
}

const CSV_HEADINGS = [
  "county",
  "name",
  "jobs1",
  "jobs1_at_least",
  "jobs1_at_most",
  "share1",
  "change",
  "percent",
  "lq0",
  "lq1",
  "competitiveEffect",
  "averagePay1",
  "establishments1",
];

/** @param mapOf draws a screen's map */
export const screeningRoutes = (mapOf: MapOf): Route[] => [
  // Made afresh for each reader: which saved regions stand there depends on who asks.
  get("/industry/screen", "everyone", (c) => showScreen(c, mapOf)),
  get("/industry/screen.csv", "everyone", (c) => answerCsv(c, mapOf)),
];
