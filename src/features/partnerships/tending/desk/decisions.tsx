import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import { type FormValues, formValues } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { decideClaim } from "../claims/actions.ts";
import { readDecision } from "../claims/forms.ts";
import { claimById } from "../claims/queries.ts";
import { handBack, takeInHand } from "../holding.ts";
import { tendPath } from "../paths.ts";
import { declineProposal, publishProposal } from "../proposals/actions.ts";
import { pageNamed, proposalById } from "../proposals/queries.ts";
import { HoldForm } from "./forms.ts";
import { ClaimDeskPage } from "./views/claim-desk-page.tsx";
import { ProposalDeskPage } from "./views/proposal-desk-page.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
}

const head = (title: string, problems: Problems) => ({
  title,
  noindex: true,
  scripts: ["writing.js"],
  failed: hasProblems(problems),
  status: hasProblems(problems) ? (422 as const) : (200 as const),
});

async function showClaim(c: HouseContext, { values = {}, problems = {} }: Returned = {}) {
  const { ctx } = c.var;
  const claim = await claimById(ctx, idOf(c));
  if (!claim) throw new NotFound();
  return c.var.show(
    head(`${claim.person.name} asks to look after ${claim.partnership.name}`, problems),
    <ClaimDeskPage
      claim={claim}
      holders={await holdersOf(ctx, [claim.partnership.id], ["partnership-editor"])}
      me={me(c).id}
      zone={ctx.site.timeZone}
      values={values}
      problems={problems}
    />,
  );
}

function decideOnClaim(grants: boolean) {
  return async (c: HouseContext): Promise<Response> => {
    const values = await formValues(c);
    const decision = readDecision(values, idOf(c), grants);
    if (!decision.ok) return showClaim(c, { values, problems: decision.problems });
    await decideClaim(c.var.ctx, idOf(c), decision.value);
    return c.redirect("/desk", 303);
  };
}

async function showProposal(c: HouseContext, { values = {}, problems = {} }: Returned = {}) {
  const { ctx } = c.var;
  const proposal = await proposalById(ctx, idOf(c));
  if (!proposal) throw new NotFound();
  return c.var.show(
    head(`${proposal.name}, a new partnership`, problems),
    <ProposalDeskPage
      proposal={proposal}
      known={await pageNamed(ctx, proposal.name, proposal.state)}
      me={me(c).id}
      zone={ctx.site.timeZone}
      values={values}
      problems={problems}
    />,
  );
}

async function publish(c: HouseContext): Promise<Response> {
  const published = await publishProposal(c.var.ctx, idOf(c));
  if (!published.ok) return showProposal(c, { problems: published.problems });
  return c.redirect(`${tendPath(published.value.slug)}?done=created`, 303);
}

async function decline(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const decision = readDecision(values, idOf(c), false);
  if (!decision.ok) return showProposal(c, { values, problems: decision.problems });
  await declineProposal(c.var.ctx, idOf(c), decision.value.reason);
  return c.redirect("/desk", 303);
}

function holding(table: "partnership_claims" | "partnership_proposals", base: string): Route[] {
  const back = (c: HouseContext) => c.redirect(`${base}/${idOf(c)}`, 303);
  return [
    post(`${base}/:id/hold`, "editor", async (c) => {
      const { from } = HoldForm.parse(await formValues(c));
      await takeInHand(c.var.ctx, table, idOf(c), me(c).id, from);
      return back(c);
    }),
    post(`${base}/:id/release`, "editor", async (c) => {
      await handBack(c.var.ctx, table, idOf(c), me(c).id);
      return back(c);
    }),
  ];
}

export const decisionRoutes: Route[] = [
  get("/desk/partnerships/claims/:id", "editor", (c) => showClaim(c)),
  ...holding("partnership_claims", "/desk/partnerships/claims"),
  post("/desk/partnerships/claims/:id/grant", "editor", decideOnClaim(true)),
  post("/desk/partnerships/claims/:id/refusal", "editor", decideOnClaim(false)),
  get("/desk/partnerships/proposals/:id", "editor", (c) => showProposal(c)),
  ...holding("partnership_proposals", "/desk/partnerships/proposals"),
  post("/desk/partnerships/proposals/:id/publication", "editor", publish),
  post("/desk/partnerships/proposals/:id/refusal", "editor", decline),
];
