import type { Sector } from "#features/sectors/public.ts";
import { Chip, type Hue } from "#ui/chip.tsx";

/** The color of a stamp: that of its sectors where they share one, slate for several or none. */
export function hueOf(sectors: readonly Sector[]): Hue {
  const [first] = sectors;
  return first && sectors.every(({ hue }) => hue === first.hue) ? first.hue : "cross";
}

/** One or two by name; more than that say only how many, since a card has one line for it. */
export function SectorChips({ sectors, all }: { sectors: readonly Sector[]; all?: boolean }) {
  if (sectors.length === 0) return <Chip label="Any sector" icon="layers" hue="cross" />;
  if (sectors.length > 2 && !all)
    return <Chip label={`${sectors.length} sectors`} icon="layers" hue="cross" />;
  return (
    <>
      {sectors.map((sector) => (
        <Chip label={sector.name} icon={sector.icon} hue={sector.hue} href={`/sectors/${sector.slug}`} />
      ))}
    </>
  );
}
