declare const brand: unique symbol;
/** A string that only its own maker may mint, so that a raw one cannot stand in its place. */
export type Branded<T extends string> = string & { readonly [brand]: T };

/** Markup that our own renderer made: safe to place in a page as it is. */
export type Html = Branded<"Html">;
/** An absolute http(s) address: safe in `href`, which JSX escapes but does not judge. */
export type HttpUrl = Branded<"HttpUrl">;
/** A path on this very site: safe to redirect to. */
export type LocalPath = Branded<"LocalPath">;

/** For the renderers of this house alone: the caller vouches that `markup` is clean. */
export function trustedHtml(markup: string): Html {
  return markup as Html;
}

/** Parses an address a person typed; undefined unless it is http or https with a real host. */
export function httpUrl(text: string): HttpUrl | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (url.username || url.password || !url.hostname.includes(".")) {
    if (url.hostname !== "localhost" || url.username || url.password) return undefined;
  }
  return url.href as HttpUrl;
}

/** A return path from a form or query; undefined for anything a browser could read as another site. */
export function localPath(text: string): LocalPath | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these, which turns "/\t/evil" into "//evil"
  if (!text.startsWith("/") || /^\/[/\\]|[\\\u0000-\u001f\u007f]/.test(text)) return undefined;
  const url = new URL(text, "http://site.invalid");
  if (url.host !== "site.invalid") return undefined;
  const path = url.pathname + url.search + url.hash;
  // Dot segments fold away, so "/.//evil" has become "//evil" by now.
  return path.startsWith("//") ? undefined : (path as LocalPath);
}
