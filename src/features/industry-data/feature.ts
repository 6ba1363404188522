import type { Feature } from "#platform/feature.ts";
import { regionEventWords } from "./regions/events.ts";
import { regionRoutes } from "./regions/routes.tsx";
import { teamRoutes } from "./regions/team-routes.tsx";

export const industryDataFeature: Feature = {
  name: "industry-data",
  routes: [...regionRoutes, ...teamRoutes],
  eventWords: { ...regionEventWords },
};
