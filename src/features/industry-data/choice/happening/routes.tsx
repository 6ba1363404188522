import { carriedIntoShare } from "#features/happenings/public.ts";
import { partnershipById } from "#features/partnerships/public.ts";
import { type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { regionBySlug } from "../../regions/queries.ts";
import { ONE_DECISION } from "../decision-paths.ts";
import { BY_ITS_TEAM, decisionIn } from "../decisions/access.ts";
import { titleIn } from "../decisions/record.ts";
import { decisionPdf, pdfName } from "../decisions/routes.tsx";
import { storyOf, summaryOf } from "./story.ts";
import { CarryPage } from "./views/carry-page.tsx";

/** Makes the fields of a happening from a decision, for its team to send with the form that everybody uses. */
async function carry(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const decision = await decisionIn(c);
  const { record } = decision;
  const region = await regionBySlug(ctx, decision.regionSlug);
  const partnership = region?.partnership ? await partnershipById(ctx, region.partnership) : undefined;
  const title = `${record.region.name} begins with ${titleIn(record, record.first)}`;
  const values = await carriedIntoShare(ctx, {
    kind: "news",
    title,
    summary: summaryOf(decision),
    story: storyOf(decision),
    partnership: partnership?.name ?? record.region.name,
    place: record.region.name,
    states: record.region.states,
    sectors: record.question.level === "named" ? [record.first] : [],
    document: {
      bytes: await decisionPdf(c, decision),
      name: pdfName(decision),
      title: "The decision and the figures it stands on",
      as: "report",
    },
  });
  return c.var.show(
    { title: "Tell the network", noindex: true, scripts: ["writing.js"] },
    <CarryPage decision={decision} values={values} />,
  );
}

export const happeningRoutes: Route[] = [post(`${ONE_DECISION}/happening`, BY_ITS_TEAM, carry)];
