import type { Feature } from "#platform/feature.ts";
import { analysisEndpoints } from "./analysis/api.ts";
import { analysisRoutes } from "./analysis/routes.tsx";
import { decisionPath } from "./choice/decision-paths.ts";
import { choiceEventWords } from "./choice/events.ts";
import { namedByChoices, personMerged } from "./choice/merging.ts";
import { personalChoices } from "./choice/personal-choices.ts";
import { choiceRoutes } from "./choice/plug.ts";
import { SCORE_MAIL } from "./choice/scoring/mails.tsx";
import { decisionSearch, decisionSitemap } from "./choice/sources.ts";
import { comparingRoutes } from "./comparing/routes.tsx";
import { importEventWords } from "./holdings/imports/events.ts";
import { holdingsJobs } from "./holdings/imports/jobs.ts";
import { importsOfMerged, personalImports } from "./holdings/imports/personal-imports.ts";
import { holdingsRoutes } from "./holdings/routes.tsx";
import { analysisPictures } from "./pictures/on-analysis.tsx";
import { comparisonPicture } from "./pictures/on-compare.tsx";
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
    ...comparingRoutes(comparisonPicture),
    ...screeningRoutes(screenMap),
    ...pictureRoutes,
    ...regionRoutes,
    ...teamRoutes,
    ...choiceRoutes,
    ...holdingsRoutes,
  ],
  api: analysisEndpoints,
  nav: [
    { place: "masthead", label: "Job data", href: "/industry", order: 35 },
    { place: "desk", label: "Figures of industries", href: "/desk/industry", order: 74 },
  ],
  search: [decisionSearch],
  sitemap: [decisionSitemap],
  personalData: [personalChoices, personalImports],
  namedBy: [namedByChoices],
  hears: {
    async "person.merged"(ctx, event) {
      await personMerged(ctx, event);
      await importsOfMerged(ctx, event);
    },
  },
  subjectHref: (kind, id) =>
    kind === "industry-import"
      ? `/desk/industry/imports/${id}`
      : kind === "sector-decision"
        ? decisionPath(id)
        : undefined,
  privateMails: [SCORE_MAIL],
  jobs: holdingsJobs,
  eventWords: { ...regionEventWords, ...choiceEventWords, ...importEventWords },
};
