import { contrast } from "#base/color.ts";
import { HUE_FILLS, HUE_LIGHTS } from "#ui/hue-fills.ts";
import type { Shape, Theme } from "./picture.ts";

/** The tokens of css/tokens.css that pictures are drawn with; a test holds light and dark equal to them. */
export interface Colors {
  sheet: string;
  ink: string;
  ink2: string;
  rule: string;
  edge: string;
  /** What is drawn first of all: bubbles, the region's own part. */
  pine: string;
  /** Beside it: the nation's part, other places. */
  slate: string;
  marigold: string;
  /** Of a map, from least to most. */
  steps: readonly [string, string, string, string];
  /** Land that is not asked about. */
  land: string;
}

export const COLORS: Record<Theme, Colors> = {
  light: {
    sheet: "#ffffff",
    ink: "#14252e",
    ink2: "#465962",
    rule: "#d3dbdb",
    edge: "#75868d",
    pine: "#0b4a57",
    slate: "#adbdc1",
    marigold: "#ffb81c",
    steps: ["#e4eeee", "#a9cacd", "#5a939c", "#0b4a57"],
    land: "#f4f6f5",
  },
  dark: {
    sheet: "#182329",
    ink: "#eef3f3",
    ink2: "#b3c1c6",
    rule: "#33444c",
    edge: "#7f949d",
    pine: "#7cc8d6",
    slate: "#54707b",
    marigold: "#f5c158",
    steps: ["#23363d", "#386370", "#5ea3b1", "#b4e6ee"],
    land: "#1c2a30",
  },
  print: {
    sheet: "#ffffff",
    ink: "#000000",
    ink2: "#26343a",
    rule: "#c3cccc",
    edge: "#56666d",
    pine: "#0b4a57",
    slate: "#adbdc1",
    marigold: "#ffffff",
    steps: ["#f1f5f5", "#b9d0d2", "#6b9aa1", "#0b4a57"],
    land: "#ffffff",
  },
};

/** A named sector's own color; the house's for whatever has none. */
export function hueOf(look: { hue: string } | undefined, theme: Theme): string {
  const hues: Record<string, string> = theme === "dark" ? HUE_LIGHTS : HUE_FILLS;
  return (look && hues[look.hue]) ?? COLORS[theme].pine;
}

/** Widths and letters, in the picture's own units; a phone of 320 pixels shows the narrow one at four fifths. */
export const SIZES: Record<Shape, { width: number; text: number; strong: number }> = {
  wide: { width: 1000, text: 15, strong: 16 },
  narrow: { width: 340, text: 14.5, strong: 15 },
};

/** White or ink, whichever is read more easily on this ground. */
export function inkOn(ground: string): string {
  const [white, ink] = ["#ffffff", "#14252e"];
  return contrast(ground, white) >= contrast(ground, ink) ? white : ink;
}
