import { type Branded, type HttpUrl, httpUrl, type LocalPath, localPath } from "#base/brands.ts";

/** A `mailto:` link to one address, with at most a query such as `?subject=`. */
export type MailLink = Branded<"MailLink">;
/** Everything that a link in a text may point to. */
export type LinkTarget = HttpUrl | LocalPath | MailLink;

const mail =
  /^mailto:[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?:\?[a-z0-9%&=+.,:;@/_-]*)?$/i;

/** Reads where a link points; undefined for every other scheme, for relative paths and for nothing at all. */
export function linkTarget(text: string): LinkTarget | undefined {
  const trimmed = text.trim();
  if (mail.test(trimmed)) return `mailto:${trimmed.slice(7)}` as MailLink;
  return localPath(trimmed) ?? httpUrl(trimmed);
}

/** What a person typed into a link field: a bare `example.org/page` or `ana@example.org` is understood too. */
export function typedLinkTarget(text: string): LinkTarget | undefined {
  const trimmed = text.trim();
  const known = linkTarget(trimmed);
  if (known || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(trimmed) || /\s/.test(trimmed)) return known;
  if (/^[^\s/@]+@[^\s/@]+$/.test(trimmed)) return linkTarget(`mailto:${trimmed}`);
  return /^[^\s/]+\.[a-z]{2,}(?:[:/?#]|$)/i.test(trimmed) ? linkTarget(`https://${trimmed}`) : undefined;
}
