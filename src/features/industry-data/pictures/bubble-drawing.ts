import { balancedLines, cutLines } from "#platform/pictures/wrap.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { signedPercentage, quotient as twoDecimals, whole } from "../analysis/figure-words.ts";
import type { PayClass, PlacedBubble } from "./bubble-places.ts";
import { type KeyEntry, keyAbove } from "./key.ts";
import { type Box, isOnAny, type Marked, placeLabels, type Writing } from "./labels.ts";
import { COLORS, type Colors, hueOf, inkOn, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { linear, quantile, roundEnds, type Scale } from "./scales.ts";
import { shortTitle } from "./short-title.ts";
import { circle, hatch, line, text } from "./svg.ts";

const ROOM = {
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

interface Plot {
  x: Scale;
  y: Scale;
  /** The axis of growth in fractions, of concentration in doublings: 0 is the nation's share, 1 twice as much. */
  growth: { from: number; to: number; step: number };
  doublings: { from: number; to: number };
  box: Box;
  /** The middle of the strip beside the plot, where there is one. */
  beside: number | undefined;
}

interface Drawn extends PlacedBubble {
  at: { x: number; y: number };
  radius: number;
  /** It lies beyond an axis and is drawn at its end, with the figure beside it. */
  isFarGrowth: boolean;
  isFarQuotient: boolean;
}

export function drawBubbles(
  bubbles: readonly PlacedBubble[],
  total: IndustryRow,
  pen: Pen,
  look: Look,
): Drawing {
  const colors = COLORS[look.theme];
  const { width } = SIZES[look.shape];
  const room = ROOM[look.shape];
  const key = keyAbove(keyOf(bubbles, colors), pen, look, 0);
  const height = key.height + room.height;
  const plot = plotFor(bubbles, total, look, key.height);
  const most = Math.max(1, ...bubbles.map(({ jobs }) => jobs));
  const drawn = bubbles
    .map((bubble): Drawn => {
      const growth = Math.min(plot.growth.to, Math.max(plot.growth.from, bubble.growth ?? 0));
      return {
        ...bubble,
        at: {
          x: bubble.growth === undefined ? plot.beside! : plot.x(growth),
          y: plot.y(doublingsOf(bubble.quotient, plot)),
        },
        radius: Math.max(room.least, room.most * Math.sqrt(bubble.jobs / most)),
        isFarGrowth: bubble.growth !== undefined && growth !== bubble.growth,
        isFarQuotient: Math.log2(Math.max(bubble.quotient, 1e-9)) < plot.doublings.from,
      };
    })
    .sort((a, b) => b.radius - a.radius);
  const hues = [...new Set(drawn.map(({ row }) => hueOf(row.look, look.theme)))];
  const body = [
    `<defs>${hues.map((hue) => hatch(hatchName(hue), hue, colors.sheet)).join("")}</defs>`,
    key.body,
    quadrants(plot, colors),
    strip(plot, colors, look),
    pen.chart(chartOf(drawn, plot, colors, look), { width, height }),
    regionLine(total, plot, colors),
    labels(drawn, total, plot, pen, colors, look),
    axisTitles(plot, colors, look),
  ];
  return { body: body.join(""), width, height };
}

/** The axis of growth leaves out what lies far beyond all others, or everything else would be one heap. */
function plotFor(bubbles: readonly PlacedBubble[], total: IndustryRow, look: Look, above: number): Plot {
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

function doublingsOf(quotient: number, { doublings: { from, to } }: Plot): number {
  return quotient > 0 ? Math.min(to, Math.max(from, Math.log2(quotient))) : from;
}

function chartOf(drawn: readonly Drawn[], plot: Plot, colors: Colors, look: Look) {
  const { width } = SIZES[look.shape];
  const { box, growth, doublings } = plot;
  const axis = {
    type: "value",
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: colors.rule, width: 1 } },
  };
  const axisLabel = { color: colors.ink2, fontSize: SIZES[look.shape].text, fontWeight: 500 };
  return {
    // The plot keeps its place whatever the axes say: words are placed over it.
    grid: {
      outerBoundsMode: "none",
      left: box.left,
      top: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    },
    xAxis: {
      ...axis,
      min: tenths(growth.from),
      max: tenths(growth.to),
      interval: tenths(growth.step),
      axisLabel: {
        ...axisLabel,
        margin: 12,
        formatter: (value: number) => percentLabel(value, tenths(growth.step)),
      },
    },
    yAxis: {
      ...axis,
      min: doublings.from,
      max: doublings.to,
      interval: 1,
      axisLabel: { ...axisLabel, margin: 8, formatter: (value: number) => quotientLabel(value) },
    },
    series: [
      {
        type: "custom",
        silent: true,
        clip: false,
        data: drawn.map(({ at: { x, y } }) => [x, y]),
        renderItem: (params: { dataIndex: number }) => ({
          type: "group",
          children: marksOf(drawn[params.dataIndex]!, plot, colors, look, width),
        }),
      },
    ],
  };
}

/** Tenths of a percent are whole numbers, so that steps added up end where the axis does. */
function tenths(fraction: number): number {
  return Math.round(fraction * 1000);
}

function percentLabel(value: number, step: number): string {
  const number = (Math.abs(value) / 10).toFixed(step < 10 ? 1 : 0);
  return Number(number) === 0 ? "0%" : `${value < 0 ? "−" : "+"}${number}%`;
}

/** ½ is read more easily than 0.5 beside a 2. */
function quotientLabel(doublings: number): string {
  return doublings >= 0 ? `${2 ** doublings}×` : `${["½", "¼", "⅛"][-doublings - 1]}×`;
}

/** One bubble in the words of the chart library; a part of what is withheld makes it hollow, with its reach as lines. */
function marksOf(bubble: Drawn, plot: Plot, colors: Colors, look: Look, width: number): object[] {
  const { at, radius, isSure, growthRange, quotientRange, row, pay } = bubble;
  const hue = hueOf(row.look, look.theme);
  const whisker = (x1: number, y1: number, x2: number, y2: number) => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style: { stroke: hue, lineWidth: 1.25, lineDash: [2, 3] },
  });
  const clampX = (growth: number) => Math.min(width, Math.max(plot.box.left, plot.x(growth)));
  return [
    ...(growthRange
      ? [whisker(clampX(growthRange[0]), at.y, Math.min(plot.box.right, clampX(growthRange[1])), at.y)]
      : []),
    ...(quotientRange
      ? [
          whisker(
            at.x,
            plot.y(doublingsOf(quotientRange[0], plot)),
            at.x,
            plot.y(doublingsOf(quotientRange[1], plot)),
          ),
        ]
      : []),
    {
      type: "circle",
      shape: { cx: at.x, cy: at.y, r: radius },
      style: {
        fill: isSure ? fillOf(pay, hue, colors) : colors.sheet,
        // What is beneath shows a little, so that a small one behind a large one is not lost.
        fillOpacity: isSure && pay === "above" ? 0.88 : 0.94,
        stroke: isSure && pay === "above" ? colors.sheet : hue,
        lineWidth: isSure && pay === "above" ? 1 : 1.75,
        ...(isSure ? {} : { lineDash: [4, 3] }),
      },
    },
  ];
}

