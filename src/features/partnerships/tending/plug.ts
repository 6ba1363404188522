import type { Feature, PartnershipPart } from "#platform/feature.ts";
import type { Route } from "#platform/http/routes.ts";
import { claimRoutes } from "./claims/routes.tsx";
import { partnershipDeskRoutes } from "./desk/routes.tsx";
import { tendingQueue } from "./desk-queue.ts";
import { editingRoutes } from "./editing/routes.ts";
import { hearsOfGrants } from "./editors/hearing.ts";
import { coEditorRoutes } from "./editors/routes.tsx";
import { partnershipEventWords, partnershipHref } from "./events.ts";
import { freshnessJobs } from "./freshness/jobs.ts";
import { STILL_RIGHT_MAIL } from "./freshness/mails.tsx";
import { freshnessRoutes } from "./freshness/routes.tsx";
import { overviewRoutes } from "./overview/routes.tsx";
import { personalPartnerships } from "./personal/forgetting.ts";
import { proposalRoutes } from "./proposals/routes.tsx";
import { stageRoutes } from "./stages/routes.tsx";
import { versionRoutes } from "./versions/routes.tsx";

/** What has a name of its own stands before what an id may stand for. */
export function tendingRoutes(parts: readonly PartnershipPart[]): Route[] {
  return [
    ...overviewRoutes(parts),
    ...proposalRoutes,
    ...claimRoutes,
    ...editingRoutes,
    ...stageRoutes,
    ...coEditorRoutes,
    ...versionRoutes,
    ...freshnessRoutes,
    ...partnershipDeskRoutes,
  ];
}

/** What else tending brings to the room's plug. */
export const tending = {
  jobs: freshnessJobs,
  queues: [tendingQueue],
  nav: [{ place: "desk", label: "Partnerships", href: "/desk/partnerships", order: 35 }],
  hears: hearsOfGrants,
  eventWords: partnershipEventWords,
  subjectHref: partnershipHref,
  privateMails: [STILL_RIGHT_MAIL],
  personalData: [personalPartnerships],
} satisfies Partial<Feature>;
