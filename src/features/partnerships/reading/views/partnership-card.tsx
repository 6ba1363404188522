import type { Child } from "hono/jsx";
import { stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { Card, CardList } from "#ui/card.tsx";
import { hueOf } from "../../hue.ts";
import { partnershipPath } from "../address.ts";
import type { ListedPartnership } from "../listing.ts";
import { SectorChips, StageMark, ThemePills } from "./marks.tsx";
import { RegionMark } from "./region-mark.tsx";

export interface PartnershipCardsProps {
  items: readonly ListedPartnership[];
  /** By id; all that the cards may name. */
  sectors: ReadonlyMap<string, Sector>;
  columns?: 1 | 2;
  level?: 2 | 3;
  /** A line of its own for one of them, such as why it is shown. */
  lineOf?: (partnership: ListedPartnership) => Child | undefined;
}

/** Partnerships as cards, in the order they come. */
export function PartnershipCards({ items, columns, ...rest }: PartnershipCardsProps) {
  return (
    <CardList
      columns={columns}
      cards={items.map((partnership) => <PartnershipCard {...rest} partnership={partnership} />)}
    />
  );
}

function PartnershipCard(
  props: Omit<PartnershipCardsProps, "items" | "columns"> & { partnership: ListedPartnership },
) {
  const { partnership, sectors, level, lineOf } = props;
  const own = partnership.sectors.flatMap((id) => sectors.get(id) ?? []);
  return (
    <Card
      title={partnership.name}
      href={partnershipPath(partnership.slug)}
      level={level}
      stamp={<RegionMark {...partnership} hue={hueOf(own)} />}
      meta={
        <>
          <SectorChips sectors={own} />
          <StageMark stage={partnership.stage} since={partnership.since} />
        </>
      }
      files={
        <>
          <p class="partnership-line">{placeWords(partnership)}</p>
          {partnership.conveners.length > 0 && (
            <p class="partnership-line">Convened by {partnership.conveners.join(" and ")}</p>
          )}
          {lineOf?.(partnership)}
          <ThemePills themes={partnership.themes} of={partnership.name} />
        </>
      }
    >
      {partnership.summary}
    </Card>
  );
}

/** "Rio Grande Valley, Texas"; a region that names its state already does not name it twice. */
export function placeWords({ region, states }: Pick<ListedPartnership, "region" | "states">): string {
  const names = states
    .flatMap((code) => stateByCode(code)?.name ?? [])
    .filter((name) => !region.includes(name));
  return [region, names.join(" and ")].filter(Boolean).join(", ");
}
