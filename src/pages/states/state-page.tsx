import { renderMarkdown } from "#base/markdown/render.ts";
import {
  HappeningCards,
  type Listing,
  ListLinks,
  listPath,
  NO_FILTER,
  withArticle,
} from "#features/happenings/public.ts";
import { type State, StateStamp } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import type { KnownState } from "./known.ts";

export interface StatePageProps {
  state: State;
  known: KnownState;
  /** Partnerships that the happenings themselves name. */
  named: string[];
  listing: Listing;
  /** Sectors that have a filter, and how many happenings of this state each holds. */
  offered: Sector[];
  counts: ReadonlyMap<string, number>;
  sectors: ReadonlyMap<string, Sector>;
  timeZone: string;
}

export function StatePage(props: StatePageProps) {
  const { state, known, listing } = props;
  const filter = { ...NO_FILTER, state };
  return (
    <WithAside label={`About ${state.name}`} aside={<About {...props} />}>
      <PageHead
        title={`News from ${withArticle(state.name)}`}
        trail={[{ href: "/states", label: "States" }]}
        actions={<ListLinks filter={filter} listing={listing} />}
      />
      {known.intro && <Prose html={renderMarkdown(known.intro)} />}
      {listing.items.length === 0 ? (
        <EmptyState
          title={`Nothing from ${withArticle(state.name)} yet`}
          icon="map-pin"
          actions={<ButtonLink href="/share">Share the first one</ButtonLink>}
        >
          Is there a partnership in {withArticle(state.name)}? What it tried, and what came of it, would help
          others. Sharing takes ten minutes and no account.
        </EmptyState>
      ) : (
        <HappeningCards items={listing.items} sectors={props.sectors} timeZone={props.timeZone} level={2} />
      )}
      {listing.more && (
        <p>
          <ButtonLink look="quiet" href={listPath(filter)}>
            Older happenings
          </ButtonLink>
        </p>
      )}
    </WithAside>
  );
}

function About({ state, known, named, offered, counts }: StatePageProps) {
  const listed = new Set(known.partnerships.map(({ name }) => name));
  const partnerships = [
    ...known.partnerships,
    ...named.filter((name) => !listed.has(name)).map((name) => ({ name, sectors: [], note: "" })),
  ];
  return (
    <>
      <StateStamp code={state.code} size="poster" />
      {counts.size > 0 && (
        <AsideBlock title="By sector">
          <ul class="bare plain-links counted">
            {offered
              .filter(({ id }) => counts.has(id))
              .map((sector) => (
                <li>
                  <Chip
                    label={sector.name}
                    icon={sector.icon}
                    hue={sector.hue}
                    href={listPath({ ...NO_FILTER, state, sectors: [sector] })}
                  />
                  <span class="count">{counts.get(sector.id)?.toLocaleString("en-US")}</span>
                </li>
              ))}
          </ul>
        </AsideBlock>
      )}
      {partnerships.length > 0 && (
        <AsideBlock title="Partnerships we know of">
          <ul class="bare plain-links">
            {partnerships.map(({ name, sectors, note }) => (
              <li>
                {name}
                <p class="card-meta">
                  {offered
                    .filter(({ slug }) => sectors.includes(slug))
                    .map((sector) => (
                      <Chip label={sector.name} icon={sector.icon} hue={sector.hue} />
                    ))}
                </p>
                {note && <p class="small quiet-text">{note}</p>}
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
      {known.sources.length > 0 && (
        <AsideBlock title="Where this comes from">
          <ul class="bare plain-links small">
            {known.sources.map(({ name, note }) => (
              <li>{note ? `${name}: ${note}` : name}</li>
            ))}
          </ul>
        </AsideBlock>
      )}
    </>
  );
}
