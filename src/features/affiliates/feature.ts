import type { Feature } from "#platform/feature.ts";
import { affiliateEndpoints } from "./api.ts";
import { deskRoutes } from "./desk-routes.tsx";
import { affiliateExchange } from "./exchange.ts";
import { personalLeads } from "./forgetting.ts";
import { namedByAffiliates, organizationMerged, personMerged } from "./merging.ts";
import { publicRoutes } from "./routes.tsx";
import { affiliateSearch, affiliateSitemap } from "./sources.ts";
import { affiliateStarter } from "./starter.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} the affiliate “${particulars.name ?? ""}”`;

export const affiliatesFeature: Feature = {
  name: "affiliates",
  routes: [...publicRoutes, ...deskRoutes],
  api: affiliateEndpoints,
  nav: [
    { place: "footer", group: "The network", label: "Affiliates", href: "/affiliates", order: 25 },
    { place: "desk", label: "Affiliates", href: "/desk/affiliates", order: 42 },
  ],
  search: [affiliateSearch],
  sitemap: [affiliateSitemap],
  starter: [affiliateStarter],
  exchange: [affiliateExchange],
  personalData: [personalLeads],
  namedBy: [namedByAffiliates],
  hears: { "organization.merged": organizationMerged, "person.merged": personMerged },
  eventWords: {
    "affiliate.added": words("added"),
    "affiliate.changed": words("changed"),
    "affiliate.retired": words("retired"),
    "affiliate.returned": words("put back"),
  },
  subjectHref: (kind, id) => (kind === "affiliate" ? `/desk/affiliates/${id}` : undefined),
};