function fillOf(pay: PayClass, hue: string, colors: Colors): string {
  return pay === "above" ? hue : pay === "near" ? `url(#${hatchName(hue)})` : colors.sheet;
}

function hatchName(hue: string): string {
  return `hatch${hue.slice(1)}`;
}

function keyOf(bubbles: readonly PlacedBubble[], colors: Colors): KeyEntry[] {
  const round = (fill: string, look: string) => (x: number, y: number) =>
    circle(x, y, 8, `fill="${fill}" ${look}`);
  const edge = `stroke="${colors.pine}" stroke-width="1.75"`;
  const sure = bubbles.filter(({ isSure }) => isSure);
  const has = (...classes: PayClass[]) => sure.some(({ pay }) => classes.includes(pay));
  return [
    {
      words: `Size: jobs, ${whole(Math.max(0, ...bubbles.map(({ jobs }) => jobs)))} the largest`,
      draw: (x, y) =>
        circle(x - 4, y + 2, 4, `fill="none" ${edge}`) + circle(x + 3, y - 1, 8, `fill="none" ${edge}`),
    },
    ...(has("above") ? [{ words: "Pays above the region’s average", draw: round(colors.pine, "") }] : []),
    ...(has("near")
      ? [{ words: "About average", draw: round(`url(#${hatchName(colors.pine)})`, edge) }]
      : []),
    ...(has("below", "unknown") ? [{ words: "Below", draw: round(colors.sheet, edge) }] : []),
    ...(sure.length < bubbles.length
      ? [
          {
            words: "Partly withheld: at least this size, somewhere along its lines",
            draw: (x: number, y: number) =>
              circle(x, y, 7, `fill="${colors.sheet}" ${edge} stroke-dasharray="4 3"`) +
              line(x - 12, y, x - 7, y, `${edge} stroke-dasharray="2 2"`) +
              line(x + 7, y, x + 12, y, `${edge} stroke-dasharray="2 2"`),
          },
        ]
      : []),
  ];
}

