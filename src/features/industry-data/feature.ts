import type { Feature } from "#platform/feature.ts";
import { analysisEndpoints } from "./analysis/api.ts";
import { analysisRoutes } from "./analysis/routes.tsx";
import { choiceEventWords } from "./choice/events.ts";
import { namedByChoices, personMerged } from "./choice/merging.ts";
import { personalChoices } from "./choice/personal-choices.ts";
import { choiceRoutes } from "./choice/plug.ts";
import { SCORE_MAIL } from "./choice/scoring/mails.tsx";
import { decisionSitemap } from "./choice/sources.ts";
import { comparingRoutes } from "./comparing/routes.tsx";
import { analysisPictures } from "./pictures/on-analysis.tsx";
import { screenMap } from "./pictures/on-screen.tsx";
import { pictureRoutes } from "./pictures/routes.tsx";
import { regionEventWords } from "./regions/events.ts";
import { regionRoutes } from "./regions/routes.tsx";
import { teamRoutes } from "./regions/team-routes.tsx";
import { screeningRoutes } from "./screening/routes.tsx";

export const industryDataFeature: Feature = {
  name: "industry-data",
  routes: [
    ...analysisRoutes(analysisPictures),
    ...comparingRoutes,
    ...screeningRoutes(screenMap),
    ...pictureRoutes,
    ...regionRoutes,
    ...teamRoutes,
    ...choiceRoutes,
  ],
  api: analysisEndpoints,
  nav: [{ place: "masthead", label: "Job data", href: "/industry", order: 35 }],
  sitemap: [decisionSitemap],
  personalData: [personalChoices],
  namedBy: [namedByChoices],
  hears: { "person.merged": personMerged },
  privateMails: [SCORE_MAIL],
  eventWords: { ...regionEventWords, ...choiceEventWords },
};
