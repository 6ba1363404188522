import { countyByFips, countyListWords, countyWords, RegionOutline } from "#features/places/public.ts";
import { Moment } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { REGIONS_PATH, regionPath } from "../paths.ts";
import type { Region, Shape } from "../queries.ts";

export interface HistoryPageProps {
  region: Region;
  /** The newest first. */
  shapes: Shape[];
  /** Names are for the team. */
  isTeam: boolean;
  zone: string;
}

/** Every shape that a region has had, with what came and what went. */
export function HistoryPage({ region, shapes, isTeam, zone }: HistoryPageProps) {
  return (
    <>
      <PageHead
        title={`The shapes of ${region.name}`}
        trail={[
          { href: REGIONS_PATH, label: "Regions" },
          { href: regionPath(region.slug), label: region.name },
        ]}
        lede="What a team decides names the shape it was decided on, so none of them is ever changed or lost."
      />
      {shapes.map((shape, index) => (
        <Section
          title={`Shape ${shape.number}${index === 0 ? ", as it is now" : ""}`}
          id={`shape-${shape.number}`}
        >
          <p>
            <Moment at={shape.at} zone={zone} />
            {isTeam && shape.byName && `, by ${shape.byName}`}
          </p>
          {shape.note && <p class="measure">{shape.note}</p>}
          <Moves shape={shape} before={shapes[index + 1]} />
          <RegionOutline
            counties={shape.counties}
            title={`Shape ${shape.number}: ${countyListWords(shape.counties)}`}
          />
        </Section>
      ))}
    </>
  );
}

function Moves({ shape, before }: { shape: Shape; before: Shape | undefined }) {
  if (!before) return null;
  const came = shape.counties.filter((fips) => !before.counties.includes(fips));
  const went = before.counties.filter((fips) => !shape.counties.includes(fips));
  return (
    <ul>
      {came.map((fips) => (
        <li>New: {nameOf(fips)}</li>
      ))}
      {went.map((fips) => (
        <li>Left out: {nameOf(fips)}</li>
      ))}
    </ul>
  );
}

function nameOf(fips: string): string {
  const county = countyByFips(fips);
  return county ? countyWords(county) : fips;
}
