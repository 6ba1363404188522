import type { Child } from "hono/jsx";
import type { MapAffiliate } from "#features/affiliates/public.ts";
import {
  filterQuery,
  filtersSet,
  type MappedPartnership,
  type PartnershipFilter,
  PartnershipFilterForm,
  partnershipsPath,
} from "#features/partnerships/public.ts";
import { type NetworkDrawing, NetworkList, NetworkMap } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { AffiliateList } from "./affiliate-list.tsx";
import { LAYER_WORDS, LAYERS, type Layer, mapAddress } from "./layers.ts";
import { StateMap } from "./state-map.tsx";

/** What a filter finds: how many, and each of them for a state's map or the drawing of all for the nation's. */
export type Found = { count: number } & ({ each: MappedPartnership[] } | { drawing: NetworkDrawing });

export interface MapPageProps {
  filter: PartnershipFilter;
  /** The filter in words. */
  words: string;
  layer: Layer;
  /** What the filter finds; not there where the layer is hidden. */
  partnerships: Found | undefined;
  affiliates: MapAffiliate[] | undefined;
  /** Sectors that are offered as a filter. */
  offered: Sector[];
  /** The map itself and its list, from `Drawing`. */
  drawing: Child;
}

export function MapPage(props: MapPageProps) {
  const { filter, words, layer, partnerships, affiliates, offered } = props;
  const { state } = filter;
  const narrowed = filtersSet(filter) > 0;
  const nothing = !partnerships?.count && !affiliates?.length;
  return (
    <WithSidebar
      side={
        <PartnershipFilterForm
          filter={filter}
          sectors={offered}
          action="/map"
          open={narrowed && partnerships?.count === 0}
        />
      }
    >
      <PageHead
        title={narrowed ? words : "Map of the network"}
        {...(state
          ? { trail: [{ href: mapAddress(wholeNation(filter), layer), label: "Whole nation" }] }
          : {})}
        lede={
          narrowed
            ? undefined
            : "Where businesses of an industry already sit at one table. Choose a state to see its counties."
        }
      />
      <Unknown filter={filter} />
      <Layers filter={filter} layer={layer} />
      <p class="result-line">
        <span>{partnerships && resultWords(partnerships.count)}</span>
        <a href={partnershipsPath(filter)}>The same as a list of partnerships</a>
      </p>
      {nothing && !state && <Nothing narrowed={narrowed} />}
      {props.drawing}
      {!state && affiliates && affiliates.length > 0 && (
        <Section title="Affiliates">
          <AffiliateList affiliates={affiliates} />
        </Section>
      )}
    </WithSidebar>
  );
}

export type DrawingProps = Pick<MapPageProps, "filter" | "layer" | "partnerships" | "affiliates">;

/** One state's map where it is asked for, the nation's otherwise, each with the same in words. */
export function Drawing(props: DrawingProps) {
  const { filter, partnerships, affiliates } = props;
  if (!filter.state) return <Nation {...props} />;
  return (
    <StateMap
      state={filter.state}
      partnerships={partnerships && "each" in partnerships ? partnerships.each : undefined}
      affiliates={affiliates}
      filter={filter}
    />
  );
}

/** Also an empty nation is drawn: it shows where there is room. */
function Nation({ filter, layer, partnerships, affiliates }: DrawingProps) {
  const shared = {
    ...(partnerships && "drawing" in partnerships ? { partnerships: partnerships.drawing } : {}),
    affiliates,
    hrefOf: (code: string) => mapAddress(`?${stateInstead(filter, code)}`, layer),
  };
  const something = (partnerships?.count ?? 0) + (affiliates?.length ?? 0) > 0;
  return (
    <>
      <NetworkMap {...shared} title="The network by state and county" />
      {something && (
        <Section title="The same in words">
          <NetworkList {...shared} title="The network by state" />
        </Section>
      )}
    </>
  );
}

function stateInstead(filter: PartnershipFilter, code: string): URLSearchParams {
  const query = new URLSearchParams(filterQuery({ ...filter, state: undefined }));
  // The directory writes the state first, and one view has one address.
  return new URLSearchParams([["state", code], ...query]);
}

function wholeNation(filter: PartnershipFilter): string {
  return filterQuery({ ...filter, state: undefined });
}

function Layers({ filter, layer }: { filter: PartnershipFilter; layer: Layer }) {
  return (
    <nav aria-label="What the map shows">
      <ul class="bare map-layers">
        {LAYERS.map((one) => (
          <li>
            <a href={mapAddress(filterQuery(filter), one)} aria-current={one === layer ? "true" : undefined}>
              {LAYER_WORDS[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function resultWords(count: number): string {
  return count === 1 ? "One partnership" : `${count.toLocaleString("en-US")} partnerships`;
}

function Unknown({ filter }: { filter: PartnershipFilter }) {
  if (filter.unknown.length === 0) return null;
  return (
    <Notice tone="warning" title="Part of this address means nothing here">
      {filter.unknown.map(({ name, value }) => (
        <p>
          We know no {name} called “{value}”.
        </p>
      ))}
    </Notice>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState
      title="Nothing here that we know of"
      icon="map-pin"
      actions={<ButtonLink href="/map">Show the whole map</ButtonLink>}
    >
      No partnership matches everything you chose. Take one choice away, and look at the neighbors.
    </EmptyState>
  ) : (
    <EmptyState
      title="Nobody is on the map yet"
      icon="map"
      actions={<ButtonLink href="/partnerships">About partnerships here</ButtonLink>}
    >
      The first partnership with a page puts its counties on it.
    </EmptyState>
  );
}
