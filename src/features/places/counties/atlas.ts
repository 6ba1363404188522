import { geoConicEqualArea } from "d3-geo";
import { type Point, simplifyLine } from "../simplify.ts";
import { allStates } from "../states.ts";
import { type CountyKind, fullNameOf } from "./kinds.ts";
import { writeLine } from "./lines.ts";

/** The parts of the atlas of counties, a quantized TopoJSON file in degrees, that we read. */
export type CountyAtlas = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { counties: { geometries: AtlasCounty[] } };
};
type AtlasCounty = { id: string; properties: { name: string } } & (
  | { type: "Polygon"; arcs: number[][] }
  | { type: "MultiPolygon"; arcs: number[][][] }
);

/** The atlas gives names without the word for their kind. Source: the Census Bureau's county names of 2023. */
const ALASKA: Partial<Record<CountyKind, string[]>> = {
  municipality: ["02020", "02230"],
  "city and borough": ["02110", "02220", "02275", "02282"],
  "census area": [
    ...["02016", "02050", "02063", "02066", "02070", "02105"],
    ...["02158", "02180", "02198", "02240", "02290"],
  ],
};
const OF_STATE: Record<string, CountyKind> = {
  "02": "borough",
  "09": "planning region",
  "11": "whole",
  "22": "parish",
  "60": "district",
  "66": "whole",
  "69": "municipality",
  "72": "municipio",
  "78": "island",
};
/** Baltimore, St. Louis, Carson City; Virginia numbers its independent cities from 510. */
const CITIES = ["24510", "29510", "32510"];

function kindOf(fips: string): CountyKind {
  const alaskan = Object.entries(ALASKA).find(([, codes]) => codes.includes(fips));
  if (alaskan) return alaskan[0] as CountyKind;
  if (CITIES.includes(fips) || (fips.startsWith("51") && fips >= "51510")) return "independent city";
  return OF_STATE[fips.slice(0, 2)] ?? "county";
}

/** State code → kind → "001 Adams;003 Antelope;…": facts only, as small as a reader still understands. */
export function nameCounties(atlas: CountyAtlas): Record<string, Record<string, string>> {
  const all = atlas.objects.counties.geometries.map(({ id, properties }) => ({ id, name: properties.name }));
  const names: Record<string, Record<string, string>> = {};
  for (const { code, fips } of allStates()) {
    const here = all.filter(({ id }) => id.startsWith(fips)).sort((a, b) => a.id.localeCompare(b.id));
    const kinds = Map.groupBy(here, ({ id }) => kindOf(id));
    names[code] = Object.fromEntries(
      [...kinds].map(([kind, list]) => [
        kind,
        list.map(({ id, name }) => `${id.slice(2)} ${name}`).join(";"),
      ]),
    );
    const full = here.map(({ id, name }) => fullNameOf(name, kindOf(id)));
    if (new Set(full).size < full.length) throw new Error(`Two counties of ${code} have one full name.`);
  }
  return names;
}

/** Borders in 1/500 of a degree, about 200 m. */
export const UNITS_A_DEGREE = 500;

export type CountyLines = {
  /** Every border once, between the points where three counties meet; see `lines.ts` for how it is written. */
  borders: string;
  /** The same borders on the nation's map, in its units and as fine as it shows them. */
  national: string;
  /** By FIPS code: its rings, each a list of borders; a negative number is a border walked backwards. */
  counties: Record<string, string>;
};

/** Borders, not shapes, are kept and simplified, so that neighbors share each line exactly, across states too. */
export function drawCounties(atlas: CountyAtlas): CountyLines {
  const counties = atlas.objects.counties.geometries.toSorted((a, b) => a.id.localeCompare(b.id));
  const degrees = inDegrees(atlas);
  /** The atlas's number of a border → ours, given in the order of counties, so that they stay near each other. */
  const numbers = new Map<number, number>();
  const borders: Point[][] = [];
  const national: Point[][] = [];
  const rings: [string, string][] = [];
  for (const county of counties) {
    const refs = (county.type === "Polygon" ? county.arcs : county.arcs.flat()).map((ring) =>
      ring.map((ref) => {
        const old = ref < 0 ? ~ref : ref;
        if (!numbers.has(old)) {
          numbers.set(old, borders.length);
          borders.push(degrees[old]!.map(([x, y]): Point => [whole(x), whole(y)]));
          // A small ring of one or two borders would fall flat if either became a straight line.
          national.push(onNation(degrees[old]!, county.id.slice(0, 2), ring.length < 3 ? 4 : 2));
        }
        const number = numbers.get(old)!;
        return ref < 0 ? ~number : number;
      }),
    );
    rings.push([county.id, refs.map((ring) => ring.join(" ")).join(",")]);
  }
  return {
    borders: borders.map(writeLine).join(";"),
    national: national.map(writeLine).join(";"),
    counties: Object.fromEntries(rings),
  };
}

const whole = (degrees: number) => Math.round(degrees * UNITS_A_DEGREE);
function inDegrees({ arcs, transform }: CountyAtlas): Point[][] {
  const [scale, shift] = [transform.scale, transform.translate];
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      const longitude = x * scale[0] + shift[0];
      // The Aleutians go on beyond the line of dates; a plane does not.
      return [longitude > 170 ? longitude - 360 : longitude, y * scale[1] + shift[1]];
    });
  });
}

const albers = geoConicEqualArea().rotate([96, 0]).center([-0.6, 38.7]).parallels([29.5, 45.5]);
const alaska = geoConicEqualArea().rotate([154, 0]).center([-2, 58.5]).parallels([55, 65]);
const hawaii = geoConicEqualArea().rotate([157, 0]).center([-3, 19.9]).parallels([8, 18]);
for (const [projection, size, right, down] of [
  [albers, 1, 0, 0],
  [alaska, 0.35, -0.307, 0.201],
  [hawaii, 1, -0.205, 0.212],
] as const) {
  projection.scale(1300 * size).translate([487.5 + 1300 * right, 305 + 1300 * down]);
}

/** How many of its units fit into one of the national map of states, which is 975 wide. */
const NATIONAL_UNITS = 2;

/**
 * A border in the projection of the atlas's own national map (d3's `geoAlbersUsa`), but without its cut around the insets.
 * The territories are not on it.
 */
function onNation(line: Point[], state: string, keep: number): Point[] {
  if (Number(state) >= 60) return [];
  const projection = state === "02" ? alaska : state === "15" ? hawaii : albers;
  const drawn = simplifyLine(
    line.map((point) => projection(point) as Point),
    1.5,
    keep,
  );
  return drawn.map(([x, y]) => [Math.round(x * NATIONAL_UNITS), Math.round(y * NATIONAL_UNITS)]);
}
