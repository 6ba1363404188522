import { absoluteUrl } from "#base/site.ts";
import type { SitemapEntry } from "#base/sockets.ts";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { reading } from "#platform/http/routes.ts";
import { MOST_ENTRIES, sitemapIndexOf, sitemapOf } from "./sitemap.ts";

const xml = (text: string) =>
  new Response(text, { headers: { "content-type": "application/xml; charset=utf-8" } });

/** What search engines read: the sitemap of all rooms' public pages, and where they are not wanted. */
export function indexingFeature(rooms: readonly Feature[]): Feature {
  const sources = rooms.flatMap((room) => room.sitemap ?? []);

  async function allEntries(ctx: Ctx): Promise<SitemapEntry[]> {
    const entries = await Promise.all(sources.map((source) => source.entries(ctx)));
    return [{ path: "/" }, ...entries.flat()];
  }

  return {
    name: "indexing",
    routes: [
      reading("/sitemap.xml", async (c) => {
        const { ctx } = c.var;
        const entries = await allEntries(ctx);
        const files = Math.ceil(entries.length / MOST_ENTRIES);
        return xml(files === 1 ? sitemapOf(ctx.site, entries) : sitemapIndexOf(ctx.site, files));
      }),
      reading("/sitemaps/:file", async (c) => {
        const number = Number(/^([1-9]\d{0,4})\.xml$/.exec(c.req.param("file") ?? "")?.[1] ?? 0);
        const entries = number > 0 ? await allEntries(c.var.ctx) : [];
        const part = entries.slice((number - 1) * MOST_ENTRIES, number * MOST_ENTRIES);
        if (part.length === 0) throw new NotFound();
        return xml(sitemapOf(c.var.ctx.site, part));
      }),
      reading("/robots.txt", (c) => {
        const lines = [
          "User-agent: *",
          ...[
            "/desk",
            "/sign-in",
            "/share/",
            "/my-updates",
            "/my-partnerships",
            "/account",
            "/search",
            "/proof",
          ].map((path) => `Disallow: ${path}`),
          "",
          `Sitemap: ${absoluteUrl(c.var.ctx.site, "/sitemap.xml")}`,
        ];
        return c.text(`${lines.join("\n")}\n`);
      }),
    ],
  };
}
