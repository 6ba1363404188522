import { whole } from "../analysis/figure-words.ts";
import type { PayClass, PlacedBubble } from "./bubble-places.ts";
import { type Drawn, doublingsOf, type Plot } from "./bubble-plot.ts";
import type { KeyEntry } from "./key.ts";
import { type Colors, hueOf, SIZES } from "./look.ts";
import type { Look } from "./picture.ts";
import { circle, line } from "./svg.ts";

export function chartOf(drawn: readonly Drawn[], plot: Plot, colors: Colors, look: Look) {
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

export function hatchName(hue: string): string {
  return `hatch${hue.slice(1)}`;
}

export function keyOf(bubbles: readonly PlacedBubble[], colors: Colors): KeyEntry[] {
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
