import { cutLines } from "#platform/pictures/wrap.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { signedWhole } from "../analysis/figure-words.ts";
import type { Bounded } from "../figures/bounded.ts";
import { type KeyEntry, keyAbove } from "./key.ts";
import { COLORS, type Colors, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { linear, roundEnds, type Scale } from "./scales.ts";
import { shortTitle } from "./short-title.ts";
import { hatch, line, rect, text } from "./svg.ts";

const ROOM = {
  // Beside the bars stand the names; on a phone above them.
  wide: { names: 236, figures: 96, row: 46, above: 0, lane: 9 },
  narrow: { names: 22, figures: 58, row: 66, above: 22, lane: 9 },
};

const PARTS = ["nationalGrowth", "industryMix", "competitiveEffect"] as const;

export function drawShiftShare(rows: readonly IndustryRow[], pen: Pen, look: Look): Drawing {
  const colors = COLORS[look.theme];
  const { width, text: size } = SIZES[look.shape];
  const room = ROOM[look.shape];
  const fills = [colors.slate, "url(#mix)", colors.pine];
  const key = keyAbove(keyOf(rows, fills, colors), pen, look);
  const top = key.height + 10;
  const bottom = top + rows.length * room.row;
  const ends = endsOf(rows, look.shape === "wide" ? 8 : 4);
  const x = linear(ends.from, ends.to, room.names, width - room.figures);
  const height = bottom + size + 24;
  const laneTop = (row: number, lane: number) =>
    top + row * room.row + room.above + (room.row - room.above - 3 * room.lane) / 2 + lane * room.lane;
  const chart = pen.chart(
    {
      grid: {
        outerBoundsMode: "none",
        left: room.names,
        top,
        width: x(ends.to) - room.names,
        height: bottom - top,
      },
      xAxis: {
        type: "value",
        min: ends.from,
        max: ends.to,
        interval: ends.step,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: colors.rule, width: 1 } },
        axisLabel: {
          color: colors.ink2,
          fontSize: size,
          fontWeight: 500,
          margin: 10,
          formatter: (value: number) => signedWhole(value),
        },
      },
      yAxis: { type: "value", min: 0, max: 1, show: false },
      series: [
        {
          type: "custom",
          silent: true,
          data: rows.map((_, index) => [0, 0, index]),
          renderItem: (params: { dataIndex: number }) => ({
            type: "group",
            children: PARTS.flatMap((part, lane) =>
              barOf(
                rows[params.dataIndex]![part],
                fills[lane]!,
                x,
                laneTop(params.dataIndex, lane),
                room.lane,
                colors,
              ),
            ),
          }),
        },
      ],
    },
    { width, height },
  );
  const words = rows.map((row, index) => rowWords(row, index, { top, size, room, width, colors, pen }));
  const zero = line(x(0), top, x(0), bottom, `stroke="${colors.edge}" stroke-width="1.5"`);
  const totals = rows.map(({ change }, index) => totalMark(change, x, laneTop(index, 1.5), colors));
  const body = [
    `<defs>${hatch("mix", colors.pine, colors.sheet, 5)}</defs>`,
    key.body,
    rows.map((_, index) => rule(top + index * room.row, width, colors)).join(""),
    chart,
    zero,
    ...totals,
    ...words,
  ];
  return { body: body.join(""), width, height };
}

/** What is known exactly decides how far the axis reaches; what is open may double that, and is cut beyond. */
function endsOf(rows: readonly IndustryRow[], most: number) {
  const figures = rows.flatMap((row) => [row.change, ...PARTS.map((part) => row[part])]);
  const known = figures.flatMap(({ value }) => value ?? []);
  const totals = rows.flatMap(({ change: { value, low, high } }) =>
    value === null ? [low ?? 0, high ?? 0] : [],
  );
  const limit = 2 * Math.max(1, ...[...known, ...totals].map(Math.abs));
  const open = figures.flatMap(({ value, low, high }) => (value === null ? [low ?? 0, high ?? 0] : []));
  const cut = open.map((jobs) => Math.min(limit, Math.max(-limit, jobs)));
  return roundEnds([-1, 1, ...known, ...totals, ...cut], most);
}

