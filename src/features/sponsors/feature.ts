import type { Feature } from "#platform/feature.ts";
import { sponsorEndpoints } from "./api.ts";
import { deskRoutes } from "./desk-routes.tsx";
import { publicRoutes } from "./routes.tsx";
import { inquiryQueue, sponsorSearch, sponsorSitemap } from "./sources.ts";
import { sponsorStarter } from "./starter.ts";

export const sponsorsFeature: Feature = {
  name: "sponsors",
  routes: [...publicRoutes, ...deskRoutes],
  api: sponsorEndpoints,
  nav: [
    { place: "masthead", label: "Sponsors", href: "/sponsors", order: 50 },
    { place: "desk", label: "Sponsors", href: "/desk/sponsors", order: 40 },
  ],
  queues: [inquiryQueue],
  search: [sponsorSearch],
  sitemap: [sponsorSitemap],
  starter: [sponsorStarter],
};