const CORNERS = {
  wide: [
    "Strong here, losing jobs",
    "Strong here and growing",
    "Small here, losing jobs",
    "Small here, growing",
  ],
  narrow: ["Strong, losing", "Strong, growing", "Small, losing", "Small, growing"],
} as const;

/** Where the nation's share and standing still meet, four corners with a word each; the strong and growing one lightly marked. */
function quadrants({ x, y, box }: Plot, colors: Colors): string {
  const [middleX, middleY] = [x(0), y(0)];
  return (
    `<rect x="${middleX}" y="${box.top}" width="${Math.max(0, box.right - middleX)}" height="${Math.max(0, middleY - box.top)}" fill="${colors.land}"/>` +
    line(middleX, box.top, middleX, box.bottom, `stroke="${colors.edge}" stroke-width="1.5"`) +
    line(box.left, middleY, box.right, middleY, `stroke="${colors.edge}" stroke-width="1.5"`)
  );
}

/** Room beside the plot for what has a concentration and no growth that can be told. */
function strip({ beside, box }: Plot, colors: Colors, look: Look): string {
  if (beside === undefined) return "";
  const { width, text: size } = SIZES[look.shape];
  const left = box.right + 22;
  const words = look.shape === "wide" ? ["Growth withheld"] : ["Growth", "withheld"];
  return (
    `<rect x="${left}" y="${box.top}" width="${width - left - 2}" height="${box.bottom - box.top}" fill="none" stroke="${colors.edge}" stroke-dasharray="4 4"/>` +
    words
      .map((each, row) =>
        text(each, (left + width - 2) / 2, box.bottom + 22 + row * size * 1.15, {
          size,
          bold: true,
          fill: colors.ink2,
          anchor: "middle",
        }),
      )
      .join("")
  );
}

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

/** How all jobs of the region moved, to hold each industry against. */
function regionLine(total: IndustryRow, { x, box, growth }: Plot, colors: Colors): string {
  const { value } = total.percent;
  if (value === null || value < growth.from || value > growth.to) return "";
  return line(
    x(value),
    box.top,
    x(value),
    box.bottom,
    `stroke="${colors.ink}" stroke-width="1.25" stroke-dasharray="1 4" stroke-linecap="round"`,
  );
}

function labels(
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

/** Said at the ends of the axes, where a reader looks for it. */
function axisTitles({ box }: Plot, colors: Colors, look: Look): string {
  const { text: size } = SIZES[look.shape];
  const title = { size, fill: colors.ink2, bold: true } as const;
  const up =
    look.shape === "wide"
      ? "Times the nation’s share of jobs (location quotient)"
      : "Times the nation’s share of jobs";
  return (
    text(up, 4, box.top - 14, title) +
    text("Growth of jobs", box.right, box.bottom + 48, { ...title, anchor: "end" })
  );
}
