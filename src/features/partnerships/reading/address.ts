import { type PartnershipFilter, queryOf } from "./filter.ts";

/** A partnership's own address, which it keeps for good. */
export function partnershipPath(slug: string): string {
  return `/partnerships/${slug}`;
}

export function listPath(filter: PartnershipFilter, page = 1): string {
  return `/partnerships${queryOf(filter, page)}`;
}

export function atomPath(filter: PartnershipFilter): string {
  return `/partnerships.atom${queryOf(filter)}`;
}

export function csvPath(filter: PartnershipFilter): string {
  return `/partnerships.csv${queryOf(filter)}`;
}

/** The same view on the map. */
export function mapPath(filter: PartnershipFilter): string {
  return `/map${queryOf(filter)}`;
}
