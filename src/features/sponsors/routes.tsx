import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { judgeSender } from "#platform/http/gate.ts";
import { get, type HouseContext, post, type Route, reading } from "#platform/http/routes.ts";
import { receiveInquiry } from "./inquiries/actions.ts";
import { InquiryForm } from "./inquiries/forms.ts";
import { opportunities } from "./opportunities/queries.ts";
import { sponsorsOfSeason, thankYouPage } from "./queries.ts";
import { seasonWords } from "./rules.ts";
import { InquiryThanks, SeasonPage, SponsorsPage } from "./views/sponsors-page.tsx";

const DESCRIPTION = "Who makes this community of practice possible, and how your organization can help.";

async function showSponsors(c: HouseContext, values: FormValues, problems: Problems): Promise<Response> {
  const { ctx } = c.var;
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Sponsors",
      description: DESCRIPTION,
      canonical: "/sponsors",
      failed,
      status: failed ? 422 : 200,
      scripts: ["writing.js"],
    },
    <SponsorsPage
      thanks={await thankYouPage(ctx)}
      opportunities={await opportunities(ctx, { openOnly: true })}
      values={values}
      problems={problems}
    />,
  );
}

async function showSeason(c: HouseContext): Promise<Response> {
  const season = c.req.param("season") ?? "";
  const sponsors = await sponsorsOfSeason(c.var.ctx, season);
  if (sponsors.length === 0) throw new NotFound();
  return c.var.show(
    { title: `Sponsors of ${seasonWords(season)}` },
    <SeasonPage season={season} sponsors={sponsors} />,
  );
}

async function takeInquiryForm(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(InquiryForm, values);
  if (!form.ok) return showSponsors(c, values, form.problems);
  const { doubt, problems } = await judgeSender(c, values, { email: form.value.email });
  if (hasProblems(problems)) return showSponsors(c, values, problems);
  await receiveInquiry(c.var.ctx, form.value, doubt);
  return c.redirect("/sponsors/inquiries/thanks", 303);
}

function showThanks(c: HouseContext): Promise<Response> {
  return c.var.show({ title: "Thank you", noindex: true }, <InquiryThanks />);
}

export const publicRoutes: Route[] = [
  reading("/sponsors", (c) => showSponsors(c, {}, {})),
  reading("/sponsors/seasons/:season", showSeason),
  post("/sponsors/inquiries", "everyone", takeInquiryForm),
  get("/sponsors/inquiries/thanks", "everyone", showThanks),
];
