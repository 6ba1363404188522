import type { Feature } from "#platform/feature.ts";
import { sectorEndpoints } from "./api.ts";
import { sectorRoutes } from "./routes.tsx";
import { sectorSearch } from "./sources.ts";
import { sectorStarter } from "./starter.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} the sector “${particulars.name ?? ""}”`;

export const sectorsFeature: Feature = {
  name: "sectors",
  routes: sectorRoutes,
  api: sectorEndpoints,
  nav: [{ place: "desk", label: "Sectors", href: "/desk/sectors", order: 51 }],
  search: [sectorSearch],
  starter: [sectorStarter],
  eventWords: {
    "sector.added": words("added"),
    "sector.changed": words("changed"),
    "sector.moved": words("moved"),
    "sector.retired": words("retired"),
    "sector.returned": words("put back"),
  },
  subjectHref: (kind, id) => (kind === "sector" ? `/desk/sectors/${id}` : undefined),
};
