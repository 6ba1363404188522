import { absoluteUrl, type Site } from "#base/site.ts";
import type { SitemapEntry } from "#base/sockets.ts";
import { escapeXml } from "#base/xml.ts";

/** The most that search engines take in one file (sitemaps.org). */
export const MOST_ENTRIES = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** One file of addresses. */
export function sitemapOf(site: Site, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return `<url><loc>${escapeXml(absoluteUrl(site, path))}</loc>${changed}</url>`;
  });
  return `${HEAD}<urlset ${NAMESPACE}>\n${urls.join("\n")}\n</urlset>\n`;
}

/** The list of files, where one would hold too many addresses. */
export function sitemapIndexOf(site: Site, files: number): string {
  const maps = Array.from(
    { length: files },
    (_, index) =>
      `<sitemap><loc>${escapeXml(absoluteUrl(site, `/sitemaps/${index + 1}.xml`))}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${maps.join("\n")}\n</sitemapindex>\n`;
}
