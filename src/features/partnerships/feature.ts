import type { Feature, PartnershipPart } from "#platform/feature.ts";
import { partnershipsTable } from "./exchange/table.ts";
import { namedByPartnerships, organizationMerged, personMerged } from "./merging.ts";
import { partnershipsServed } from "./person-part.tsx";
import { readingEndpoints } from "./reading/api.ts";
import { contactRoutes } from "./reading/contact-routes.tsx";
import { readingRoutes } from "./reading/routes.tsx";
import { partnershipSitemap, partnershipStrip } from "./reading/sources.tsx";
import { partnershipSearch } from "./search-source.ts";
import { partnershipStarter } from "./starter.ts";
import { tending, tendingRoutes } from "./tending/plug.ts";

/** @param parts what other rooms add to each partnership, in the order of the page */
export const partnershipsFeature = (parts: readonly PartnershipPart[] = []): Feature => ({
  name: "partnerships",
  // What has an address of its own below /partnerships stands before /partnerships/:slug.
  routes: [...contactRoutes, ...tendingRoutes(parts), ...readingRoutes(parts)],
  api: readingEndpoints,
  nav: [{ place: "masthead", label: "Partnerships", href: "/partnerships", order: 15 }, ...tending.nav],
  jobs: tending.jobs,
  queues: tending.queues,
  eventWords: tending.eventWords,
  subjectHref: tending.subjectHref,
  privateMails: tending.privateMails,
  personalData: tending.personalData,
  personParts: [partnershipsServed],
  home: [partnershipStrip],
  search: [partnershipSearch],
  sitemap: [partnershipSitemap],
  starter: [partnershipStarter],
  exchange: [partnershipsTable],
  namedBy: namedByPartnerships,
  hears: { ...tending.hears, "organization.merged": organizationMerged, "person.merged": personMerged },
});
