import { CSV_START, csvLine } from "#base/csv.ts";
import { NotFound } from "#base/surprises.ts";
import { stateByCode } from "#features/places/public.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { investmentOverview } from "./overview.ts";
import { type Investment, investmentsPage, PAGE_SIZE, wholesNow } from "./queries.ts";
import { distinctOf } from "./rules.ts";
import { InvestmentsPage } from "./views/investments-page.tsx";

const MOST_LINES = 20_000;

async function showAll(c: HouseContext): Promise<Response> {
  const asked = c.req.query("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const overview = await investmentOverview(c.var.ctx, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  if (page > 1 && overview.shares.length === 0) throw new NotFound();
  return c.var.show(
    {
      title: "Investment",
      description:
        "Who has put what into sector partnerships, over which years and for what, state by state, each with its source.",
      canonical: page > 1 ? `/investments?page=${page}` : "/investments",
    },
    <InvestmentsPage overview={overview} page={page} pages={Math.ceil(overview.total / PAGE_SIZE)} />,
  );
}

const HEADINGS = [
  "state",
  "investor",
  "dollars",
  "more_than",
  "in_kind",
  "from_year",
  "to_year",
  "years_note",
  "purpose",
  "came_of_it",
  "in_the_state_sum",
  "part_of",
  "source_name",
  "source_url",
  "source_note",
];

async function answerCsv(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const all = await investmentsPage(ctx, { offset: 0, limit: MOST_LINES });
  const wholes = await wholesNow(ctx);
  const byId = new Map(all.map((one) => [one.id, one]));
  const counted = new Set(
    [...Map.groupBy(all, ({ stateCode }) => stateCode).values()].flatMap((own) =>
      distinctOf(own, wholes).map(({ id }) => id),
    ),
  );
  const lines = all.map((one) =>
    csvLine([
      one.stateCode ? (stateByCode(one.stateCode)?.postal ?? one.stateCode) : "",
      one.investor,
      one.dollars ?? "",
      yes(one.atLeast),
      yes(one.inKind),
      one.fromYear ?? "",
      one.toYear ?? "",
      one.yearsNote,
      one.purpose,
      one.cameOfIt,
      yes(counted.has(one.id) && one.dollars !== null),
      nameOf(one.partOf ? byId.get(one.partOf) : undefined),
      one.sourceName,
      one.sourceUrl ?? "",
      one.sourceNote,
    ]),
  );
  return c.body(CSV_START + csvLine(HEADINGS) + lines.join(""), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="investments.csv"',
  });
}

const yes = (fact: boolean) => (fact ? "yes" : "no");
const nameOf = (one: Investment | undefined) => (one ? `${one.investor}: ${one.purpose}` : "");

export const publicRoutes: Route[] = [
  reading("/investments", showAll),
  reading("/investments.csv", answerCsv),
];
