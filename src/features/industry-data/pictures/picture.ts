import type { ChartTools } from "#platform/pictures/chart-tools.ts";
import type { FigureFormat } from "../analysis/figure-words.ts";
import type { Bounded } from "../figures/bounded.ts";

export const THEMES = ["light", "dark", "print"] as const;
export type Theme = (typeof THEMES)[number];

/** `wide` is drawn for a column of 850 pixels and more, `narrow` for a phone; at either no letter is under 12 pixels. */
export const SHAPES = ["wide", "narrow"] as const;
export type Shape = (typeof SHAPES)[number];

/** How a picture is to look. */
export interface Look {
  theme: Theme;
  shape: Shape;
}

/** Measures words and draws charts; never asks anything. */
export type Pen = Pick<ChartTools, "measure" | "chart">;

/** What is drawn, in the picture's own units, its words as `text` still. */
export interface Drawing {
  body: string;
  width: number;
  height: number;
}

export type TableCell = string | number | Bounded | null;

/** The same as the picture, for everyone and for taking along. */
export interface PictureTable {
  caption: string;
  columns: readonly { label: string; heads?: boolean; format?: FigureFormat }[];
  rows: readonly (readonly TableCell[])[];
}

/** What a picture says without being seen. */
export interface PictureWords {
  /** What it shows, as a heading: "Concentration and growth". */
  title: string;
  /** Short, in place of the picture for those who do not see it; the sentence and the table tell the rest. */
  alt: string;
  /** What it says, in plain words. */
  sentence: string;
  /** What has no place in it and why. */
  beneath: readonly string[];
  table: PictureTable;
  /** Nothing has a place in it: its words and its table are all there is. */
  isEmpty?: boolean;
}

export interface Picture extends PictureWords {
  draw(pen: Pen, look: Look): Drawing;
}
