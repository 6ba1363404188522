import type { Sector } from "#features/sectors/public.ts";
import type { Hue } from "#ui/chip.tsx";

/** The color of a partnership: that of its sectors where they share one, slate for several or none. */
export function hueOf(sectors: readonly Sector[]): Hue {
  const [first] = sectors;
  return first && sectors.every(({ hue }) => hue === first.hue) ? first.hue : "cross";
}
