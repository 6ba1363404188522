import { allStates, NationalMap } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Tabs } from "#ui/work-list.tsx";

export interface StatesPageProps {
  /** What the map shows. */
  layer: "partnerships" | "happenings";
  /** By the state's code. */
  partnerships: ReadonlyMap<string, number>;
  happenings: ReadonlyMap<string, number>;
  /** States whose page says something, whatever it counts. */
  told: ReadonlyMap<string, Date>;
}

const UNITS = {
  partnerships: ["partnership", "partnerships"],
  happenings: ["happening", "happenings"],
} satisfies Record<StatesPageProps["layer"], [string, string]>;

/** The map, the same in words, and the states that nobody has told of yet. */
export function StatesPage({ layer, partnerships, happenings, told }: StatesPageProps) {
  const counts = { partnerships, happenings };
  const here = allStates().filter(
    ({ code }) => partnerships.has(code) || happenings.has(code) || told.has(code),
  );
  const quiet = allStates().filter((state) => !here.includes(state));
  const entries = [...counts[layer]].map(([code, count]) => ({ code, count, href: `/states/${code}` }));
  return (
    <>
      <PageHead
        title="States"
        lede="Partnerships belong to regions, but states start them, train them and help them last. See which are where, and what has been shared from each."
      />
      {here.length === 0 ? (
        <EmptyState
          title="No state has shared anything yet"
          icon="map"
          actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
        >
          The first update will put its state on the map.
        </EmptyState>
      ) : (
        <>
          <Tabs
            label="What the map shows"
            tabs={(["partnerships", "happenings"] as const).map((one) => ({
              href: one === "partnerships" ? "/states" : "/states?by=happenings",
              label: one === "partnerships" ? "Partnerships" : "Happenings",
              current: one === layer,
            }))}
          />
          <div class="map-with-list">
            <NationalMap
              entries={entries}
              unit={UNITS[layer]}
              title={layer === "partnerships" ? "Partnerships by state" : "Happenings by state"}
            />
            <ul class="bare map-list state-list" aria-label="States, with what they have">
              {[...here]
                .sort((a, b) => a.name.localeCompare(b.name, "en"))
                .map(({ code, name }) => (
                  <li>
                    <a href={`/states/${code}`}>{name}</a>
                    <span class="count">{countWords(partnerships.get(code), happenings.get(code))}</span>
                  </li>
                ))}
            </ul>
          </div>
        </>
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

/** "5 partnerships, 2 happenings"; what there is none of is not named. */
function countWords(partnerships: number | undefined, happenings: number | undefined): string {
  const words = (count: number | undefined, [one, many]: readonly [string, string]) =>
    count ? `${count.toLocaleString("en-US")} ${count === 1 ? one : many}` : "";
  return [words(partnerships, UNITS.partnerships), words(happenings, UNITS.happenings)]
    .filter(Boolean)
    .join(", ");
}
