import { balancedLines, cutLines } from "#platform/pictures/wrap.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { signedPercentage, quotient as twoDecimals, whole } from "../analysis/figure-words.ts";
import { type Drawn, type Plot, ROOM } from "./bubble-plot.ts";
import { type Box, isOnAny, type Marked, placeLabels, type Writing } from "./labels.ts";
import { type Colors, hueOf, inkOn, SIZES } from "./look.ts";
import type { Look, Pen } from "./picture.ts";
import { shortTitle } from "./short-title.ts";
import { text } from "./svg.ts";

const CORNERS = {
  wide: [
    "Strong here, losing jobs",
    "Strong here and growing",
    "Small here, losing jobs",
    "Small here, growing",
  ],
  narrow: ["Strong, losing", "Strong, growing", "Small, losing", "Small, growing"],
} as const;

/** What the corners, the region's line and the bubbles are called, where there is room. */
export function labels(
  drawn: readonly Drawn[],
  total: IndustryRow,
  plot: Plot,
  pen: Pen,
  colors: Colors,
  look: Look,
): string {
  const { text: size } = SIZES[look.shape];
  const room = ROOM[look.shape];
  const corner = cornerWords(drawn, plot, pen, colors, look);
  const regionWords = regionLabel(total, plot, pen, colors, look);
  const inWide = (bubble: Drawn) => bubble.growth !== undefined || look.shape === "wide";
  const named = new Set(tellingFirst(drawn).filter(inWide).slice(0, room.names));
  const marks = drawn.map(
    (bubble): Marked => ({
      ...bubble.at,
      radius: bubble.radius,
      isNarrow: bubble.growth === undefined,
      carriesWords: !bubble.isSure || bubble.pay !== "near",
      writings: [
        ...(named.has(bubble) ? [nameOf(bubble, pen, size, room.label)] : []),
        numberOf(bubble, pen, size),
      ],
    }),
  );
  const order = tellingFirst(drawn).map((bubble) => drawn.indexOf(bubble));
  const box = {
    ...plot.box,
    left: plot.box.left + 2,
    right: plot.beside === undefined ? plot.box.right + room.right - 2 : SIZES[look.shape].width - 4,
  };
  const placed = placeLabels(marks, order, box, [...corner.boxes, ...regionWords.boxes]);
  const words = placed.flatMap(({ index, lines, anchor, x, y, lineHeight, writing, isInside }) => {
    const { isSure, pay, row: industry } = drawn[index]!;
    const onHue = isInside && isSure && pay === "above";
    const fill = writing === 0 && named.has(drawn[index]!) ? colors.ink : colors.ink2;
    return lines.map((words, row) =>
      text(words, x, y + row * lineHeight, {
        size,
        anchor,
        ...(onHue ? { fill: inkOn(hueOf(industry.look, look.theme)) } : { fill, halo: colors.sheet }),
      }),
    );
  });
  return corner.body + regionWords.body + words.join("");
}

function regionLabel(total: IndustryRow, { x, box, growth }: Plot, pen: Pen, colors: Colors, look: Look) {
  const { value } = total.percent;
  const { text: size } = SIZES[look.shape];
  if (value === null || value < growth.from || value > growth.to) return { body: "", boxes: [] };
  const words = `${look.shape === "wide" ? total.title : "All jobs"}: ${signedPercentage(value)}`;
  const width = pen.measure(words, size);
  const toLeft = value < 0 ? x(value) - width - 8 > box.left : x(value) + width + 8 > box.right;
  const left = toLeft ? x(value) - width - 6 : x(value) + 6;
  const y = box.bottom - 30;
  return {
    body: text(words, left, y, { size, fill: colors.ink, halo: colors.sheet }),
    boxes: [{ left, right: left + width, top: y - size, bottom: y + 4 }],
  };
}

/** Large ones, and those far from where most are. */
function tellingFirst(drawn: readonly Drawn[]): Drawn[] {
  const weight = ({ radius, quotient, growth, row }: Drawn) =>
    radius *
    (1 + 0.35 * Math.abs(Math.log2(Math.max(quotient, 0.1))) + 2 * Math.min(0.3, Math.abs(growth ?? 0))) *
    (row.isSmall ? 0.6 : 1);
  return [...drawn].sort((a, b) => weight(b) - weight(a));
}

function nameOf(bubble: Drawn, pen: Pen, size: number, most: number): Writing {
  const { row, isSure } = bubble;
  const title = shortTitle(row.title);
  // Beside the plot the words stand above or below their bubble.
  const room = bubble.growth === undefined ? Math.min(most, 140) : most;
  const measure = (words: string) => pen.measure(words, size);
  const name =
    measure(title) <= room * 0.8
      ? [title]
      : (balancedLines(title, measure, room, 2) ?? cutLines(title, measure, room, 2));
  const lines = [...name, ...(isSure ? [] : [`at least ${whole(row.jobs1.low ?? 0)}`]), ...farWords(bubble)];
  return { lines, width: Math.max(...lines.map(measure)), lineHeight: size * 1.2 };
}

function numberOf(bubble: Drawn, pen: Pen, size: number): Writing {
  const far = farWords(bubble);
  const words = far.length > 0 ? `${bubble.number} (${far.join(", ")})` : String(bubble.number);
  return { lines: [words], width: pen.measure(words, size), lineHeight: size * 1.1 };
}

function farWords({ isFarGrowth, isFarQuotient, growth, quotient }: Drawn): string[] {
  return [
    ...(isFarGrowth ? [signedPercentage(growth ?? 0)] : []),
    ...(isFarQuotient ? [`${twoDecimals(quotient)} times`] : []),
  ];
}

/** A word for each corner, where no bubble lies on it. */
function cornerWords(
  drawn: readonly Drawn[],
  plot: Plot,
  pen: Pen,
  colors: Colors,
  look: Look,
): { body: string; boxes: Box[] } {
  const { box, x, y } = plot;
  const size = SIZES[look.shape].text;
  const marks = drawn.map(({ at, radius }) => ({ ...at, radius }));
  const boxes: Box[] = [];
  const body = CORNERS[look.shape].map((words, index) => {
    const width = pen.measure(words, size, true);
    const isLeft = index % 2 === 0;
    if (width + 14 > (isLeft ? x(0) - box.left : box.right - x(0))) return "";
    const edge = isLeft ? box.left + 6 : box.right - 6;
    const rows = index < 2 ? [box.top + size + 4, y(0) - 8] : [box.bottom - 8, y(0) + size + 4];
    for (const row of rows) {
      const taken = {
        left: isLeft ? edge : edge - width,
        right: isLeft ? edge + width : edge,
        top: row - size,
        bottom: row + 4,
      };
      if (isOnAny(marks, taken)) continue;
      boxes.push(taken);
      return text(words, edge, row, {
        size,
        bold: true,
        fill: colors.ink2,
        anchor: isLeft ? "start" : "end",
        halo: colors.sheet,
      });
    }
    return "";
  });
  return { body: body.join(""), boxes };
}
