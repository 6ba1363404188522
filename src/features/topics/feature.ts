import type { Feature } from "#platform/feature.ts";
import { topicEndpoints } from "./api.ts";
import { topicRoutes } from "./routes.tsx";
import { topicStarter } from "./starter.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} the topic “${particulars.name ?? ""}”`;

export const topicsFeature: Feature = {
  name: "topics",
  routes: topicRoutes,
  api: topicEndpoints,
  nav: [{ place: "desk", label: "Topics", href: "/desk/topics", order: 50 }],
  starter: [topicStarter],
  eventWords: {
    "topic.added": words("added"),
    "topic.changed": words("changed"),
    "topic.moved": words("moved"),
    "topic.retired": words("retired"),
    "topic.returned": words("put back"),
  },
  subjectHref: (kind, id) => (kind === "topic" ? `/desk/topics/${id}` : undefined),
};
