import { cutLines } from "#platform/pictures/wrap.ts";
import type { FigureFormat } from "../analysis/figure-words.ts";
import type { Compared } from "../comparing/measures.ts";
import type { Bounded } from "../figures/bounded.ts";
import type { ComparedFigures } from "./compared-figures.ts";
import { COLORS, type Colors, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { linear, roundEnds, type Scale } from "./scales.ts";
import { line, text } from "./svg.ts";

const ROOM = {
  wide: { names: 260, right: 130, row: 46, above: 0, bar: 24 },
  narrow: { names: 4, right: 96, row: 62, above: 26, bar: 22 },
};

interface Drawn {
  places: ComparedFigures["places"];
  measure: Compared;
  format: FigureFormat;
}

export function drawCompared({ places, measure, format }: Drawn, pen: Pen, look: Look): Drawing {
  const colors = COLORS[look.theme];
  const { width, text: size } = SIZES[look.shape];
  const room = ROOM[look.shape];
  // A quotient is held against 1, everything else against nothing.
  const base = measure === "lq" ? 1 : 0;
  const ends = roundEnds(
    [
      0,
      base,
      ...places.flatMap(({ figure }) => figure.value ?? [figure.low ?? 0, figure.high ?? figure.low ?? 0]),
    ],
    5,
  );
  const [top, bottom] = [28, 28 + places.length * room.row];
  const x = linear(ends.from, ends.to, room.names, width - room.right);
  const middle = (index: number) => top + index * room.row + (room.row + room.above) / 2;
  const chart = pen.chart(
    {
      grid: {
        outerBoundsMode: "none",
        left: room.names,
        top,
        width: width - room.right - room.names,
        height: bottom - top,
      },
      xAxis: { type: "value", min: ends.from, max: ends.to, show: false },
      yAxis: { type: "value", min: 0, max: 1, show: false },
      series: [
        {
          type: "custom",
          silent: true,
          data: places.map((_, index) => [0, 0, index]),
          renderItem: (params: { dataIndex: number }) => ({
            type: "group",
            children: barsOf(
              places[params.dataIndex]!.figure,
              params.dataIndex,
              x,
              middle(params.dataIndex),
              room.bar,
              colors,
            ),
          }),
        },
      ],
    },
    { width, height: bottom + 8 },
  );
  const words = places.map(({ name, figure }, index) => {
    const isAbove = room.above > 0;
    const lines = cutLines(
      name,
      (each) => pen.measure(each, size, index === 0),
      isAbove ? width - 8 : room.names - 20,
      isAbove ? 1 : 2,
    );
    const first = isAbove
      ? top + index * room.row + 20
      : middle(index) - ((lines.length - 1) * size * 1.15) / 2 + size * 0.35;
    const said = saidOf(figure, format);
    const wide = pen.measure(said, size, true);
    const reach = Math.max(x(0), x(figure.value ?? figure.high ?? figure.low ?? 0)) + 8;
    const crosses = reach < x(base) + 4 && reach + wide > x(base) - 4;
    return (
      lines
        .map((each, row) =>
          text(each, 4, first + row * size * 1.15, {
            size,
            fill: colors.ink,
            bold: index === 0,
            halo: colors.sheet,
          }),
        )
        .join("") +
      text(said, Math.min(crosses ? x(base) + 8 : reach, width - wide - 2), middle(index) + size * 0.35, {
        size,
        bold: true,
        fill: colors.ink,
        halo: colors.sheet,
      })
    );
  });
  const held = line(x(base), top - 4, x(base), bottom, `stroke="${colors.ink}" stroke-width="1.5"`);
  const heldWords =
    measure === "lq"
      ? text("1: as in the nation", x(1), top - 10, {
          size,
          fill: colors.ink2,
          anchor: x(1) + 70 > width ? "end" : "middle",
        })
      : "";
  return { body: chart + held + heldWords + words.join(""), width, height: bottom + 8 };
}

function saidOf({ value, low, high }: Bounded, format: FigureFormat): string {
  if (value !== null) return format(value);
  return high === null ? `at least ${format(low ?? 0)}` : `${format(low ?? 0)} to ${format(high)}`;
}

function barsOf(
  { value, low, high }: ComparedFigures["places"][number]["figure"],
  index: number,
  x: Scale,
  middle: number,
  bar: number,
  colors: Colors,
): object[] {
  const sure = value ?? low ?? 0;
  const rect = (from: number, to: number, style: object) => ({
    type: "rect",
    shape: {
      x: Math.min(x(from), x(to)),
      y: middle - bar / 2,
      width: Math.abs(x(to) - x(from)),
      height: bar,
    },
    style,
  });
  const fill = index === 0 ? colors.pine : colors.slate;
  return [
    rect(0, sure, { fill }),
    ...(value === null && high !== null
      ? [rect(sure, high, { fill: "none", stroke: colors.edge, lineWidth: 1.25, lineDash: [4, 3] })]
      : []),
  ];
}
