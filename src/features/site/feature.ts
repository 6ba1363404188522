import type { Feature } from "#platform/feature.ts";
import { siteRoutes } from "./routes.tsx";
import { SETTING_WORDS } from "./rules.ts";

export const siteFeature: Feature = {
  name: "site",
  routes: siteRoutes,
  nav: [{ place: "desk", label: "Settings", href: "/desk/settings", order: 70 }],
  eventWords: {
    "site.changed": ({ changed }) => {
      const names = Array.isArray(changed) ? changed.map((column) => SETTING_WORDS[column] ?? column) : [];
      return names.length > 0 ? `changed the settings: ${names.join(", ")}` : "saved the settings unchanged";
    },
    "site.starter-loaded": () => "put the starter content in",
    "site.restored": ({ madeAt }) =>
      `restored the site from a backup${typeof madeAt === "string" ? ` of ${madeAt.slice(0, 10)}` : ""}`,
  },
  subjectHref: (kind) => (kind === "site" ? "/desk/settings" : undefined),
};
