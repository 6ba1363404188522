import type { Feature } from "#platform/feature.ts";
import { hears } from "./hearing.ts";
import { roadmapRoutes } from "./routes.tsx";
import { roadmapPart } from "./table-part.tsx";
import "./tables.ts";

export const roadmapFeature: Feature = {
  name: "roadmap",
  routes: roadmapRoutes,
  tableParts: [roadmapPart],
  hears,
  eventWords: {
    "roadmap.begun": () => "laid a partnership’s roadmap out",
    "roadmap.launch-set": () => "set the day of a partnership’s launch",
    "roadmap.step-added": () => "added a step to a partnership’s roadmap",
    "roadmap.step-changed": () => "changed a step of a partnership’s roadmap",
    "roadmap.step-done": () => "ticked a step of a partnership’s roadmap",
    "roadmap.step-reopened": () => "took a step of a partnership’s roadmap up again",
    "roadmap.step-set-aside": () => "set a step of a partnership’s roadmap aside",
    "roadmap.gate-answered": () => "answered the questions of a partnership’s roadmap",
  },
};
