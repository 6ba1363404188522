import { cutLines } from "#platform/pictures/wrap.ts";
import { whole } from "../analysis/figure-words.ts";
import { COLORS, type Colors, hueOf, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { linear, roundEnds, type Scale } from "./scales.ts";
import { shortTitle } from "./short-title.ts";
import { line, text } from "./svg.ts";
import type { Trend, TrendSet } from "./trend-set.ts";

const ROOM = {
  wide: { left: 70, right: 232, top: 40, bottom: 48, height: 480 },
  narrow: { left: 52, right: 124, top: 40, bottom: 44, height: 430 },
};

/** Lines are told apart by stroke and mark; the hue comes on top. */
const STROKES = ["solid", [8, 4], "solid", [2, 4], "solid", [8, 4], "solid", [2, 4]] as const;
const SYMBOLS = ["circle", "rect", "triangle", "diamond"] as const;
const HUES = [
  "cross",
  "manufacturing",
  "logistics",
  "outdoor",
  "textiles",
  "healthcare",
  "construction",
  "hospitality",
];

interface Drawn extends Omit<TrendSet, "place"> {
  periods: readonly string[];
}

export function drawTrend({ trends, periods, breaks = [] }: Drawn, pen: Pen, look: Look): Drawing {
  const colors = COLORS[look.theme];
  const { width, text: size } = SIZES[look.shape];
  const room = ROOM[look.shape];
  const { height } = room;
  const most = trends.flatMap(({ points }) => points.map(({ jobs }) => jobs.value ?? jobs.low ?? 0));
  const ends = roundEnds([0, ...most, 1], 6);
  const [left, right, top, bottom] = [room.left, width - room.right, room.top, height - room.bottom];
  const y = linear(ends.from, ends.to, bottom, top);
  // Periods stand in the middle of their bands, as the chart library places them.
  const x = (index: number) => left + ((index + 0.5) / Math.max(1, periods.length)) * (right - left);
  const colorOf = (trend: Trend, index: number) =>
    hueOf(trend.look ?? { hue: HUES[index % HUES.length]! }, look.theme);
  const chart = pen.chart(
    {
      grid: { outerBoundsMode: "none", left, top, width: right - left, height: bottom - top },
      xAxis: {
        type: "category",
        data: periods.map((period) => period.replace("q", " q")),
        axisLine: { lineStyle: { color: colors.edge } },
        axisTick: { show: false },
        axisLabel: { color: colors.ink2, fontSize: size, fontWeight: 500, margin: 12, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: ends.from,
        max: ends.to,
        interval: ends.step,
        splitLine: { lineStyle: { color: colors.rule } },
        axisLabel: {
          color: colors.ink2,
          fontSize: size,
          fontWeight: 500,
          formatter: (value: number) => whole(value),
        },
      },
      series: trends.map((trend, index) => ({
        type: "line",
        silent: true,
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 9,
        showAllSymbol: true,
        data: periods.map((period) => valueAt(trend, period)),
        lineStyle: { color: colorOf(trend, index), width: 2.25, type: STROKES[index % STROKES.length] },
        itemStyle: { color: colorOf(trend, index) },
      })),
    },
    { width, height },
  );
  const body = [
    text("Jobs", 4, top - 16, { size, fill: colors.ink2, bold: true }),
    chart,
    ...breaks.map(({ period }) =>
      breakLine(x(periods.indexOf(period)) - (x(1) - x(0)) / 2, top, bottom, size, colors),
    ),
    ...trends.map((trend, index) => reaches(trend, periods, x, y, colorOf(trend, index))),
    endLabels(trends, periods, { x, y, right, width, size, pen, colors, colorOf, look }),
  ];
  return { body: body.join(""), width, height };
}

function valueAt({ points }: Trend, period: string): number | null {
  return points.find((point) => point.period === period)?.jobs.value ?? null;
}

function breakLine(x: number, top: number, bottom: number, size: number, colors: Colors): string {
  if (!Number.isFinite(x)) return "";
  return (
    line(x, top, x, bottom, `stroke="${colors.edge}" stroke-width="1.25" stroke-dasharray="5 4"`) +
    text("New NAICS", x + 5, top + size, { size, fill: colors.ink2, halo: colors.sheet })
  );
}

/** Between what a withheld figure lies; open above where nobody can say. */
function reaches(
  trend: Trend,
  periods: readonly string[],
  x: (index: number) => number,
  y: Scale,
  color: string,
): string {
  return trend.points
    .flatMap(({ period, jobs: { value, low, high } }) => {
      if (value !== null || low === null) return [];
      const at = x(periods.indexOf(period));
      const [from, to] = [y(low), y(Math.min(high ?? y.to, y.to))];
      const look = `stroke="${color}" stroke-width="2"`;
      return [
        line(at, from, at, to, `${look} stroke-dasharray="2 4"`),
        line(at - 6, from, at + 6, from, look),
        high !== null && high <= y.to ? line(at - 6, to, at + 6, to, look) : "",
      ];
    })
    .join("");
}

interface EndRoom {
  x: (index: number) => number;
  y: Scale;
  right: number;
  width: number;
  size: number;
  pen: Pen;
  colors: Colors;
  colorOf: (trend: Trend, index: number) => string;
  look: Look;
}

/** Each line's name at its end, pushed apart where they would meet, with a hairline back to the line. */
function endLabels(trends: readonly Trend[], periods: readonly string[], room: EndRoom): string {
  const { x, y, right, width, size, pen, colors, look } = room;
  const lineHeight = size * 1.18;
  const labels = trends
    .map((trend, index) => {
      const { jobs, period } = [...trend.points]
        .reverse()
        .find(({ jobs }) => (jobs.value ?? jobs.low) !== null) ?? {
        jobs: { value: 0, low: 0, high: 0 },
        period: periods.at(-1) ?? "",
      };
      const at = jobs.value ?? jobs.low ?? 0;
      const figure = jobs.value === null ? `at least ${whole(at)}` : whole(at);
      const name = cutLines(
        shortTitle(trend.title),
        (words) => pen.measure(words, size, true),
        width - right - 24,
        look.shape === "wide" ? 1 : 2,
      );
      return {
        lines: [...name, figure],
        wanted: y(at),
        from: x(Math.max(0, periods.indexOf(period))),
        color: room.colorOf(trend, index),
      };
    })
    .sort((a, b) => a.wanted - b.wanted);
  const tops = apart(
    labels.map(({ wanted, lines }) => ({ wanted, height: lines.length * lineHeight + 5 })),
    y(y.from) + 20,
  );
  return labels
    .map(({ lines, wanted, from, color }, index) => {
      const top = tops[index]!;
      const middle = top + (lines.length * lineHeight) / 2;
      return (
        `<path d="M${(from + 8).toFixed(1)} ${wanted.toFixed(1)}L${right} ${wanted.toFixed(1)}L${right + 12} ${middle.toFixed(1)}" fill="none" stroke="${color}" stroke-width="1" stroke-opacity="0.7"/>` +
        lines
          .map((words, row) =>
            text(words, right + 17, top + row * lineHeight + size * 0.85, {
              size,
              fill: row === lines.length - 1 ? colors.ink2 : colors.ink,
              bold: row < lines.length - 1,
            }),
          )
          .join("")
      );
    })
    .join("");
}

/** Tops of boxes near where they are wanted, in order, none over another and none below `bottom`. */
export function apart(boxes: readonly { wanted: number; height: number }[], bottom: number): number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { wanted, height } of boxes) {
    const top = Math.max(free, wanted - height / 2);
    tops.push(top);
    free = top + height;
  }
  let limit = bottom;
  for (let index = boxes.length - 1; index >= 0; index--) {
    const { height } = boxes[index]!;
    tops[index] = Math.min(tops[index]!, limit - height);
    limit = tops[index]!;
  }
  return tops;
}
