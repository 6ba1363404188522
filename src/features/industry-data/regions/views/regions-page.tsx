import { countyListWords, RegionStamp } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card, CardList } from "#ui/card.tsx";
import { Badge } from "#ui/chip.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { REGIONS_PATH, regionPath } from "../paths.ts";
import type { Region } from "../queries.ts";
import { SHOWN_WORDS } from "./words.ts";

export interface RegionsPageProps {
  mine: Region[];
  isGuest: boolean;
  others: Region[];
  page: number;
  more: boolean;
  done: string | undefined;
}

const DONE: Record<string, string> = {
  left: "You are not in that team any more.",
  removed: "The region is gone.",
};

/** The regions somebody works with, and those whose teams show them to everyone. */
export function RegionsPage({ mine, isGuest, others, page, more, done }: RegionsPageProps) {
  const words = done ? DONE[done] : undefined;
  const address = (number: number) => (number === 1 ? REGIONS_PATH : `${REGIONS_PATH}?page=${number}`);
  return (
    <>
      <PageHead
        title="Regions"
        lede="A region is the counties that work together, across a state line where the work does. Its team looks at the same figures, chooses a first sector and keeps the decision."
        actions={
          <ButtonLink href={`${REGIONS_PATH}/new`} icon="plus">
            Name a region
          </ButtonLink>
        }
      />
      {words && <Notice tone="success" title={words} live />}
      {!isGuest && (
        <Section title="Yours">
          {mine.length > 0 ? (
            <RegionCards regions={mine} own />
          ) : (
            <EmptyState title="You are in no region’s team yet" icon="map" level={3}>
              Name the counties that your team works in. You can begin with a rough list and change it later:
              what was decided keeps the shape it was decided on.
            </EmptyState>
          )}
        </Section>
      )}
      <Section title={isGuest ? "Shown to everyone" : "Others, shown to everyone"}>
        {others.length > 0 ? (
          <RegionCards regions={others} />
        ) : (
          <p class="measure">
            No team shows its region here{page > 1 ? " on this page" : " so far"}. A region is private to its
            team until the team says otherwise.
          </p>
        )}
        <Steps
          page={page}
          before={page > 1 ? address(page - 1) : undefined}
          after={more ? address(page + 1) : undefined}
          label="Regions"
        />
      </Section>
    </>
  );
}

/** As many names as a card has room for. */
const MOST_NAMED = 12;

function RegionCards({ regions, own }: { regions: Region[]; own?: boolean }) {
  return (
    <CardList
      columns={2}
      cards={regions.map((region) => (
        <Card
          title={region.name}
          href={regionPath(region.slug)}
          stamp={<RegionMark region={region} />}
          meta={own ? <Badge>{SHOWN_WORDS[region.shown]}</Badge> : undefined}
        >
          {region.counties.length > MOST_NAMED
            ? `${region.counties.length} counties`
            : countyListWords(region.counties)}
        </Card>
      ))}
    />
  );
}

export function RegionMark({ region, size }: { region: Region; size?: "large" }) {
  return (
    <RegionStamp
      counties={region.counties}
      name={region.name}
      short={region.states.map((code) => code.toUpperCase()).join(" ")}
      {...(size ? { size } : {})}
    />
  );
}
