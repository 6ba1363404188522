import { cleanLine } from "#base/clean-text.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { ORGANIZATION_KINDS, type OrganizationKind } from "./kinds.ts";

/** Which part of the directory somebody wants to see; all of it must hold. */
export interface OrganizationFilter {
  state?: State | undefined;
  kind?: OrganizationKind | undefined;
  /** Words as typed, cleaned. */
  q: string;
}

const LONGEST_WORDS = 200;
const LAST_PAGE = 100_000;

/** Reads a query of an address. Whatever stands in it, a filter comes out. */
export function readFilter(query: URLSearchParams): OrganizationFilter {
  return {
    state: stateByCode(query.get("state") ?? ""),
    kind: ORGANIZATION_KINDS.find((one) => one === query.get("kind")),
    q: Array.from(cleanLine(query.get("q") ?? ""))
      .slice(0, LONGEST_WORDS)
      .join("")
      .trim(),
  };
}

export function readPage(query: URLSearchParams): number {
  const page = query.get("page") ?? "";
  return /^[1-9]\d{0,6}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1;
}

/** The one way to write a filter as a query, with its `?`, or nothing. */
export function queryOf({ state, kind, q }: OrganizationFilter, page = 1): string {
  const query = new URLSearchParams();
  if (state) query.set("state", state.code);
  if (kind) query.set("kind", kind);
  if (q) query.set("q", q);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

export function filtersSet({ state, kind, q }: OrganizationFilter): number {
  return [state, kind, q].filter(Boolean).length;
}

/** An organization's own address. */
export function organizationPath({ slug }: { slug: string }): string {
  return `/organizations/${slug}`;
}
