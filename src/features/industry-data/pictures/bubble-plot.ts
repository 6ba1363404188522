import type { IndustryRow } from "../analysis/answer.ts";
import type { PlacedBubble } from "./bubble-places.ts";
import type { Box } from "./labels.ts";
import { SIZES } from "./look.ts";
import type { Look } from "./picture.ts";
import { linear, quantile, roundEnds, type Scale } from "./scales.ts";

export const ROOM = {
  wide: {
    beside: 168,
    left: 44,
    right: 26,
    top: 34,
    bottom: 66,
    height: 600,
    most: 46,
    least: 5,
    names: 20,
    label: 168,
  },
  narrow: {
    beside: 66,
    left: 34,
    right: 20,
    top: 34,
    bottom: 62,
    height: 490,
    most: 25,
    least: 4,
    names: 8,
    label: 116,
  },
};

/** Where everything stands in a picture of bubbles. */
export interface Plot {
  x: Scale;
  y: Scale;
  /** The axis of growth in fractions, of concentration in doublings: 0 is the nation's share, 1 twice as much. */
  growth: { from: number; to: number; step: number };
  doublings: { from: number; to: number };
  box: Box;
  /** The middle of the strip beside the plot, where there is one. */
  beside: number | undefined;
}

export interface Drawn extends PlacedBubble {
  at: { x: number; y: number };
  radius: number;
  /** It lies beyond an axis and is drawn at its end, with the figure beside it. */
  isFarGrowth: boolean;
  isFarQuotient: boolean;
}

/** The axis of growth leaves out what lies far beyond all others, or everything else would be one heap. */
export function plotFor(
  bubbles: readonly PlacedBubble[],
  total: IndustryRow,
  look: Look,
  above: number,
): Plot {
  const room = ROOM[look.shape];
  const { width } = SIZES[look.shape];
  const growths = bubbles.flatMap(({ growth }) => growth ?? []);
  const besides = growths.length < bubbles.length ? room.beside : 0;
  const reach = Math.max(0.02, 2.2 * quantile(growths.map(Math.abs), 0.85));
  const shown = [...growths.filter((growth) => Math.abs(growth) <= reach), 0, total.percent.value ?? 0];
  const pad = Math.max(0.01, 0.08 * (Math.max(...shown) - Math.min(...shown)));
  const growth = roundEnds(
    [Math.min(...shown) - pad, Math.max(...shown) + pad],
    look.shape === "wide" ? 8 : 4,
  );
  const doublings = bubbles.filter(({ quotient }) => quotient > 0).map(({ quotient }) => Math.log2(quotient));
  const from = Math.max(-3, Math.floor(Math.min(-1, ...doublings) - 0.25));
  const to = Math.min(8, Math.ceil(Math.max(1, ...doublings) + 0.25));
  const box = {
    left: room.left,
    right: width - room.right - besides,
    top: above + room.top,
    bottom: above + room.height - room.bottom,
  };
  return {
    growth,
    doublings: { from, to },
    box,
    beside: besides > 0 ? box.right + 16 + besides / 2 : undefined,
    x: linear(growth.from, growth.to, box.left, box.right),
    y: linear(from, to, box.bottom, box.top),
  };
}

export function doublingsOf(quotient: number, { doublings: { from, to } }: Plot): number {
  return quotient > 0 ? Math.min(to, Math.max(from, Math.log2(quotient))) : from;
}
