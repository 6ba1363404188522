import type { ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { deskRoutes } from "./routes.tsx";

/** The one desk, over the queues of all rooms; it knows none of them by name. */
export function deskFeature(queues: readonly ModerationQueue<Ctx>[]): Feature {
  return {
    name: "desk",
    routes: deskRoutes(queues),
    nav: [{ place: "desk", label: "Desk", href: "/desk", order: 10 }],
  };
}
