import type { ScreenQuestion } from "../screening/screen.ts";
import type { Format, Kind } from "./asking.ts";
import type { Look } from "./picture.ts";

/** Where a picture stands: its page, or a file of it. */
export interface PicturePlace {
  kind: Kind;
  /** What it is of, as a query: "?counties=56019,56033&from=2015&…". */
  query: string;
}

/** The page that has the picture, its table and its files. */
export function picturePage({ kind, query }: PicturePlace): string {
  return `/industry/pictures/${kind}${query}`;
}

/** A file as it is shown on a page. In a list of sources a comma would end an address. */
export function shownAt({ kind, query }: PicturePlace, { theme, shape }: Look): string {
  return `/industry/pictures/${kind}.svg${query.replaceAll(",", "%2C")}&theme=${theme}&shape=${shape}`;
}

/** A file to be saved: with title and source, on white. */
export function savedAt({ kind, query }: PicturePlace, format: Format): string {
  return `/industry/pictures/${kind}.${format}${query}&theme=print&download=1`;
}

/** The one way to write a screen as a query. */
export function screenQuery(
  { state, sector, from, to, ownership }: ScreenQuestion,
  measure?: string,
): string {
  const query = new URLSearchParams({ ...(state ? { state: state.code } : {}), sector, from, to, ownership });
  if (measure) query.set("measure", measure);
  return `?${query}`;
}
