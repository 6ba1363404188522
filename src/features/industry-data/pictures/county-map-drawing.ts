import {
  type CountyDrawing,
  type DrawnCounty,
  drawCounties,
  drawNationalCounties,
} from "#features/places/public.ts";
import { MEASURES } from "../comparing/measures.ts";
import type { Bounded } from "../figures/bounded.ts";
import { type Classes, classesOf } from "./classes.ts";
import type { CountyFigures } from "./county-figures.ts";
import { keyAbove } from "./key.ts";
import { COLORS, type Colors, inkOn, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { circle, dots, hatch, rect, text } from "./svg.ts";

const HIGHEST = { wide: 640, narrow: 400 };
/** Of a whole state so many are numbered. */
const NUMBERED = { wide: 8, narrow: 5 };
/** A region of more counties than this is read like a state. */
const MOST_NAMED = 30;

interface Shown extends DrawnCounty {
  figure: Bounded;
  /** Its number in the table. */
  number: number;
  step: number | undefined;
}

export function drawCountyMap(given: CountyFigures, pen: Pen, look: Look): Drawing {
  const colors = COLORS[look.theme];
  const { width } = SIZES[look.shape];
  const classes = classesOf(
    given.measure,
    given.counties.map(({ figure }) => figure),
  );
  const isNation = given.reach === "nation";
  const map = (isNation ? drawNationalCounties : drawCounties)(given.counties.map(({ fips }) => fips));
  const used = new Set(given.counties.map(({ figure }) => classes.classOf(figure)));
  const key = keyAbove(keyOf(classes, used, colors), pen, look);
  if (!map) return { body: key.body, width, height: Math.max(40, key.height) };
  const scale = Math.min(width / map.width, HIGHEST[look.shape] / map.height);
  const left = (width - map.width * scale) / 2 - map.left * scale;
  const mapTop = key.height + 6;
  const top = mapTop - map.top * scale;
  const shown = shownOf(given, map, classes);
  const words = wordsFor(shown, given, scale, pen, look);
  const listTop = mapTop + map.height * scale + 14;
  const list = listBeneath(words.listed, given, listTop, pen, look);
  const body = [
    `<defs>${hatch("hidden", colors.edge, colors.sheet, 7)}${dots("dotted", colors.ink2, colors.steps[1])}</defs>`,
    key.body,
    `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})" stroke-linejoin="round">`,
    ...(isNation ? filledTogether(shown, colors, 0.5 / scale) : filledApart(shown, colors)),
    stroke(map.lines, colors.sheet, 1.25 / scale),
    stroke(map.stateLines, colors.ink2, (isNation ? 0.8 : 2) / scale),
    stroke(map.outline, colors.edge, 1.25 / scale),
    "</g>",
    ...words.placed.map(({ county, lines }) => namesAt(county, lines, { left, top, scale, colors, look })),
    ...words.listed.map((county) => markAt(county, { left, top, scale, colors, look, pen })),
    list.body,
  ];
  return { body: body.join(""), width, height: listTop + list.height };
}

function shownOf({ counties }: CountyFigures, map: CountyDrawing, classes: Classes): Shown[] {
  const byFips = new Map(map.counties.map((county) => [county.fips, county]));
  return counties.flatMap(({ fips, figure }, index) => {
    // A former county is drawn as those of today that hold its land.
    const drawn = byFips.get(fips);
    return drawn ? [{ ...drawn, figure, number: index + 1, step: classes.classOf(figure) }] : [];
  });
}

function filledApart(shown: readonly Shown[], colors: Colors): string[] {
  return shown.map(({ path, step }) => `<path d="${path}" fill="${fillOf(step, colors)}"/>`);
}

/** Three thousand counties as one path for each class: a third of the file, and drawn at once. */
function filledTogether(shown: readonly Shown[], colors: Colors, line: number): string[] {
  return [...Map.groupBy(shown, ({ step }) => step)].map(
    ([step, counties]) =>
      `<path d="${counties.map(({ path }) => path).join("")}" fill="${fillOf(step, colors)}" stroke="${colors.sheet}" stroke-width="${line.toFixed(2)}"/>`,
  );
}

function fillOf(step: number | undefined, colors: Colors): string {
  return step === undefined ? "url(#hidden)" : step === 1 ? "url(#dotted)" : colors.steps[step]!;
}

function stroke(path: string, color: string, width: number): string {
  return path ? `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width.toFixed(2)}"/>` : "";
}

/** Lightness tells the classes apart, and dots the two light ones; what is withheld is hatched. */
function keyOf({ words }: Classes, used: ReadonlySet<number | undefined>, colors: Colors) {
  const box = (fill: string) => (x: number, y: number) =>
    rect(x - 11, y - 8, 22, 16, `fill="${fill}" stroke="${colors.edge}" stroke-width="1"`);
  return [
    ...words.flatMap((each, step) =>
      used.has(step) ? [{ words: each, draw: box(fillOf(step, colors)) }] : [],
    ),
    ...(used.has(undefined) ? [{ words: "Withheld, not zero", draw: box("url(#hidden)") }] : []),
  ];
}

/** Each county's name and figure where they fit, else a number that the list beneath explains. */
function wordsFor(shown: readonly Shown[], given: CountyFigures, scale: number, pen: Pen, look: Look) {
  const { text: size } = SIZES[look.shape];
  if (given.reach || shown.length > MOST_NAMED) {
    const sure = shown.filter(({ figure }) => figure.value !== null);
    return { placed: [], listed: sure.slice(0, NUMBERED[look.shape]) };
  }
  const placed: { county: Shown; lines: string[] }[] = [];
  const listed: Shown[] = [];
  for (const county of shown) {
    const lines = [county.name, shortFigure(county.figure, given)];
    const wide = Math.max(pen.measure(lines[0]!, size, true), pen.measure(lines[1]!, size));
    const fits = wide + 8 <= county.room.width * scale && size * 2.9 <= county.room.height * scale;
    if (fits) placed.push({ county, lines });
    else listed.push(county);
  }
  return { placed, listed };
}

function shortFigure({ value, low }: Bounded, { measure }: CountyFigures): string {
  const { format } = MEASURES[measure];
  if (value !== null) return format(value);
  return low !== null && low > 0 ? `at least ${format(low)}` : "withheld";
}

interface At {
  left: number;
  top: number;
  scale: number;
  colors: Colors;
  look: Look;
}

function namesAt({ x, y, step }: Shown, lines: string[], { left, top, scale, colors, look }: At): string {
  const { text: size } = SIZES[look.shape];
  const ground = step === undefined ? colors.sheet : colors.steps[step]!;
  const fill = step === undefined ? colors.ink : inkOn(ground);
  const halo = step === undefined || step === 1 ? ground : undefined;
  const [atX, atY] = [left + x * scale, top + y * scale];
  return lines
    .map((words, row) =>
      text(words, atX, atY + (row - 0.18) * size * 1.2, {
        size,
        fill,
        bold: row === 0,
        anchor: "middle",
        ...(halo ? { halo } : {}),
      }),
    )
    .join("");
}

/** A number on a disc: the same as in the list beneath and in the table. */
function markAt({ x, y, number }: Shown, { left, top, scale, colors, look }: At & { pen: Pen }): string {
  const { text: size } = SIZES[look.shape];
  const [atX, atY] = [left + x * scale, top + y * scale];
  return (
    circle(atX, atY, size * 0.78, `fill="${colors.sheet}" stroke="${colors.ink}" stroke-width="1.25"`) +
    text(String(number), atX, atY + size * 0.3, {
      size: size * 0.86,
      fill: colors.ink,
      bold: true,
      anchor: "middle",
    })
  );
}

/** What the numbers mean, in columns. */
function listBeneath(listed: readonly Shown[], given: CountyFigures, top: number, pen: Pen, look: Look) {
  if (listed.length === 0) return { body: "", height: 4 };
  const colors = COLORS[look.theme];
  const { width, text: size } = SIZES[look.shape];
  const lines = listed.map((county) => ({
    county,
    words: `${county.name}: ${shortFigure(county.figure, given)}`,
  }));
  const wide = 34 + Math.max(...lines.map(({ words }) => pen.measure(words, size))) + 18;
  const columns = Math.max(1, Math.min(lines.length, Math.floor(width / wide)));
  const rows = Math.ceil(lines.length / columns);
  const body = lines.map(({ county, words }, index) => {
    const [column, row] = [Math.floor(index / rows), index % rows];
    const [x, y] = [column * (width / columns) + 4, top + (row + 0.8) * size * 1.55];
    return (
      text(`${county.number}`, x + 22, y, { size, fill: colors.ink, bold: true, anchor: "end" }) +
      text(words, x + 32, y, { size, fill: colors.ink })
    );
  });
  return { body: body.join(""), height: rows * size * 1.55 + 10 };
}
