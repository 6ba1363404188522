import type { PageHead } from "#platform/http/routes.ts";
import { atomPath, jsonFeedPath } from "./address.ts";
import { describeFilter } from "./describe.ts";
import { type Filter, filtersSet } from "./filter.ts";

/** The feeds of a view, for the head of its page. */
export function feedsOf(filter: Filter): NonNullable<PageHead["feeds"]> {
  const title = filtersSet(filter) === 0 ? "All happenings" : describeFilter(filter);
  return [
    { title, href: atomPath(filter), type: "application/atom+xml" },
    { title: `${title} (JSON)`, href: jsonFeedPath(filter), type: "application/feed+json" },
  ];
}
