import type { Feature } from "#platform/feature.ts";
import { sponsorEndpoints } from "./api.ts";
import { deskRoutes } from "./desk-routes.tsx";
import { personalInquiries } from "./inquiries/forgetting.ts";
import { personMerged } from "./inquiries/merging.ts";
import { inquiryRoutes } from "./inquiries/routes.tsx";
import { inquiryQueue } from "./inquiries/sources.ts";
import { opportunityRoutes } from "./opportunities/routes.tsx";
import { publicRoutes } from "./routes.tsx";
import { sponsorSearch, sponsorSitemap, sponsorThanks } from "./sources.ts";
import { sponsorStarter } from "./starter.ts";

const words = (verb: string, thing: string) => (particulars: Record<string, unknown>) =>
  `${verb} the ${thing} “${particulars.name ?? ""}”`;

export const sponsorsFeature: Feature = {
  name: "sponsors",
  routes: [...publicRoutes, ...deskRoutes, ...opportunityRoutes, ...inquiryRoutes],
  api: sponsorEndpoints,
  nav: [
    { place: "masthead", label: "Sponsors", href: "/sponsors", order: 50 },
    { place: "desk", label: "Sponsors", href: "/desk/sponsors", order: 40 },
  ],
  home: [sponsorThanks],
  queues: [inquiryQueue],
  search: [sponsorSearch],
  sitemap: [sponsorSitemap],
  starter: [sponsorStarter],
  personalData: [personalInquiries],
  hears: { "person.merged": personMerged },
  eventWords: {
    "sponsor.added": words("added", "sponsor"),
    "sponsor.changed": words("changed", "sponsor"),
    "sponsor.moved": words("moved", "sponsor"),
    "sponsor.retired": words("retired", "sponsor"),
    "sponsor.returned": words("put back", "sponsor"),
    "opportunity.added": words("added", "opportunity"),
    "opportunity.changed": words("changed", "opportunity"),
    "inquiry.received": () => "asked about sponsoring",
    "inquiry.taken": () => "took an inquiry in hand",
    "inquiry.released": () => "handed an inquiry back",
    "inquiry.answered": () => "answered an inquiry",
    "inquiry.closed": () => "closed an inquiry",
  },
  subjectHref(kind, id) {
    if (kind === "sponsor") return `/desk/sponsors/${id}`;
    if (kind === "opportunity") return `/desk/opportunities/${id}`;
    return kind === "inquiry" ? `/desk/inquiries/${id}` : undefined;
  },
};
