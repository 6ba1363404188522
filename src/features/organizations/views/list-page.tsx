import { allStates, stateByCode } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { filtersSet, type OrganizationFilter, organizationPath, queryOf } from "../filter.ts";
import { ORGANIZATION_KIND_WORDS, ORGANIZATION_KINDS } from "../kinds.ts";
import { type OrganizationListing, PAGE_SIZE } from "../listing.ts";
import type { Organization } from "../queries.ts";

export interface ListPageProps {
  filter: OrganizationFilter;
  listing: OrganizationListing;
  page: number;
  /** On the desk, each line leads to its form. */
  desk?: boolean;
}

/** The whole directory or a part of it, by name. */
export function ListPage({ filter, listing, page, desk = false }: ListPageProps) {
  const base = desk ? "/desk/organizations" : "/organizations";
  const { items, total } = listing;
  return (
    <WithSidebar side={<Filters filter={filter} action={base} />}>
      <PageHead
        title={describe(filter)}
        {...(desk
          ? {
              trail: [{ href: "/desk", label: "Desk" }],
              actions: (
                <>
                  <ButtonLink href="/desk/organizations/new">Add an organization</ButtonLink>
                  <ButtonLink href="/desk/merging/organizations" look="quiet">
                    Find doubles
                  </ButtonLink>
                </>
              ),
            }
          : {
              lede: "Businesses, colleges, boards, chambers and agencies that partnerships are made of.",
            })}
      />
      <Corrected listing={listing} />
      <p class="result-line">
        <span>{items.length > 0 && count(total)}</span>
        {!desk && total > 0 && (
          <a class="follow" href={`/organizations.csv${queryOf(filter)}`} download>
            <Icon name="download" /> This list as a table (CSV)
          </a>
        )}
      </p>
      {items.length === 0 ? (
        <Nothing filter={filter} page={page} base={base} />
      ) : (
        <Table items={items} desk={desk} />
      )}
      <Pagination
        label="Organizations"
        page={page}
        pages={items.length === 0 ? 0 : Math.ceil(total / PAGE_SIZE)}
        href={(number) => base + queryOf(filter, number)}
        before="Before"
        after="After"
      />
    </WithSidebar>
  );
}

function Filters({ filter, action }: { filter: OrganizationFilter; action: string }) {
  return (
    <FilterPanel action={action} active={filtersSet(filter)} clear={action}>
      <TextField name="q" type="search" label="Name or town" optional value={filter.q || undefined} />
      <Select
        name="state"
        label="State"
        optional
        blank="All states"
        value={filter.state?.code}
        options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label="Kind"
        optional
        blank="All kinds"
        value={filter.kind}
        options={ORGANIZATION_KINDS.map((kind) => ({
          value: kind,
          label: ORGANIZATION_KIND_WORDS[kind].many,
        }))}
      />
    </FilterPanel>
  );
}

function Table({ items, desk }: { items: Organization[]; desk: boolean }) {
  return (
    <DataTable
      caption="Organizations by name"
      hideCaption
      stacks
      rows={items}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: (one) => (
            <a href={desk ? `/desk/organizations/${one.id}` : organizationPath(one)}>{one.name}</a>
          ),
        },
        { label: "Kind", cell: ({ kind }) => ORGANIZATION_KIND_WORDS[kind].one },
        { label: "Where", cell: (one) => whereWords(one) || "Not told" },
      ]}
    />
  );
}

/** "Lincoln, Nebraska"; empty where nothing is known. */
export function whereWords({ place, stateCode }: Pick<Organization, "place" | "stateCode">): string {
  const state = stateCode ? (stateByCode(stateCode)?.name ?? "") : "";
  return [place, place.includes(state) && state !== "" && place !== "" ? "" : state]
    .filter(Boolean)
    .join(", ");
}

/** A view in words, as a title: "Chambers and associations in Nebraska with “lincoln”". */
export function describe({ kind, state, q }: OrganizationFilter): string {
  const what = kind ? ORGANIZATION_KIND_WORDS[kind].many : "Organizations";
  return `${what}${state ? ` in ${state.name}` : ""}${q ? ` with “${q}”` : ""}`;
}

const count = (total: number) =>
  total === 1 ? "One organization" : `${total.toLocaleString("en-US")} organizations, by name`;

function Corrected({ listing }: { listing: OrganizationListing }) {
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

function Nothing({ filter, page, base }: { filter: OrganizationFilter; page: number; base: string }) {
  if (page > 1)
    return (
      <EmptyState
        title="This list is not that long"
        icon="layers"
        actions={<ButtonLink href={base + queryOf(filter)}>Go to its beginning</ButtonLink>}
      >
        There is no page {page} of it.
      </EmptyState>
    );
  if (filtersSet(filter) > 0)
    return (
      <EmptyState
        title="Nobody by that description"
        icon="search"
        actions={<ButtonLink href={base}>All organizations</ButtonLink>}
      >
        No organization here matches everything you chose. Take one choice away, or look for a part of the
        name.
      </EmptyState>
    );
  return (
    <EmptyState title="The directory is still empty" icon="building-2">
      Organizations come in with the partnerships they convene and support, and with the people who work
      there.
    </EmptyState>
  );
}
