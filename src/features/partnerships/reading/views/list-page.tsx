import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icons.ts";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { atomPath, csvPath, listPath, mapPath } from "../address.ts";
import { describeFilter, withArticle } from "../describe.ts";
import { type FilterName, filtersSet, NO_FILTER, type PartnershipFilter } from "../filter.ts";
import { PAGE_SIZE, type PartnershipListing } from "../listing.ts";
import { PartnershipFilterForm } from "./filter-form.tsx";
import { PartnershipCards } from "./partnership-card.tsx";

export interface ListPageProps {
  filter: PartnershipFilter;
  page: number;
  listing: PartnershipListing;
  /** Those that are offered as a filter. */
  offered: Sector[];
  /** Those of the cards, by id. */
  sectors: ReadonlyMap<string, Sector>;
}

export function ListPage({ filter, page, listing, offered, sectors }: ListPageProps) {
  const { items, total } = listing;
  const narrowed = filtersSet(filter) > 0;
  return (
    <WithSidebar
      side={<PartnershipFilterForm filter={filter} sectors={offered} open={items.length === 0 && narrowed} />}
    >
      <PageHead
        title={describeFilter(filter)}
        lede={
          narrowed
            ? undefined
            : "Businesses of one industry in one region, at one table with those who can help. Find your neighbors, and those who have been where you are."
        }
      />
      <Unknown filter={filter} />
      <Corrected listing={listing} />
      <div class="result-line">
        <p>{items.length > 0 && resultWords(total, page)}</p>
        <ul class="bare result-links">
          <ViewLink href={mapPath(filter)} icon="map" label="On the map" />
          <ViewLink href={csvPath(filter)} icon="file-spreadsheet" label="As a table (CSV)" />
          <ViewLink href={atomPath(filter)} icon="rss" label="Follow by feed" />
        </ul>
      </div>
      {items.length === 0 ? (
        <Nothing filter={filter} page={page} />
      ) : (
        <PartnershipCards items={items} sectors={sectors} level={2} />
      )}
      <Pagination
        label="Partnerships"
        page={page}
        pages={items.length === 0 ? 0 : Math.ceil(total / PAGE_SIZE)}
        href={(number) => listPath(filter, number)}
        before="Before"
        after="Next"
      />
    </WithSidebar>
  );
}

function ViewLink({ href, icon, label }: { href: string; icon: IconName; label: string }) {
  return (
    <li>
      <a class="follow" href={href}>
        <Icon name={icon} />
        {label}
      </a>
    </li>
  );
}

function resultWords(total: number, page: number): string {
  if (total === 1) return "One partnership";
  const pages = Math.ceil(total / PAGE_SIZE);
  return `${total.toLocaleString("en-US")} partnerships, by name${pages > 1 ? `, page ${page} of ${pages.toLocaleString("en-US")}` : ""}`;
}

const SORTS: Record<FilterName, string> = {
  state: "state",
  sector: "sector",
  stage: "stage",
  theme: "theme of priorities",
  setting: "setting",
};

function Unknown({ filter }: { filter: PartnershipFilter }) {
  if (filter.unknown.length === 0) return null;
  return (
    <Notice tone="warning" title="Part of this address means nothing here">
      {filter.unknown.map(({ name, value }) => (
        <p>
          We know no {SORTS[name]} called “{value}”.
        </p>
      ))}
    </Notice>
  );
}

function Corrected({ listing }: { listing: PartnershipListing }) {
  if (listing.corrected.length === 0) return null;
  return (
    <Notice>
      {listing.corrected.map(({ from, to }) => (
        <p>
          “{from}” stands nowhere here, so we looked for <b>{to}</b>.
        </p>
      ))}
    </Notice>
  );
}

/** Says why nothing is here and where something is. */
function Nothing({ filter, page }: { filter: PartnershipFilter; page: number }) {
  if (page > 1)
    return (
      <EmptyState
        title="This list is not that long"
        icon="layers"
        actions={<ButtonLink href={listPath(filter)}>Go to its beginning</ButtonLink>}
      >
        There is no page {page}. Partnerships may have moved since somebody shared this address.
      </EmptyState>
    );
  if (filtersSet(filter) === 0)
    return (
      <EmptyState
        title="No partnership has a page yet"
        icon="handshake"
        actions={<ButtonLink href="/about">How the model works</ButtonLink>}
      >
        A partnership's page tells its region and sector, what its businesses decided to do, and how to reach
        those who convene it. Editors add the first ones, and conveners take them over.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No partnership here yet, or none that we know of"
      icon="search"
      actions={wider(filter).map(({ label, href }, index) => (
        <ButtonLink look={index > 0 ? "quiet" : undefined} href={href}>
          {label}
        </ButtonLink>
      ))}
    >
      None matches everything you chose. Take one choice away: a peer in another state or sector may have had
      the same question.
    </EmptyState>
  );
}

/** Less narrow views that still have to do with what was asked. */
function wider(filter: PartnershipFilter): { label: string; href: string }[] {
  const views: { label: string; href: string }[] = [];
  const several = filtersSet(filter) > 1;
  const [sector] = filter.sectors;
  if (filter.q && several)
    views.push({ label: `“${filter.q}” anywhere`, href: listPath({ ...NO_FILTER, q: filter.q }) });
  if (sector && several)
    views.push({ label: `All in ${sector.name}`, href: listPath({ ...NO_FILTER, sectors: [sector] }) });
  if (filter.state && several)
    views.push({
      label: `All in ${withArticle(filter.state.name)}`,
      href: listPath({ ...NO_FILTER, state: filter.state }),
    });
  return [...views, { label: "All partnerships", href: "/partnerships" }].slice(0, 3);
}
