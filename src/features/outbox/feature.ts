import type { Feature } from "#platform/feature.ts";
import { outboxRoutes } from "./routes.tsx";

/**
 * @param delivers whether a mail server is set
 * @param rooms everybody whose mails may be private
 */
export function outboxFeature(delivers: boolean, rooms: readonly Feature[]): Feature {
  return {
    name: "outbox",
    routes: outboxRoutes({ delivers, privateKinds: rooms.flatMap((room) => room.privateMails ?? []) }),
    nav: [{ place: "desk", label: "Outbox", href: "/desk/outbox", order: 80 }],
    eventWords: {
      "mail.requeued": ({ subject }) => `sent the mail “${subject ?? ""}” again`,
      "job.retried": ({ job }) => `let failed work be tried again: ${job ?? ""}`,
    },
    subjectHref: (kind, id) => (kind === "mail" ? `/desk/outbox/${id}` : undefined),
  };
}
