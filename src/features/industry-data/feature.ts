import type { Feature } from "#platform/feature.ts";
import { analysisEndpoints } from "./analysis/api.ts";
import { analysisRoutes } from "./analysis/routes.tsx";
import { comparingRoutes } from "./comparing/routes.tsx";
import { regionEventWords } from "./regions/events.ts";
import { regionRoutes } from "./regions/routes.tsx";
import { teamRoutes } from "./regions/team-routes.tsx";

import { screeningRoutes } from "./screening/routes.tsx";

export const industryDataFeature: Feature = {
  name: "industry-data",
  routes: [...analysisRoutes, ...comparingRoutes, ...screeningRoutes, ...regionRoutes, ...teamRoutes],
  api: analysisEndpoints,
  nav: [{ place: "masthead", label: "Job data", href: "/industry", order: 35 }],
  eventWords: { ...regionEventWords },
};
