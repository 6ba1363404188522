import {
  ALL_PARTNERSHIPS,
  drawnCounties,
  type ListedPartnership,
  type PartnershipListing,
  partnershipPath,
  partnershipsPath,
  SectorChips,
  StageMark,
  whereWords,
} from "#features/partnerships/public.ts";
import { presentCounties, type State, StateCountyMap, stateByFips } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import type { Hue } from "#ui/chip.tsx";
import { Section } from "#ui/layout.tsx";

export interface PartnershipsProps {
  state: State;
  partnerships: PartnershipListing;
  /** Partnerships that happenings name, whether or not they have a page. */
  named: string[];
  sectors: ReadonlyMap<string, Sector>;
}

/** A state's partnerships on its counties, and the same in words with the same numbers. */
export function Partnerships({ state, partnerships, named, sectors }: PartnershipsProps) {
  const { items, total } = partnerships;
  const drawn = items.filter((one) => isDrawn(one, state));
  const untold = items.filter((one) => !isDrawn(one, state));
  const pages = new Set(items.map(({ name }) => name.toLowerCase()));
  const others = total > items.length ? [] : named.filter((name) => !pages.has(name.toLowerCase()));
  if (items.length === 0 && others.length === 0) return null;
  return (
    <Section
      title="Partnerships"
      id="partnerships"
      {...(drawn.length > 0
        ? { more: { href: `/map?state=${state.code}`, label: "On the larger map" } }
        : {})}
    >
      {drawn.length > 0 && (
        <StateCountyMap
          state={state.code}
          title={`Partnerships in ${state.name} by county`}
          groups={drawn.map((one) => ({
            name: one.name,
            href: partnershipPath(one.slug),
            counties: drawnCounties(one, one.states),
            hue: hueOf(one.sectors, sectors),
          }))}
        />
      )}
      {drawn.length > 0 && (
        <ol class="bare map-places state-partnerships">
          {drawn.map((partnership, index) => (
            <Entry partnership={partnership} sectors={sectors} number={index + 1} />
          ))}
        </ol>
      )}
      {untold.length > 0 && (
        <>
          {drawn.length > 0 && (
            <p class="quiet-text">Not on the map, because their counties are not told yet:</p>
          )}
          <ul class="bare map-places state-partnerships">
            {untold.map((partnership) => (
              <Entry partnership={partnership} sectors={sectors} />
            ))}
          </ul>
        </>
      )}
      {total > items.length && (
        <p class="state-more">
          <ButtonLink look="quiet" href={partnershipsPath({ ...ALL_PARTNERSHIPS, state })}>
            All {total.toLocaleString("en-US")} partnerships
          </ButtonLink>
        </p>
      )}
      {others.length > 0 && (
        <p class="small quiet-text">
          {items.length > 0 ? "Happenings also name" : "Happenings name"} {others.join("; ")}.
        </p>
      )}
    </Section>
  );
}

function isDrawn(partnership: ListedPartnership, state: State): boolean {
  return presentCounties(drawnCounties(partnership, partnership.states)).some(
    (fips) => stateByFips(fips)?.code === state.code,
  );
}

/** The color of its sectors where they share one. */
function hueOf(ids: readonly string[], sectors: ReadonlyMap<string, Sector>): Hue {
  const hues = new Set(ids.flatMap((id) => sectors.get(id)?.hue ?? []));
  const [first] = hues;
  return first && hues.size === 1 ? first : "cross";
}

function Entry(props: {
  partnership: ListedPartnership;
  sectors: ReadonlyMap<string, Sector>;
  number?: number;
}) {
  const { partnership, sectors, number } = props;
  const { name, slug, stage, since, region } = partnership;
  const own = partnership.sectors.flatMap((id) => sectors.get(id) ?? []);
  return (
    <li>
      <span
        class={`map-at hue-${hueOf(partnership.sectors, sectors)}`}
        aria-hidden={number ? undefined : "true"}
      >
        {number ?? "·"}
      </span>
      <div>
        <a href={partnershipPath(slug)}>{name}</a>
        <p class="card-meta">
          <SectorChips sectors={own} />
          <StageMark stage={stage} since={since} />
        </p>
        <p class="small quiet-text">{whereWords(partnership, partnership.states) || region}</p>
      </div>
    </li>
  );
}
