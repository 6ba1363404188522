import type { ChartTools } from "#platform/pictures/chart-tools.ts";
import { cutLines } from "#platform/pictures/wrap.ts";
import { svgOf } from "./finished.ts";
import { COLORS, type Colors, SIZES } from "./look.ts";
import type { Drawing, Look, Pen, Picture } from "./picture.ts";
import { line, text } from "./svg.ts";

/** What a picture needs to travel alone. */
export interface Frame {
  /** Under its title: where and when. */
  subtitle: string;
  /** At its foot: who counted, when it was taken in, which site drew it. */
  source: string;
}

const EDGE = { wide: 28, narrow: 14 };
/** More lines than these are cut: the table has all. */
const MOST_LINES = 12;

/** The picture with title, what it says, what is not in it, and its source, as it is saved and sent on. */
export function framedSvg(picture: Picture, frame: Frame, tools: ChartTools, look: Look): string {
  return tools.letter(svgOf(picture.alt, framed(picture, frame, tools, look), look));
}

export function framed(picture: Picture, frame: Frame, pen: Pen, look: Look): Drawing {
  const colors = COLORS[look.theme];
  const { width, text: size } = SIZES[look.shape];
  const edge = EDGE[look.shape];
  const inside = picture.draw(pen, look);
  const lines = linesBelow(pen, width, colors);
  const titleSize = look.shape === "wide" ? 26 : 19;
  const title = lines(picture.title, { size: titleSize, bold: true, most: 3 }, titleSize);
  const subtitle = lines(frame.subtitle, { size, most: 2 }, title.height + 6 + size);
  const head = subtitle.height + title.height + 26;
  const said = [picture.sentence, ...picture.beneath].map((words) => ({ words, most: MOST_LINES }));
  let foot = head + inside.height + 22;
  const body = [`<g transform="translate(0 ${head})">${inside.body}</g>`];
  for (const { words, most } of said) {
    const drawn = lines(words, { size, most, fill: colors.ink }, foot + size);
    body.push(drawn.body);
    foot += drawn.height + 6;
  }
  foot += 8;
  const source = lines(frame.source, { size, most: 4 }, foot + 12 + size);
  const height = foot + 12 + source.height + 4;
  body.unshift(title.body, subtitle.body);
  body.push(line(0, foot, width, foot, `stroke="${colors.rule}" stroke-width="1"`), source.body);
  return {
    body: `<g transform="translate(${edge} ${edge})">${body.join("")}</g>`,
    width: width + 2 * edge,
    height: height + 2 * edge,
  };
}

function linesBelow(pen: Pen, width: number, colors: Colors) {
  return (
    words: string,
    look: { size: number; bold?: boolean; most: number; fill?: string },
    first: number,
  ) => {
    const { size, bold = false, most, fill } = look;
    // A narrower column is read more easily.
    const cut = cutLines(words, (each) => pen.measure(each, size, bold), Math.min(width, size * 62), most);
    const body = cut.map((each, row) =>
      text(each, 0, first + row * size * 1.3, {
        size,
        bold,
        fill: fill ?? (bold ? colors.ink : colors.ink2),
      }),
    );
    return { body: body.join(""), height: cut.length * size * 1.3 };
  };
}
