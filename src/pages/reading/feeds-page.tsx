import type { Site } from "#base/site.ts";
import { absoluteUrl } from "#base/site.ts";
import { PageHead } from "#ui/layout.tsx";

/** What machines and feed readers can take from this site, and how. */
export function FeedsPage({ site }: { site: Site }) {
  return (
    <>
      <PageHead
        title="Feeds and data"
        lede="Follow what interests you with any feed reader, or take the data into your own program. Nobody needs an account, and nobody is counted."
      />
      <div class="prose">
        <h2>Follow by feed</h2>
        <p>
          Every list of happenings has a feed of its own. Choose a state, a sector, a topic or a kind on the{" "}
          <a href="/happenings">happenings page</a> and use its link “Follow this view”, or write the address
          yourself:
        </p>
        <ul>
          <li>
            <a href="/happenings.atom">{absoluteUrl(site, "/happenings.atom")}</a>: everything, as Atom
          </li>
          <li>
            <a href="/happenings.json">{absoluteUrl(site, "/happenings.json")}</a>: everything, as JSON Feed
          </li>
          <li>
            <a href="/happenings.atom?state=ne">{absoluteUrl(site, "/happenings.atom?state=ne")}</a>: one
            state
          </li>
          <li>
            <a href="/happenings.atom?sector=healthcare&kind=best-practice">
              {absoluteUrl(site, "/happenings.atom?sector=healthcare&kind=best-practice")}
            </a>
            : one sector and one kind
          </li>
        </ul>
        <h2>Take the data</h2>
        <p>
          Happenings, states, sectors and sponsors can be read as JSON, page by page, with the same filters as
          the pages. The <a href="/api">description for developers</a> has examples;{" "}
          <a href="/api/openapi.json">openapi.json</a> describes every address in OpenAPI 3.1.
        </p>
        <h2>Find every page</h2>
        <p>
          The <a href="/sitemap.xml">sitemap</a> lists every public page with the date of its last change.
        </p>
      </div>
    </>
  );
}
