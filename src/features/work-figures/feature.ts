import { z } from "zod";
import type { Feature } from "#platform/feature.ts";
import { job } from "#platform/jobs.ts";
import { pageRoutes } from "./routes.tsx";
import { drawStateSums } from "./state-sums/drawing.ts";
import { consentRoutes } from "./state-sums/routes.ts";
import "./tables.ts";

export const workFiguresFeature: Feature = {
  name: "figures from the work",
  routes: [...pageRoutes, ...consentRoutes],
  jobs: [
    job({
      name: "work-figures.draw-state-sums",
      payload: z.object({}),
      every: "41 9 * * *",
      run: (ctx) => drawStateSums(ctx),
    }),
  ],
  eventWords: {
    "work-figures.counted-in": () => "let a partnership’s figures count in a sum for its state",
    "work-figures.counted-out": () => "took a partnership’s figures out of the sums for its state",
  },
};
