import { absoluteUrl, type Site } from "#base/site.ts";
import { element, escapeXml } from "#base/xml.ts";
import { atomPath, jsonFeedPath, listPath } from "./address.ts";
import { describeFilter } from "./describe.ts";
import type { FeedItem } from "./feed-items.ts";
import type { Filter } from "./filter.ts";

function titleOf(site: Site, filter: Filter): string {
  return `${describeFilter(filter)} · ${site.name}`;
}

/** RFC 4287. */
export function atomFeed(site: Site, filter: Filter, items: readonly FeedItem[]): string {
  const text = (name: string, words: string) => element(name, {}, escapeXml(words));
  // A feed must say when it last changed, and an empty one never did.
  const changed = new Date(Math.max(0, ...items.map((item) => item.changed.getTime())));
  const self = absoluteUrl(site, atomPath(filter));
  const parts = [
    text("id", self),
    text("title", titleOf(site, filter)),
    text("subtitle", site.description),
    text("updated", changed.toISOString()),
    element("link", { rel: "self", type: "application/atom+xml", href: self }),
    element("link", { rel: "alternate", type: "text/html", href: absoluteUrl(site, listPath(filter)) }),
    element("author", {}, text("name", site.name)),
    ...items.map(atomEntry),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n${parts.join("\n")}\n</feed>\n`;
}

function atomEntry(item: FeedItem): string {
  const text = (name: string, words: string) => element(name, {}, escapeXml(words));
  const parts = [
    // The address is given once, at the first publication, and kept.
    text("id", item.url),
    text("title", item.title),
    text("updated", item.changed.toISOString()),
    item.published ? text("published", item.published.toISOString()) : "",
    element("author", {}, text("name", item.author)),
    element("link", { rel: "alternate", type: "text/html", href: item.url }),
    ...item.files.map(({ url, title, mime, bytes }) =>
      element("link", { rel: "enclosure", href: url, title, type: mime, length: bytes }),
    ),
    ...item.tags.map((tag) => element("category", { term: tag })),
    text("summary", item.summary),
    element("content", { type: "html" }, escapeXml(item.html)),
  ];
  return element("entry", {}, parts.filter(Boolean).join("\n"));
}

/** JSON Feed 1.1. */
export function jsonFeed(site: Site, filter: Filter, items: readonly FeedItem[]): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: titleOf(site, filter),
    description: site.description,
    language: "en",
    home_page_url: absoluteUrl(site, listPath(filter)),
    feed_url: absoluteUrl(site, jsonFeedPath(filter)),
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      image: item.picture,
      ...(item.published ? { date_published: item.published.toISOString() } : {}),
      date_modified: item.changed.toISOString(),
      authors: [{ name: item.author }],
      tags: item.tags,
      attachments: item.files.map(({ url, title, mime, bytes }) => ({
        url,
        title,
        mime_type: mime,
        size_in_bytes: bytes,
      })),
    })),
  });
}
