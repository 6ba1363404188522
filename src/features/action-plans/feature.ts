import type { Feature } from "#platform/feature.ts";
import { actionRoutes } from "./action-routes.tsx";
import { askingJobs } from "./asking/jobs.ts";
import { PLAN_MAIL } from "./asking/mails.tsx";
import { askingRoutes } from "./asking/routes.tsx";
import { celebratingRoutes } from "./celebrating/routes.tsx";
import { personalPlans } from "./personal-plans.ts";
import { priorityRoutes } from "./priority-routes.tsx";
import { reviewRoutes } from "./reviewing/routes.tsx";
import { planRoutes } from "./routes.tsx";
import { planPart } from "./shown/part.tsx";
import { shownRoutes } from "./shown/routes.tsx";
import { planTablePart } from "./table-part.tsx";
import "./tables.ts";

export const actionPlansFeature: Feature = {
  name: "action plans",
  routes: [
    ...planRoutes,
    ...priorityRoutes,
    ...actionRoutes,
    ...celebratingRoutes,
    ...reviewRoutes,
    ...shownRoutes,
    ...askingRoutes,
  ],
  jobs: askingJobs,
  partnershipParts: [planPart],
  tableParts: [planTablePart],
  personalData: [personalPlans],
  privateMails: [PLAN_MAIL],
  eventWords: {
    "action-plan.begun": () => "began a partnership’s action plan",
    "action-plan.changed": () => "changed a partnership’s action plan",
    "action-plan.priorities-brought": ({ priorities }) =>
      `took ${priorities ?? "the"} priorities of a launch into a partnership’s action plan`,
    "action-plan.priority-removed": () => "took a priority out of a partnership’s action plan",
    "action-plan.team-changed": () => "changed who is in an action team",
    "action-plan.team-met": () => "noted that an action team met",
    "action-plan.reviewed": ({ number }) =>
      `kept ${number ? `version ${number}` : "a version"} of a partnership’s action plan after its review`,
    "action-plan.owners-asked": ({ letters }) =>
      `asked owners how their actions go, ${letters ?? "some"} letters`,
    "action-plan.answered": () => "answered a letter about actions of a partnership’s plan",
    "action-plan.letters-stopped": () => "asked for no more letters about actions",
    "action-plan.link-withdrawn": () => "withdrew the link of a letter about actions",
    "action-plan.asking-set": ({ asks }) =>
      `switched the letters to owners of actions ${asks ? "on" : "off"} for a partnership`,
    "action-plan.quick-win-marked": () => "marked a quick win in a partnership’s action plan",
    "action-plan.shown-chosen": () => "chose what everyone sees of a partnership’s action plan",
    "action-plan.public-face-changed": () => "changed what everyone sees of a partnership’s action plan",
  },
};
