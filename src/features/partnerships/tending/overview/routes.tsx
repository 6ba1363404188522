import { NotAllowed } from "#base/surprises.ts";
import { holdersOf, openInvitations } from "#features/people/public.ts";
import type { PartnershipPart } from "#platform/feature.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { TEND, tendedOf } from "../access.ts";
import { waitingClaimsFor } from "../claims/queries.ts";
import { tendPath } from "../paths.ts";
import { setContactable } from "./actions.ts";
import { myPages } from "./queries.ts";
import { sectionsOf } from "./sections.ts";
import { MyPagesPage } from "./views/my-pages.tsx";
import { OverviewPage } from "./views/overview-page.tsx";

const ROLE = ["partnership-editor"] as const;

async function showOverview(c: HouseContext, parts: readonly PartnershipPart[]): Promise<Response> {
  const { ctx } = c.var;
  const tended = await tendedOf(c);
  const holders = await holdersOf(ctx, [tended.id], ROLE);
  const invited = await openInvitations(ctx, [tended.id], ROLE);
  const scope = { partnership: tended.id, states: tended.content.states };
  const steps = parts.flatMap(({ tending }) =>
    tending && may(ctx.actor, tending.permission, scope) ? [tending] : [],
  );
  return c.var.show(
    { title: tended.content.name, noindex: true },
    <OverviewPage
      tended={tended}
      sections={[
        ...sectionsOf(tended, { holders: holders.length, invited: invited.length }),
        ...steps.map(({ title, words, href }) => ({ title, words, href: href(tended.slug) })),
      ]}
      claims={(await waitingClaimsFor(ctx, [tended.id])).length}
      onBehalfOf={holders.find(({ person }) => person.id === me(c).id)?.onBehalfOf ?? ""}
      now={ctx.now}
      zone={ctx.site.timeZone}
      done={c.req.query("done") ?? ""}
    />,
  );
}

async function switchContact(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  await setContactable(c.var.ctx, tended.id, textOf(await formValues(c), "contactable") === "yes");
  return c.redirect(`${tendPath(tended.slug)}?done=contact`, 303);
}

async function showMine(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { actor } = ctx;
  if (actor.kind !== "person") throw new NotAllowed("Please sign in first.");
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query("page") ?? 1)) || 1), 1_000);
  return c.var.show(
    { title: "My partnerships", noindex: true },
    <MyPagesPage
      {...(await myPages(ctx, actor, page))}
      page={page}
      now={ctx.now}
      zone={ctx.site.timeZone}
      done={c.req.query("done") ?? ""}
    />,
  );
}

export const overviewRoutes = (parts: readonly PartnershipPart[]): Route[] => [
  get("/my-partnerships", "member", showMine),
  get("/partnerships/:slug/tend", TEND, (c) => showOverview(c, parts)),
  post("/partnerships/:slug/tend/contact", TEND, switchContact),
];
