import { excerpt, renderPlainText } from "#base/markdown/plain-text.ts";
import type { NavItem, SearchSource, StarterContent } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { reading } from "#platform/http/routes.ts";
import { FeedsPage } from "./feeds-page.tsx";
import { type ContentPage, fillIn, readPages } from "./pages.ts";
import { ReadingPage } from "./reading-page.tsx";

/** Where each page is linked; one that an operator adds is at its address and in the search all the same. */
const PLACES: Record<string, Omit<NavItem, "href" | "label"> & { label?: string }> = {
  about: { place: "masthead", order: 40, label: "The model" },
  "business-leaders": { place: "footer", group: "About", order: 20 },
  accessibility: { place: "footer", group: "This site", order: 10 },
  privacy: { place: "footer", group: "This site", order: 20 },
  "terms-of-sharing": { place: "footer", group: "This site", order: 30 },
};

export async function readingFeature(content: StarterContent): Promise<Feature> {
  const pages = await readPages(content);
  return {
    name: "reading",
    routes: [
      ...pages.map((page) =>
        reading(`/${page.slug}`, (c) => {
          const { site } = c.var.ctx;
          return c.var.show(
            { title: page.title, description: fillIn(page.description, site) },
            <ReadingPage page={page} site={site} />,
          );
        }),
      ),
      reading("/feeds", (c) =>
        c.var.show(
          {
            title: "Feeds and data",
            description: "How to follow this community by feed and how to take its data.",
          },
          <FeedsPage site={c.var.ctx.site} />,
        ),
      ),
    ],
    nav: [
      ...pages.flatMap((page) => {
        const place = PLACES[page.slug];
        return place ? [{ label: page.title, ...place, href: `/${page.slug}` }] : [];
      }),
      { place: "footer", group: "About", label: "About the model", href: "/about", order: 10 },
      { place: "footer", group: "About", label: "Feeds and data", href: "/feeds", order: 30 },
      { place: "footer", group: "This site", label: "Sign in", href: "/sign-in", order: 90 },
    ],
    search: [searchIn(pages)],
    sitemap: [
      { entries: async () => [...pages.map((page) => ({ path: `/${page.slug}` })), { path: "/feeds" }] },
    ],
  };
}

/** A handful of pages: looking through them in memory is all the index they need. */
function searchIn(pages: ContentPage[]): SearchSource<Ctx> {
  return {
    kind: "Page",
    heading: "Pages",
    order: 40,
    async search(ctx, question, limit) {
      const wanted = question.words.map((word) => word.toLowerCase());
      if (wanted.length === 0) return [];
      return pages
        .map((page) => ({ page, text: fillIn(renderPlainText(page.body), ctx.site) }))
        .map(({ page, text }) => ({
          page,
          text,
          whole: `${page.title} ${page.lede ?? ""} ${text}`.toLowerCase(),
        }))
        .filter(({ whole }) => wanted.every((word) => whole.includes(word)))
        .slice(0, limit)
        .map(({ page, text }) => ({
          title: page.title,
          href: `/${page.slug}`,
          kind: "Page",
          summary: page.lede ? fillIn(page.lede, ctx.site) : excerpt(text),
          score: wanted.every((word) => page.title.toLowerCase().includes(word)) ? 1 : 0.3,
        }));
    },
  };
}
