import { expect, test } from "vitest";
import { allStates } from "../states.ts";
import { borderLine, innerBorders, outerRings, ringsOf, walk } from "./borders.ts";
import { allCounties, countiesOf } from "./counties.ts";
import { countyMap } from "./county-map.ts";
import { nationalCounties, nationalMiddle, nationalStates } from "./national-counties.ts";
import { regionMap, regionOutline } from "./region.ts";

const CLOSED = /^(M-?\d+ -?\d+(l[-\d ]+)?z)+$/;
const cornersOf = (path: string) =>
  [...path.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test("every county has rings that end where they began", () => {
  for (const { fips, fullName } of allCounties()) {
    const rings = ringsOf(fips);
    expect(rings.length, fullName).toBeGreaterThan(0);
    for (const ring of rings) {
      const points = walk(ring, borderLine);
      expect(points.at(-1), fullName).toEqual(points[0]);
    }
  }
});

test("the rings around any state close, and no border within it is among them", () => {
  for (const { code, name } of allStates()) {
    const fips = countiesOf(code).map((county) => county.fips);
    const around = outerRings(fips);
    const inner = new Set(innerBorders(fips));
    for (const ring of around) {
      const points = walk(ring, borderLine);
      expect(points.at(-1), name).toEqual(points[0]);
      for (const ref of ring) expect(inner.has(ref < 0 ? ~ref : ref), name).toBe(false);
    }
  }
});

test("every state's map is drawn whole: closed, on whole units, within its box, a few thousand bytes", () => {
  for (const { code, name } of allStates()) {
    const map = countyMap([code]);
    expect(map.ground, name).toMatch(CLOSED);
    expect(map.ground.length + map.lines.length, name).toBeLessThan(15_000);
    expect(Math.max(map.width, map.height), name).toBe(1000);
    for (const { fips, fullName } of countiesOf(code)) {
      const path = map.around([fips]);
      expect(path, fullName).toMatch(CLOSED);
      const [x, y] = map.middle([fips])!;
      expect(x >= 0 && x <= map.width && y >= 0 && y <= map.height, `${fullName} lies on its map`).toBe(true);
      for (const [left, top] of cornersOf(path)) expect(Math.abs(left!) + Math.abs(top!)).toBeLessThan(4_000);
    }
  }
});

test("neighbors share their line: two counties together are one ring, without the border between them", () => {
  const map = countyMap(["ne"]);
  const [lancaster, seward] = ["31109", "31159"];
  expect(map.around([lancaster, seward]).match(/M/g)).toHaveLength(1);
  expect(map.around([lancaster]).length + map.around([seward]).length).toBeGreaterThan(
    map.around([lancaster, seward]).length,
  );
});

test("a region may cross state lines", () => {
  const kansasCity = ["29095", "29047", "29165", "20091", "20209"];
  const region = regionMap(kansasCity)!;
  expect(region.names).toBe("Kansas, Missouri");
  expect(region.region).toMatch(CLOSED);
  expect(region.region.match(/M/g)).toHaveLength(1);
});

test("a region without known counties is its states alone; without either there is nothing to draw", () => {
  expect(regionMap([], ["wy"])).toMatchObject({ names: "Wyoming", region: "" });
  expect(regionMap([])).toBeUndefined();
  expect(regionMap(["99999"])).toBeUndefined();
  expect(regionOutline([])).toBeUndefined();
});

test("a region's stamp is drawn in 900 bytes at most, also for one small city and for a whole state", () => {
  for (const fips of [["51610"], ["31109"], ["09001"], countiesOf("tx").map((county) => county.fips)]) {
    const outline = regionOutline(fips)!;
    expect(outline.path).toMatch(CLOSED);
    expect(outline.path.length).toBeLessThanOrEqual(900);
  }
});

test("on the nation's map every county outside the territories has its place, and every state", () => {
  expect(nationalStates()).toHaveLength(51);
  for (const [, { path }] of nationalStates()) expect(path).toMatch(CLOSED);
  for (const { fips, state } of allCounties()) {
    const territory = allStates().find(({ code }) => code === state)!.territory;
    const middle = nationalMiddle([fips]);
    if (territory) expect(middle).toBeUndefined();
    else expect(middle!.every(Number.isFinite), fips).toBe(true);
  }
  expect(nationalCounties(["31109", "99999", "72127"])).toMatch(CLOSED);
});
