import type { Feature } from "#platform/feature.ts";
import { personMerged } from "./merging.ts";
import { readingEndpoints } from "./reading/api.ts";
import { readingRoutes } from "./reading/routes.tsx";
import { happeningSitemap } from "./reading/sources.ts";
import { reviewJobs } from "./review/jobs.ts";
import { privateReviewMails } from "./review/mails.tsx";
import { reviewRoutes } from "./review/routes.tsx";
import { happeningQueue } from "./review/sources.ts";
import { reviewWords } from "./review/words.ts";
import { happeningSearch } from "./search-source.ts";
import { happeningStarter } from "./starter.ts";
import { submissionEndpoints } from "./submissions/api.ts";
import { personalUpdates } from "./submissions/forget-sender.ts";
import { submissionJobs } from "./submissions/jobs.ts";
import { submissionRoutes } from "./submissions/routes.tsx";
import { submissionWords } from "./submissions/words.ts";

export const happeningsFeature: Feature = {
  name: "happenings",
  routes: [...readingRoutes(), ...submissionRoutes, ...reviewRoutes],
  api: [...readingEndpoints, ...submissionEndpoints],
  jobs: [...submissionJobs, ...reviewJobs],
  eventWords: { ...submissionWords, ...reviewWords },
  subjectHref: (kind, id) => (kind === "happening" ? `/desk/happenings/${id}` : undefined),
  nav: [
    { place: "masthead", label: "Happenings", href: "/happenings", order: 10 },
    { place: "desk", label: "Happenings", href: "/desk/happenings", order: 20 },
  ],
  queues: [happeningQueue],
  privateMails: ["submission-confirm", "submission-received", "submission-published", ...privateReviewMails],
  search: [happeningSearch],
  sitemap: [happeningSitemap],
  starter: [happeningStarter],
  personalData: personalUpdates,
  hears: { "person.merged": personMerged },
};
