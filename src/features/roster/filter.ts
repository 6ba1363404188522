import { cleanLine } from "#base/clean-text.ts";
import type { ContactFilter } from "./queries.ts";
import { SIDES, STANDINGS } from "./standings.ts";

const FIELDS = ["q", "side", "standing", "segment", "champions"] as const;

/** What the address of a list asks for; what means nothing there is left out. */
export function filterFrom(query: URLSearchParams): ContactFilter {
  const text = (name: string) => cleanLine(query.get(name) ?? "").slice(0, 100);
  return {
    q: text("q") || undefined,
    side: SIDES.find((side) => side === query.get("side")),
    standing: STANDINGS.find((standing) => standing === query.get("standing")),
    segment: text("segment") || undefined,
    champions: query.get("champions") === "yes" || undefined,
  };
}

/** The query of a list's address, with `?`; empty for all of it on its first page. */
export function queryOf(filter: ContactFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) {
    const value = filter[name];
    if (value) query.set(name, value === true ? "yes" : value);
  }
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

export function filtersInUse(filter: ContactFilter): number {
  return FIELDS.filter((name) => filter[name]).length;
}
