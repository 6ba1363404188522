import { describe, expect, test } from "vitest";
import { countiesOf } from "./counties.ts";
import { drawCounties } from "./county-drawing.ts";

describe("counties drawn one by one", () => {
  test("stand in one drawing, whichever states they are of, with the line between states once more", () => {
    const drawing = drawCounties(["29095", "20091", "20209"])!;
    expect(drawing.counties.map(({ name }) => name).sort()).toEqual(["Jackson", "Johnson", "Wyandotte"]);
    expect(Math.max(drawing.width, drawing.height)).toBe(1000);
    expect(drawing.stateLines).not.toBe("");
    expect(drawCounties(["56033", "56019"])!.stateLines).toBe("");
  });

  test("say where words have room: within the drawing, and the more the larger the county", () => {
    for (const state of ["oh", "tx", "va", "hi"]) {
      const drawing = drawCounties(countiesOf(state).map(({ fips }) => fips))!;
      for (const { x, y, room, path } of drawing.counties) {
        expect(path).toMatch(/^M/);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(drawing.width);
        expect(y).toBeLessThanOrEqual(drawing.height);
        expect(room.width).toBeGreaterThanOrEqual(0);
        expect(room.height).toBeLessThanOrEqual(drawing.height);
      }
    }
  });

  test("are the same for the same counties, whatever their order, and nothing for none", () => {
    expect(drawCounties(["56033", "56019"])).toEqual(drawCounties(["56019", "56033", "56019"]));
    expect(drawCounties(["99999"])).toBeUndefined();
  });
});
