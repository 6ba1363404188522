import type { Feature } from "#platform/feature.ts";
import { appointRoutes } from "./appointing/routes.tsx";
import { personalCoaching } from "./coaches/forgetting.ts";
import { coachRoutes } from "./coaches/routes.tsx";
import { personMerged } from "./merging.ts";
import { pageRoutes } from "./page/routes.tsx";
import { statePageStarter } from "./starter.ts";

const words = (deed: string) => (particulars: Record<string, unknown>) =>
  `${deed} ${particulars.state ?? "a state"}`;

export const stateLeadsFeature: Feature = {
  name: "state-leads",
  routes: [...pageRoutes, ...coachRoutes, ...appointRoutes],
  nav: [{ place: "desk", label: "State leads", href: "/desk/states", order: 44 }],
  starter: [statePageStarter],
  personalData: [personalCoaching],
  hears: { "person.merged": personMerged },
  eventWords: {
    "state-page.changed": words("changed the page of"),
    "state-page.restored": ({ state, restored, version }) =>
      `restored version ${restored ?? "?"} of the page of ${state ?? "a state"} as version ${version ?? "?"}`,
    "coach.added": words("listed a coach in"),
    "coach.ended": words("ended a coach’s work in"),
    "coach.removed": words("took a coach out of the list of"),
  },
  subjectHref: (kind, id) => (kind === "state" ? `/states/${id}` : undefined),
};
