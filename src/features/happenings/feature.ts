import type { Feature } from "#platform/feature.ts";
import { happeningStarter } from "./starter.ts";
import { submissionEndpoints } from "./submissions/api.ts";
import { submissionJobs } from "./submissions/jobs.ts";
import { submissionRoutes } from "./submissions/routes.tsx";
import { submissionWords } from "./submissions/words.ts";

export const happeningsFeature: Feature = {
  name: "happenings",
  routes: [...submissionRoutes],
  api: [...submissionEndpoints],
  jobs: [...submissionJobs],
  eventWords: { ...submissionWords },
  privateMails: ["submission-confirm", "submission-received", "submission-published"],
  starter: [happeningStarter],
};