/** Solid where it is known; where it is open, faint between its ends, and an arrow where these lie beyond the axis. */
function barOf(part: Bounded, fill: string, x: Scale, top: number, lane: number, colors: Colors): object[] {
  const { value, low, high } = part;
  const inside = (jobs: number) => Math.min(x.to, Math.max(x.from, jobs));
  const bar = (from: number, to: number, style: object) => ({
    type: "rect",
    shape: {
      x: x(Math.min(from, to)),
      y: top + 1,
      width: Math.max(1, Math.abs(x(to) - x(from))),
      height: lane - 2,
    },
    style,
  });
  if (value !== null) return [bar(0, inside(value), { fill })];
  if (low === null || high === null) return [];
  const arrow = (at: number, side: 1 | -1) => ({
    type: "polygon",
    shape: {
      points: [
        [x(at) - side * 7, top + 1],
        [x(at), top + lane / 2],
        [x(at) - side * 7, top + lane - 1],
      ],
    },
    style: { fill: colors.pine },
  });
  return [
    ...(high > x.from && low < x.to
      ? [
          bar(inside(low), inside(high), {
            fill,
            fillOpacity: 0.3,
            stroke: colors.pine,
            lineWidth: 1,
            lineDash: [3, 2],
          }),
        ]
      : []),
    ...(high > x.to ? [arrow(x.to, 1)] : []),
    ...(low < x.from ? [arrow(x.from, -1)] : []),
  ];
}

/** The whole change: a lozenge, or a line between what it is at least and at most. */
function totalMark({ value, low, high }: Bounded, x: Scale, y: number, colors: Colors): string {
  if (value !== null) {
    const at = x(value);
    return `<path d="M${at.toFixed(1)} ${(y - 9).toFixed(1)}l7 9-7 9-7-9z" fill="${colors.marigold}" stroke="${colors.ink}" stroke-width="1.5"/>`;
  }
  if (low === null || high === null) return "";
  const look = `stroke="${colors.ink}" stroke-width="1.5"`;
  return (
    line(x(low), y, x(high), y, `${look} stroke-dasharray="3 3"`) +
    line(x(low), y - 7, x(low), y + 7, look) +
    line(x(high), y - 7, x(high), y + 7, look)
  );
}

interface RowRoom {
  top: number;
  size: number;
  room: (typeof ROOM)["wide"];
  width: number;
  colors: Colors;
  pen: Pen;
}

function rowWords(row: IndustryRow, index: number, { top, size, room, width, colors, pen }: RowRoom): string {
  const title = shortTitle(row.title);
  const isAbove = room.above > 0;
  const lines = cutLines(
    title,
    (words) => pen.measure(words, size),
    isAbove ? width - 8 : room.names - 18,
    isAbove ? 1 : 2,
  );
  const start = top + index * room.row;
  const middle = start + (room.row + room.above) / 2;
  const first = isAbove ? start + 20 : middle - ((lines.length - 1) * size * 1.15) / 2 + size * 0.35;
  const figure = figureLines(row.change);
  const figureTop = middle - ((figure.length - 1) * size * 1.15) / 2 + size * 0.35;
  return (
    lines.map((words, at) => text(words, 4, first + at * size * 1.15, { size, fill: colors.ink })).join("") +
    figure
      .map((words, at) =>
        text(words, width - 4, figureTop + at * size * 1.15, {
          size,
          bold: row.change.value !== null,
          fill: colors.ink,
          anchor: "end",
        }),
      )
      .join("")
  );
}

function figureLines({ value, low, high }: Bounded): string[] {
  if (value !== null) return [signedWhole(value)];
  if (low === null || high === null) return [];
  return [signedWhole(low), `to ${signedWhole(high)}`];
}

function rule(y: number, width: number, colors: Colors): string {
  return line(0, y, width, y, `stroke="${colors.rule}" stroke-width="1"`);
}

function keyOf(rows: readonly IndustryRow[], fills: readonly string[], colors: Colors): KeyEntry[] {
  const bar = (fill: string) => (x: number, y: number) => rect(x - 11, y - 5, 22, 10, `fill="${fill}"`);
  const hasOpen = rows.some((row) =>
    [row.change, ...PARTS.map((part) => row[part])].some(({ value }) => value === null),
  );
  return [
    { words: "With the nation", draw: bar(fills[0]!) },
    { words: "With the industry", draw: bar(fills[1]!) },
    { words: "The region’s own", draw: bar(fills[2]!) },
    {
      words: "All of it: jobs gained or lost",
      draw: (x, y) => totalMark({ value: 0, low: 0, high: 0 }, linear(0, 1, x, x), y, colors),
    },
    ...(hasOpen
      ? [
          {
            words: "Not published or not exact: somewhere from end to end",
            draw: (x: number, y: number) =>
              rect(
                x - 11,
                y - 5,
                22,
                10,
                `fill="${colors.pine}" fill-opacity="0.2" stroke="${colors.pine}" stroke-dasharray="3 2"`,
              ),
          },
        ]
      : []),
  ];
}
