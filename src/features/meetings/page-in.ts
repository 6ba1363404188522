import type { HouseContext } from "#platform/http/routes.ts";

/** The page of a list that the address asks for, from 1; what is no number is the first. */
export function pageIn(c: HouseContext): number {
  const page = Number(c.req.query("page"));
  return Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1;
}
