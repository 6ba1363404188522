import { FIELD_ROLES, PHASES } from "../profiles/roles.ts";
import type { PeopleFilter } from "./filter.ts";

/** Whom a view shows, as a sentence: "Conveners in healthcare, in Nebraska, who work on “Launch”". */
export function describePeople(filter: PeopleFilter): string {
  return [
    filter.role && FIELD_ROLES[filter.role],
    filter.sector?.name,
    filter.state?.name,
    filter.phase && PHASES[filter.phase],
    filter.topic?.name,
    filter.q && `“${filter.q}”`,
  ]
    .filter(Boolean)
    .join(" · ");
}
