import { CSV_START, csvLine } from "#base/csv.ts";
import { dayOf } from "#base/local-time.ts";
import { leadsAtReviews, lettersTold, planFacts } from "#features/action-plans/public.ts";
import { businessesWhoCame, heldMeetings } from "#features/meetings/public.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { businessYears, type Figure, figuresNow, isOfWhole, meetingFigures, spansUntil } from "./figures.ts";
import { countedSince } from "./state-sums/consent.ts";
import { FiguresPage } from "./views/figures-page.tsx";

async function gather(c: HouseContext) {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const { id, timeZone } = workspace;
  const today = dayOf(ctx.now, timeZone);
  const spans = spansUntil(ctx.now, timeZone);
  const oldest = spans.at(-1)!;
  const came = [];
  for (const span of spans) came.push(await businessesWhoCame(ctx, id, span));
  const held = (await heldMeetings(ctx, id, { from: oldest.from, to: spans[0]!.to })).filter(isOfWhole);
  const letters = await lettersTold(ctx, id, oldest.from);
  const years = businessYears(spans, came);
  const meetings = meetingFigures(held, letters, timeZone);
  const launch = held.find(({ kind }) => kind === "launch");
  const plan = await planFacts(ctx, id, today);
  const launchedOn = launch ? dayOf(launch.startsAt, timeZone) : null;
  const figures = figuresNow({ today, years, meetings, plan, letters, launchedOn });
  return {
    workspace,
    figures,
    years,
    meetings,
    leads: plan ? await leadsAtReviews(ctx, id, oldest.first) : [],
  };
}

async function showFigures(c: HouseContext): Promise<Response> {
  const gathered = await gather(c);
  const { id, name, states } = gathered.workspace;
  return c.var.show(
    { title: `Figures: ${name}`, noindex: true },
    <FiguresPage
      {...gathered}
      state={stateByCode(states[0] ?? "")?.name}
      countedSince={await countedSince(c.var.ctx, id)}
      done={c.req.query("done") === "state"}
    />,
  );
}

/** A line for each figure and each point of a picture, with how it is counted. */
async function saveFigures(c: HouseContext): Promise<Response> {
  const { workspace, figures, years, meetings, leads } = await gather(c);
  const formulaOf = (key: string) => figures.find((one: Figure) => one.key === key)?.formula ?? "";
  const line = (title: string, of: string, value: string | number, formula: string) =>
    csvLine([title, of, value, formula]);
  const lines = [
    csvLine(["figure", "of", "value", "how_it_is_counted"]),
    ...figures.map(({ title, value, formula }) => line(title, "now", value, formula)),
    ...years.flatMap((year) => {
      const span = `${year.first} to ${year.last}`;
      return [
        line("Businesses engaged", span, year.engaged, formulaOf("engaged")),
        line("New businesses", span, year.fresh, formulaOf("new")),
        line("Businesses of the 12 months before", span, year.before, ""),
        line("Businesses that came again", span, year.returning, formulaOf("retained")),
      ];
    }),
    ...meetings.flatMap((meeting) => {
      const of = `${meeting.on} ${meeting.title}`;
      return [
        line("People for a business", of, meeting.business, ""),
        line("People for a public partner", of, meeting.public, ""),
        line("Business to public", of, meeting.ratio?.toFixed(2) ?? "", formulaOf("ratio")),
        line("Days to notes", of, meeting.daysToNotes ?? "", formulaOf("notes")),
        line(
          "Follow-up on the same day",
          of,
          meeting.sameDay === null ? "none sent" : meeting.sameDay ? "yes" : "no",
          formulaOf("same-day"),
        ),
      ];
    }),
    ...leads.flatMap(({ reviewedOn, priorities, ledByBusiness }) => [
      line("Priorities", reviewedOn, priorities, ""),
      line("Priorities led by business", reviewedOn, ledByBusiness, formulaOf("led")),
    ]),
  ];
  return new Response(CSV_START + lines.join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${workspace.slug}-figures.csv"`,
    },
  });
}

export const pageRoutes: Route[] = [
  get(ofTable("/figures"), TEAM, showFigures),
  get(ofTable("/figures.csv"), TEAM, saveFigures),
];
