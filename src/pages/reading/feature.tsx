import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { NavItem, SearchSource, StarterContent } from "#base/sockets.ts";
import { excerptAround, hasAll } from "#base/words/marked-text.ts";
import { wordsOf } from "#base/words/words-of.ts";
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
  const texts = pages.map((page) => ({ page, text: `${page.lede ?? ""}\n\n${renderPlainText(page.body)}` }));
  const vocabulary = wordsOf(texts.map(({ page, text }) => `${page.title} ${text}`).join(" "));
  return {
    kind: "Page",
    heading: "Pages",
    order: 40,
    vocabulary: async () => vocabulary,
    async search({ site }, { words, roots }, limit) {
      if (words.length === 0) return [];
      return texts
        .map(({ page, text }) => ({ page, text: fillIn(text, site) }))
        .filter(({ page, text }) => hasAll(`${page.title} ${text}`, words))
        .map(({ page, text }) => ({
          title: page.title,
          href: `/${page.slug}`,
          kind: "Page",
          summary: excerptAround(text, roots),
          score: hasAll(page.title, words) ? 1 : 0.3,
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}
