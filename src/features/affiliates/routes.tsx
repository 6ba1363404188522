import { NotFound } from "#base/surprises.ts";
import { stateByCode } from "#features/places/public.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { affiliateBySlug, listAffiliates, PAGE_SIZE } from "./queries.ts";
import { leadsShownOf } from "./shown-leads.ts";
import { AFFILIATE_KINDS } from "./tables.ts";
import { AffiliatePage } from "./views/affiliate-page.tsx";
import { AffiliatesPage, listHref } from "./views/affiliates-page.tsx";

const DESCRIPTION =
  "The states, regions and organizations that have adopted the Next Gen model, and who leads there.";

async function showList(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const asked = c.req.query();
  const state = stateByCode(asked.state ?? "");
  const kind = AFFILIATE_KINDS.find((one) => one === asked.kind);
  const page = /^[1-9]\d{0,3}$/.test(asked.page ?? "") ? Number(asked.page) : 1;
  const listing = await listAffiliates(ctx, { state: state?.code, kind, page });
  const leads = await leadsShownOf(
    ctx,
    listing.items.map(({ id }) => id),
  );
  return c.var.show(
    {
      title: state ? `Affiliates in ${state.name}` : "Affiliates",
      description: DESCRIPTION,
      canonical: listHref({ state: state?.code, kind, page }),
    },
    <AffiliatesPage
      listing={listing}
      leads={leads}
      filter={{ state: state?.code, kind, page }}
      pages={Math.ceil(listing.total / PAGE_SIZE)}
    />,
  );
}

async function showAffiliate(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const affiliate = await affiliateBySlug(ctx, c.req.param("slug") ?? "");
  if (!affiliate) throw new NotFound();
  const leads = (await leadsShownOf(ctx, [affiliate.id])).get(affiliate.id) ?? [];
  return c.var.show(
    { title: `${affiliate.name}, an affiliate`, description: affiliate.summary || DESCRIPTION },
    <AffiliatePage affiliate={affiliate} leads={leads} />,
  );
}

export const publicRoutes: Route[] = [
  reading("/affiliates", showList),
  reading("/affiliates/:slug", showAffiliate),
];
