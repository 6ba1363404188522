import { headings } from "#base/markdown/headings.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Site } from "#base/site.ts";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { Prose } from "#ui/prose.tsx";
import { type ContentPage, fillIn } from "./pages.ts";

/** From so many headings on, a list of them helps to find one's way. */
const WORTH_LISTING = 4;

export function ReadingPage({ page, site }: { page: ContentPage; site: Site }) {
  const text = fillIn(page.body, site);
  const parts = headings(text).filter((heading) => heading.level === 2);
  const prose = <Prose html={renderMarkdown(text, { headingIds: true })} />;
  return (
    <>
      <PageHead title={page.title} lede={page.lede && fillIn(page.lede, site)} />
      {parts.length < WORTH_LISTING ? (
        prose
      ) : (
        <WithAside
          label="On this page"
          aside={
            <AsideBlock title="On this page">
              <ul class="plain-links">
                {parts.map(({ id, text: title }) => (
                  <li>
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </AsideBlock>
          }
        >
          {prose}
        </WithAside>
      )}
    </>
  );
}
