import type { Feature } from "#platform/feature.ts";
import { mediaJobs } from "./jobs.ts";
import { preparer } from "./prepare.ts";
import { mediaRoutes } from "./routes.ts";

export function mediaFeature(): Feature {
  const prepare = preparer();
  return { name: "media", routes: mediaRoutes(prepare), jobs: mediaJobs(prepare) };
}
