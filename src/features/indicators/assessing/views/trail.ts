import type { KnownPartnership } from "#features/partnerships/public.ts";
import { indicatorsPath } from "../door.ts";

/** From the partnership's page down to its indicators, and to one assessment when it is named. */
export function trailTo(partnership: KnownPartnership, assessment?: { id: string }) {
  const trail = [
    { href: indicatorsPath(partnership.slug).replace(/\/indicators$/, ""), label: partnership.name },
    { href: indicatorsPath(partnership.slug), label: "Indicators" },
  ];
  return assessment
    ? [...trail, { href: indicatorsPath(partnership.slug, assessment.id), label: "A look at yourselves" }]
    : trail;
}
