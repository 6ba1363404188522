import { ButtonLink } from "#ui/button.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination, Steps } from "#ui/pagination.tsx";
import { listPath } from "../address.ts";
import { describeFilter, withArticle } from "../describe.ts";
import { type Filter, filtersSet, NO_FILTER } from "../filter.ts";
import { type Listing, PAGE_SIZE } from "../listing.ts";
import { type Choices, FilterForm } from "./filter-form.tsx";
import { type CardSetting, HappeningCards } from "./happening-card.tsx";
import { FeedLink } from "./list-links.tsx";

export interface ListPageProps extends CardSetting {
  filter: Filter;
  choices: Choices;
  listing: Listing;
  page: number;
}

export function ListPage({ filter, choices, listing, page, ...setting }: ListPageProps) {
  const { items, total, more } = listing;
  return (
    <WithSidebar
      side={
        <FilterForm filter={filter} choices={choices} open={items.length === 0 && filtersSet(filter) > 0} />
      }
    >
      <PageHead title={describeFilter(filter)} />
      <Unknown filter={filter} />
      <Corrected listing={listing} />
      <p class="result-line">
        <span>{items.length > 0 && resultWords(listing, page)}</span>
        <FeedLink filter={filter}>Follow this view by feed</FeedLink>
      </p>
      {items.length === 0 ? (
        <Nothing filter={filter} page={page} />
      ) : (
        <HappeningCards {...setting} items={items} level={2} />
      )}
      {total !== undefined ? (
        <Pagination
          label="Happenings"
          page={page}
          pages={items.length === 0 ? 0 : Math.ceil(total / PAGE_SIZE)}
          href={(number) => listPath(filter, number)}
        />
      ) : (
        <Steps
          label="Happenings"
          page={page}
          before={page > 1 ? listPath(filter, page - 1) : undefined}
          after={more ? listPath(filter, page + 1) : undefined}
        />
      )}
    </WithSidebar>
  );
}

function resultWords({ total, more }: Listing, page: number): string {
  const order = "newest first";
  if (total === undefined)
    return more ? `More than ${page * PAGE_SIZE} happenings, ${order}` : `The oldest of them, ${order}`;
  return total === 1 ? "One happening" : `${total.toLocaleString("en-US")} happenings, ${order}`;
}

const SORTS = { state: "state", sector: "sector", topic: "topic", kind: "kind of happening" };

function Unknown({ filter }: { filter: Filter }) {
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

function Corrected({ listing }: { listing: Listing }) {
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
function Nothing({ filter, page }: { filter: Filter; page: number }) {
  if (page > 1) {
    return (
      <EmptyState
        title="This list is not that long"
        icon="layers"
        actions={<ButtonLink href={listPath(filter)}>Go to its newest</ButtonLink>}
      >
        There is no page {page}. Happenings may have moved since somebody shared this address.
      </EmptyState>
    );
  }
  if (filtersSet(filter) === 0) {
    return (
      <EmptyState
        title="Nothing has been shared yet"
        icon="megaphone"
        actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
      >
        A letter that brought a business to the table, a small win, a meeting that went well: the first one
        here could be yours. You need no account.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing here yet"
      icon="search"
      actions={
        <>
          <ButtonLink href="/share">Share the first one</ButtonLink>
          {wider(filter).map(({ label, href }) => (
            <ButtonLink look="quiet" href={href}>
              {label}
            </ButtonLink>
          ))}
        </>
      }
    >
      No happening matches everything you chose. Take one choice away, or share something yourself if your
      partnership has done it.
    </EmptyState>
  );
}

/** Less narrow views that still have to do with what was asked. */
function wider(filter: Filter): { label: string; href: string }[] {
  const views: { label: string; href: string }[] = [];
  if (filter.q && filtersSet(filter) > 1)
    views.push({ label: `“${filter.q}” anywhere`, href: listPath({ ...NO_FILTER, q: filter.q }) });
  if (filter.state && filtersSet(filter) > 1)
    views.push({
      label: `All from ${withArticle(filter.state.name)}`,
      href: listPath({ ...NO_FILTER, state: filter.state }),
    });
  const [sector] = filter.sectors;
  if (sector && filtersSet(filter) > 1)
    views.push({ label: `All in ${sector.name}`, href: listPath({ ...NO_FILTER, sectors: [sector] }) });
  return [...views, { label: "All happenings", href: "/happenings" }].slice(0, 3);
}
