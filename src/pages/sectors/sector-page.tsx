import { HappeningCards, type Listing, ListLinks, listPath, NO_FILTER } from "#features/happenings/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { codeWords, type Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";

export interface SectorPageProps {
  sector: Sector;
  listing: Listing;
  /** How many of each state, by its code. */
  counts: ReadonlyMap<string, number>;
  sectors: ReadonlyMap<string, Sector>;
  timeZone: string;
}

export function SectorPage(props: SectorPageProps) {
  const { sector, listing } = props;
  const filter = { ...NO_FILTER, sectors: [sector] };
  return (
    <WithAside label={`About ${sector.name}`} aside={<About {...props} />}>
      <PageHead
        title={sector.name}
        trail={[{ href: "/sectors", label: "Sectors" }]}
        lede={sector.description}
        actions={<ListLinks filter={filter} listing={listing} />}
      />
      {listing.items.length === 0 ? (
        <EmptyState
          title={`Nothing from ${sector.name} yet`}
          icon={sector.icon}
          actions={<ButtonLink href="/share">Share the first one</ButtonLink>}
        >
          Does a partnership of yours work in this sector? What it tried, and what came of it, would help
          others.
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

function About({ sector, counts }: SectorPageProps) {
  const states = [...counts].flatMap(([code, count]) => {
    const state = stateByCode(code);
    return state ? [{ state, count }] : [];
  });
  states.sort((a, b) => a.state.name.localeCompare(b.state.name, "en"));
  return (
    <>
      {states.length > 0 && (
        <AsideBlock title="By state">
          <ul class="bare plain-links counted">
            {states.map(({ state, count }) => (
              <li>
                <a href={listPath({ ...NO_FILTER, state, sectors: [sector] })}>{state.name}</a>
                <span class="count">{count.toLocaleString("en-US")}</span>
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
      <AsideBlock title="What counts here">
        <p>
          In figures, this sector is a set of codes of the North American Industry Classification System. A
          partnership may draw its own line.
        </p>
        <p class="small quiet-text">NAICS {codeWords(sector.codes).join(", ")}</p>
      </AsideBlock>
    </>
  );
}
