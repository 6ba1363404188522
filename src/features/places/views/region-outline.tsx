import type { Hue } from "#ui/chip.tsx";
import { Stamp, type StampProps } from "#ui/stamp.tsx";
import { countyByFips } from "../counties/counties.ts";
import { CONNECTICUT_NOTE } from "../counties/former.ts";
import { regionMap, regionOutline } from "../counties/region.ts";
import { countyListWords } from "../counties/words.ts";

export type RegionOutlineProps = {
  /** FIPS codes, of one state or several. */
  counties: readonly string[];
  /** Codes of the states to show around them; those of the counties where none are named. */
  states?: readonly string[];
  hue?: Hue;
  /** Says what is shown; without one, the counties are listed. */
  title?: string;
};

/** A region's counties within their state or states. The counties in words stand beneath, for everyone. */
export function RegionOutline({ counties, states, hue, title }: RegionOutlineProps) {
  const map = regionMap(counties, states);
  if (!map) return null;
  const words = countyListWords(counties);
  return (
    <figure class="map county-map">
      <svg viewBox={map.viewBox} role="img" aria-label={title ?? (words || map.names)}>
        <path class="map-land" d={map.ground} />
        <path class="map-lines" d={map.lines} />
        {map.region && <path class={`map-group map-region hue-${hue ?? "cross"}`} d={map.region} />}
      </svg>
      {words && (
        <figcaption class="map-words">
          {words}
          <CountyNote counties={counties} />
        </figcaption>
      )}
    </figure>
  );
}

/** Said where an old county of Connecticut is shown; nothing elsewhere. */
export function CountyNote({ counties }: { counties: readonly string[] }) {
  const old = counties.some((fips) => fips.startsWith("09") && countyByFips(fips)?.until);
  return old ? <span class="map-note"> {CONNECTICUT_NOTE}</span> : null;
}

export type RegionStampProps = {
  counties: readonly string[];
  /** Under the outline: "Southeast Nebraska". */
  name: string;
  /** Where the stamp is too narrow for the name: "NE". */
  short: string;
  hue?: Hue;
  under?: StampProps["under"];
  size?: StampProps["size"];
};

/** A region's own stamp; nothing where its counties are not known, and the state's stamp stands for it then. */
export function RegionStamp({ counties, ...look }: RegionStampProps) {
  const outline = regionOutline(counties);
  return outline ? <Stamp {...look} outline={outline} /> : null;
}
