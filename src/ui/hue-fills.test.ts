import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { HUE_FILLS, HUE_LIGHTS } from "./hue-fills.ts";

test("what is drawn outside of a page has the colors of the style sheet", async () => {
  const css = await readFile("src/ui/css/hues.css", "utf8");
  const written = [...css.matchAll(/--([a-z]+)-fill: (#[0-9a-f]{6});/g)].map(([, hue, fill]) => [hue, fill]);
  expect(Object.fromEntries(written)).toEqual(HUE_FILLS);
  const [, night = ""] = css.split("prefers-color-scheme: dark");
  const light = [...night.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, hue, color]) => [hue, color]);
  expect(Object.fromEntries(light)).toEqual(HUE_LIGHTS);
});
