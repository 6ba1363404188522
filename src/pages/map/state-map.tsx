import type { MapAffiliate } from "#features/affiliates/public.ts";
import {
  type MappedPartnership,
  type PartnershipFilter,
  partnershipPath,
  partnershipsPath,
  STAGE_WORDS,
  whereWords,
} from "#features/partnerships/public.ts";
import {
  CONNECTICUT_NOTE,
  presentCounties,
  type State,
  StateCountyMap,
  stateByFips,
} from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { AffiliateList } from "./affiliate-list.tsx";

/** More than this no map can tell apart; the directory has them all. */
const MOST_SHOWN = 250;

export interface StateMapProps {
  state: State;
  partnerships: MappedPartnership[] | undefined;
  affiliates: MapAffiliate[] | undefined;
  filter: PartnershipFilter;
}

/** One state by county, and beside it everything that is on it, with the same numbers. */
export function StateMap({ state, partnerships = [], affiliates, filter }: StateMapProps) {
  const shown = partnerships.slice(0, MOST_SHOWN);
  const here = (counties: string[]) =>
    presentCounties(counties).some((fips) => stateByFips(fips)?.code === state.code);
  const drawn = shown.filter(({ counties }) => here(counties));
  const untold = shown.filter(({ counties }) => !here(counties));
  return (
    <>
      <StateCountyMap
        state={state.code}
        title={`Partnerships in ${state.name} by county`}
        groups={drawn.map(({ name, slug, counties, hue }) => ({
          name,
          href: partnershipPath(slug),
          counties,
          hue,
        }))}
      />
      {state.code === "ct" && <p class="map-words">{CONNECTICUT_NOTE}</p>}
      {drawn.length > 0 && (
        <Section title="The same in words">
          <ol class="bare map-places">
            {drawn.map((partnership, index) => (
              <Place partnership={partnership} number={index + 1} />
            ))}
          </ol>
        </Section>
      )}
      {untold.length > 0 && (
        <Section title={drawn.length > 0 ? "Also in this state" : "In this state"}>
          <p class="quiet-text">Their counties are not told yet, so they are not on the map.</p>
          <ul class="bare map-places">
            {untold.map((partnership) => (
              <Place partnership={partnership} />
            ))}
          </ul>
        </Section>
      )}
      {partnerships.length > shown.length && (
        <p>
          <ButtonLink look="quiet" href={partnershipsPath(filter)}>
            All {partnerships.length.toLocaleString("en-US")} in the directory
          </ButtonLink>
        </p>
      )}
      {shown.length === 0 && !affiliates?.length && (
        <EmptyState
          title={`Nothing in ${state.name} that we know of`}
          icon="map-pin"
          actions={<ButtonLink href={`/states/${state.code}`}>What this state shares</ButtonLink>}
        >
          Is there a partnership? Share what it does, and an editor will give it a page.
        </EmptyState>
      )}
      {affiliates && affiliates.length > 0 && (
        <Section title="Affiliates">
          <AffiliateList affiliates={affiliates} />
        </Section>
      )}
    </>
  );
}

function Place({ partnership, number }: { partnership: MappedPartnership; number?: number }) {
  const { name, slug, stage, stateCodes, hue } = partnership;
  return (
    <li>
      <span class={`map-at hue-${hue}`} aria-hidden={number ? undefined : "true"}>
        {number ?? "·"}
      </span>
      <div>
        <a href={partnershipPath(slug)}>{name}</a>
        <p class="small quiet-text">
          {[STAGE_WORDS[stage].name, whereWords(partnership, stateCodes)].filter(Boolean).join(". ")}
        </p>
      </div>
    </li>
  );
}
