import { allStates, NationalMap, StateList } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";

/** The map, the same in words, and the states that nobody has told of yet. */
export function StatesPage({ counts }: { counts: ReadonlyMap<string, number> }) {
  const entries = [...counts].map(([code, count]) => ({ code, count, href: `/states/${code}` }));
  const quiet = allStates().filter(({ code }) => !counts.has(code));
  return (
    <>
      <PageHead
        title="States"
        lede="Partnerships belong to regions, but states start them, train them and help them last. See what has been shared from each."
      />
      {entries.length === 0 ? (
        <EmptyState
          title="No state has shared anything yet"
          icon="map"
          actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
        >
          The first update will put its state on the map.
        </EmptyState>
      ) : (
        <div class="map-with-list">
          <NationalMap entries={entries} unit={["happening", "happenings"]} title="Happenings by state" />
          <StateList entries={entries} label="Happenings by state" />
        </div>
      )}
      {quiet.length > 0 && (
        <Section title="Nothing shared yet">
          <ul class="bare index-list">
            {quiet.map(({ code, name }) => (
              <li>
                <a href={`/states/${code}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
