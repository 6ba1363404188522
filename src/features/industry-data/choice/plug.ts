import type { Route } from "#platform/http/routes.ts";
import { comparingRoutes } from "./comparing-routes.tsx";
import { decidingRoutes } from "./decisions/deciding-routes.tsx";
import { decisionRoutes } from "./decisions/routes.tsx";
import { factSheetRoutes } from "./fact-sheet/routes.tsx";
import { happeningRoutes } from "./happening/routes.tsx";
import { regionPageRoutes } from "./region-routes.tsx";
import { choiceRoutes as ownRoutes } from "./routes.tsx";
import { scoringRoutes } from "./scoring/routes.tsx";

/** A team's way from the question to the decision, and the decision afterwards. */
export const choiceRoutes: Route[] = [
  ...regionPageRoutes,
  ...ownRoutes,
  ...scoringRoutes,
  ...comparingRoutes,
  ...decidingRoutes,
  ...decisionRoutes,
  ...factSheetRoutes,
  ...happeningRoutes,
];
