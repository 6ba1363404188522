import type { Feature } from "#platform/feature.ts";
import { editorsRoutes } from "./editors/routes.tsx";
import { accountRoutes } from "./routes.tsx";
import { signInJobs } from "./sign-in/jobs.ts";
import { signInRoutes } from "./sign-in/routes.tsx";

export const peopleFeature: Feature = {
  name: "people",
  routes: [...signInRoutes, ...accountRoutes, ...editorsRoutes],
  jobs: signInJobs,
  nav: [
    { place: "desk", label: "Editors", href: "/desk/editors", order: 80 },
    { place: "desk", label: "Your account", href: "/account", order: 99 },
  ],
};
