import { httpUrl } from "#base/brands.ts";
import { mediaHref } from "#features/media/public.ts";
import { StateStamp } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { Card, CardList } from "#ui/card.tsx";
import { Day } from "#ui/dates.tsx";
import { type FilePill, FilePills } from "#ui/files.tsx";
import { ARTEFACT_WORDS, type ArtefactKind, KIND_WORDS } from "../../kinds.ts";
import { DOCUMENTS, happeningPath } from "../address.ts";
import { knownDate } from "../dates.ts";
import type { ListedArtefact, ListedHappening } from "../listing.ts";
import { hueOf, SectorChips } from "./sector-chips.tsx";

/** What every card on a page needs beside its own happening. */
export interface CardSetting {
  /** By id; all that the cards may name. */
  sectors: ReadonlyMap<string, Sector>;
  timeZone: string;
}

export interface HappeningCardProps extends CardSetting {
  happening: ListedHappening;
  lead?: boolean;
  level?: 2 | 3;
}

export function HappeningCard({ happening, sectors, timeZone, lead, level }: HappeningCardProps) {
  const own = happening.sectors
    .flatMap((id) => sectors.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  const date = knownDate(happening.at, happening.precision, timeZone);
  return (
    <Card
      title={happening.title}
      href={happeningPath(happening)}
      lead={lead}
      level={level}
      stamp={
        <StateStamp
          code={happening.state}
          hue={hueOf(own)}
          size={lead ? "large" : undefined}
          under={date && <Day iso={date} />}
        />
      }
      meta={
        <>
          <SectorChips sectors={own} />
          <span>{KIND_WORDS[happening.kind].name}</span>
        </>
      }
      files={<FilePills files={pillsOf(happening)} of={happening.title} />}
    >
      {happening.summary}
    </Card>
  );
}

/** Happenings as cards, in the order they come. */
export function HappeningCards(
  props: CardSetting & { items: ListedHappening[]; columns?: 1 | 2; lead?: boolean; level?: 2 | 3 },
) {
  const { items, columns, lead, ...rest } = props;
  return (
    <CardList
      columns={columns}
      lead={lead}
      cards={items.map((happening, index) => (
        <HappeningCard {...rest} happening={happening} lead={lead && index === 0} />
      ))}
    />
  );
}

/** More than this many pills are a list, which stands on the page itself. */
const MOST_PILLS = 4;

/** One of its kind leads to the thing itself where it can be had; several of a kind lead to their list. */
function pillsOf(happening: ListedHappening): FilePill[] {
  const byKind = new Map<ArtefactKind, ListedArtefact[]>();
  for (const artefact of happening.artefacts) {
    byKind.set(artefact.kind, [...(byKind.get(artefact.kind) ?? []), artefact]);
  }
  const list = `${happeningPath(happening)}#${DOCUMENTS}`;
  return [...byKind].slice(0, MOST_PILLS).map(([kind, artefacts]) => {
    const { name, many, icon } = ARTEFACT_WORDS[kind];
    const [first] = artefacts;
    if (artefacts.length > 1) return { label: `${artefacts.length} ${many}`, icon, href: list };
    return { label: name, icon, href: (first && hrefOf(first)) ?? list };
  });
}

function hrefOf({ media, url }: ListedArtefact): string | undefined {
  return media ? mediaHref(media) : ((url && httpUrl(url)) ?? undefined) || undefined;
}
