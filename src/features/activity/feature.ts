import type { EventWords, Feature } from "#platform/feature.ts";
import { auditRoutes } from "./routes.tsx";

/** @param rooms everybody whose events are to be told in their own words */
export function activityFeature(rooms: readonly Feature[]): Feature {
  const words: EventWords = Object.assign({}, ...rooms.map((room) => room.eventWords));
  const href = (kind: string, id: string) => {
    for (const room of rooms) {
      const found = room.subjectHref?.(kind, id);
      if (found) return found;
    }
    return undefined;
  };
  return {
    name: "activity",
    routes: auditRoutes({ words, href }),
    nav: [{ place: "desk", label: "Audit log", href: "/desk/audit", order: 90 }],
  };
}
