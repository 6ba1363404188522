import type { Feature } from "#platform/feature.ts";
import { organizationEndpoints } from "./api.ts";
import { deskRoutes } from "./desk-routes.tsx";
import { organizationsTable } from "./exchange.ts";
import { mergeableOrganizations } from "./merging.ts";
import { publicRoutes } from "./routes.tsx";
import { organizationSearch, organizationSitemap } from "./sources.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} the organization “${particulars.name ?? ""}”`;

export const organizationsFeature: Feature = {
  name: "organizations",
  routes: [...publicRoutes, ...deskRoutes],
  api: organizationEndpoints,
  nav: [
    { place: "footer", label: "Organizations", href: "/organizations", order: 40, group: "The network" },
    { place: "desk", label: "Organizations", href: "/desk/organizations", order: 42 },
  ],
  search: [organizationSearch],
  sitemap: [organizationSitemap],
  exchange: [organizationsTable],
  mergeable: [mergeableOrganizations],
  eventWords: {
    "organization.added": words("added"),
    "organization.changed": words("changed"),
    "organization.merged": ({ name, gone }) =>
      `made “${gone ?? ""}” one with the organization “${name ?? ""}”`,
  },
  subjectHref: (kind, id) => (kind === "organization" ? `/desk/organizations/${id}` : undefined),
};
