/** Addresses of regions; a region's name in them never changes. */
export const REGIONS_PATH = "/industry/regions";

export function regionPath(slug: string, ...rest: string[]): string {
  return [REGIONS_PATH, slug, ...rest].join("/");
}

/** Where the figures of these counties are analysed. Periods that are not named are the newest held. */
export function analysisPath(question: {
  counties: readonly string[];
  from?: string;
  to?: string;
  ownership?: string;
  level?: string;
}): string {
  const { counties, from, to, ownership = "all", level = "named" } = question;
  const query = new URLSearchParams({ counties: counties.join(",") });
  if (from) query.set("from", from);
  if (to) query.set("to", to);
  query.set("ownership", ownership);
  query.set("level", level);
  // Commas may stand in a query as they are, and read better.
  return `/industry/analysis?${query.toString().replaceAll("%2C", ",")}`;
}
