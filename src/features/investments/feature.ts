import type { Feature } from "#platform/feature.ts";
import { investmentEndpoints } from "./api.ts";
import { deskRoutes } from "./desk-routes.tsx";
import { investmentExchange } from "./exchange.ts";
import { namedByInvestments, organizationMerged } from "./merging.ts";
import { publicRoutes } from "./routes.tsx";
import { investmentSearch, investmentSitemap } from "./sources.ts";
import { investmentStarter } from "./starter.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} an investment of ${particulars.name ?? ""}`;

export const investmentsFeature: Feature = {
  name: "investments",
  routes: [...publicRoutes, ...deskRoutes],
  api: investmentEndpoints,
  nav: [
    { place: "footer", group: "The network", label: "Investment", href: "/investments", order: 26 },
    { place: "desk", label: "Investments", href: "/desk/investments", order: 43 },
  ],
  search: [investmentSearch],
  sitemap: [investmentSitemap],
  starter: [investmentStarter],
  exchange: [investmentExchange],
  namedBy: [namedByInvestments],
  hears: { "organization.merged": organizationMerged },
  eventWords: {
    "investment.added": words("added"),
    "investment.changed": words("changed"),
    "investment.retired": words("retired"),
    "investment.returned": words("put back"),
  },
  subjectHref: (kind, id) => (kind === "investment" ? `/desk/investments/${id}` : undefined),
};
