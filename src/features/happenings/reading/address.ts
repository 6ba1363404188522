import type { Filter } from "./filter.ts";
import { queryOf } from "./filter.ts";

/** A happening's own address, which it keeps for good. */
export function happeningPath({ year, slug }: { year: number; slug: string }): string {
  return `/happenings/${year}/${slug}`;
}

export function listPath(filter: Filter, page = 1): string {
  return `/happenings${queryOf(filter, page)}`;
}

export function atomPath(filter: Filter): string {
  return `/happenings.atom${queryOf(filter)}`;
}

export function jsonFeedPath(filter: Filter): string {
  return `/happenings.json${queryOf(filter)}`;
}

/** Where the documents stand on a happening's page. */
export const DOCUMENTS = "documents";
