import { drawableText } from "./drawable.ts";
import { type Lettering, openLettering } from "./lettering.ts";
import { loadSharp } from "./sharp.ts";
import { balancedLines, cutLines } from "./wrap.ts";

export type SharePicture = {
  title: string;
  /** The community's name, and the date as people read it: "March 2018". */
  community: string;
  date?: string;
  /** The sector's name, and its fill color as `#rrggbb`, dark enough to carry white. */
  sector?: string;
  fill: string;
  /** The state's name and its upright outline; without an outline the name stands beside the sector's. */
  place?: string;
  outline?: Outline;
};

/** A shape in its own coordinates, as `d` of a path. */
export type Outline = { path: string; viewBox: string };

const WIDTH = 1200;
const HEIGHT = 630;
const PAPER = "#f4f6f5";
const MARIGOLD = "#ffb81c";
/** The stamp, and how many holes run along its long and its short side. */
const STAMP = { x: 34, y: 35, width: 1132, height: 560, across: 40, down: 20, hole: 8.5 };
const LEFT = 104;
const RIGHT = WIDTH - LEFT;
const TITLE = {
  top: 190,
  bottom: 490,
  sizes: [112, 98, 86, 76, 68, 61, 55, 50],
  leading: 1.1,
  maxLines: 4,
};
/** More than the largest title shows; what comes behind need not be measured. */
const MOST_CHARACTERS = 300;
/** The outline and the name below it share this room, and stand together in its middle. */
const OUTLINE = { x: 786, y: 106, width: 310, height: 370, name: 62 };
const FOOT = { rule: 502, baseline: 550, size: 26 };

type Faces = { heading: Lettering; strong: Lettering; plain: Lettering };
let opened: Promise<Faces> | undefined;

/** Fonts are read for the first picture and kept for the next. */
function faces(): Promise<Faces> {
  opened ??= Promise.all([
    openLettering("bricolage-grotesque", 700),
    openLettering("public-sans", 700),
    openLettering("public-sans", 500),
  ]).then(([heading, strong, plain]) => ({ heading, strong, plain }));
  return opened;
}

/**
 * Draws the picture that other sites show beside a link (Open Graph), 1200 × 630, as PNG: the happening as a postage
 * stamp in its sector's color. Words are drawn as outlines, so it looks the same on every machine. Letters outside
 * Latin script have no shape here: see `drawableText`; a title that cannot be drawn gives its room to the community.
 */
export async function drawSharePicture(picture: SharePicture): Promise<Buffer> {
  const svg = shareSvg(picture, await faces());
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg)).png({ palette: true, colors: 64, compressionLevel: 9 }).toBuffer();
}

function shareSvg(picture: SharePicture, { heading, strong, plain }: Faces): string {
  const { x, y, width, height } = STAMP;
  const fill = checked(picture.fill, /^#[0-9a-f]{6}$/i);
  const words = (text: string | undefined, face: Lettering) =>
    drawableText((text ?? "").slice(0, MOST_CHARACTERS), face.canDraw);
  const community = words(picture.community, strong);
  const ownTitle = words(picture.title, heading);
  const title = ownTitle ?? words(picture.community, heading) ?? "";
  const [date, sector, place] = [
    words(picture.date, plain),
    words(picture.sector, strong),
    words(picture.place, strong),
  ];
  const eyebrow = (picture.outline ? [sector] : [sector, place]).filter(Boolean).join(" · ");

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="100%" height="100%" fill="${PAPER}"/>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>
<path d="${holes()}" fill="${PAPER}"/>
<rect x="${x + 24}" y="${y + 24}" width="${width - 48}" height="${height - 48}" rx="2" fill="none" stroke="#fff" stroke-opacity=".32" stroke-width="1.5"/>
<rect x="${LEFT}" y="112" width="56" height="8" fill="${MARIGOLD}"/>
<rect x="${LEFT}" y="${FOOT.rule}" width="${RIGHT - LEFT}" height="1.5" fill="#fff" fill-opacity=".32"/>
<g fill="#fff">
${eyebrow ? pathOf(fittedLine(strong, eyebrow, 28, titleWidth(picture), LEFT, 158)) : ""}
${drawnTitle(title, heading, picture, eyebrow !== "")}
${picture.outline ? drawnOutline(picture.outline, place, strong) : ""}
${footer(ownTitle && community, date, strong, plain)}
</g></svg>`;
}

function titleWidth({ outline }: SharePicture): number {
  return (outline ? OUTLINE.x - 56 : RIGHT) - LEFT;
}

function drawnTitle(title: string, face: Lettering, picture: SharePicture, underEyebrow: boolean): string {
  const width = titleWidth(picture);
  const top = underEyebrow ? TITLE.top : TITLE.top - 36;
  const { size, lines } = fittedTitle(title, face, width, TITLE.bottom - top);
  return lines
    .map((line, index) =>
      pathOf(face.outline(line, size, LEFT - size * 0.04, top + size * (0.74 + index * TITLE.leading))),
    )
    .join("");
}

/** The largest size at which the whole title finds room; at the smallest it is cut instead. */
function fittedTitle(text: string, face: Lettering, width: number, height: number) {
  for (const size of TITLE.sizes) {
    const maxLines = Math.min(TITLE.maxLines, Math.floor(height / (size * TITLE.leading)));
    const lines = balancedLines(text, (line) => face.measure(line, size), width, maxLines);
    if (lines) return { size, lines };
  }
  const size = TITLE.sizes.at(-1)!;
  return { size, lines: cutLines(text, (line) => face.measure(line, size), width, TITLE.maxLines) };
}

function footer(
  community: string | undefined,
  date: string | undefined,
  strong: Lettering,
  plain: Lettering,
): string {
  const { baseline, size } = FOOT;
  const dateWidth = date ? plain.measure(date, size) : 0;
  const room = RIGHT - LEFT - dateWidth - 48;
  const drawn = community ? pathOf(fittedLine(strong, community, size, room, LEFT, baseline)) : "";
  return date ? `${drawn}${pathOf(plain.outline(date, size, RIGHT - dateWidth, baseline))}` : drawn;
}

function fittedLine(
  face: Lettering,
  text: string,
  size: number,
  width: number,
  x: number,
  y: number,
): string {
  const [line = ""] = cutLines(text, (each) => face.measure(each, size), width, 1);
  return face.outline(line, size, x, y);
}

function drawnOutline({ path, viewBox }: Outline, place: string | undefined, face: Lettering): string {
  const [, , boxWidth = 1, boxHeight = 1] = checked(viewBox, /^-?[\d.]+( -?[\d.]+){3}$/)
    .split(" ")
    .map(Number);
  const { x, y, width } = OUTLINE;
  const nameHeight = place ? OUTLINE.name : 0;
  const scale = Math.min(width / boxWidth, (OUTLINE.height - nameHeight) / boxHeight);
  const [drawnWidth, drawnHeight] = [boxWidth * scale, boxHeight * scale];
  const top = y + (OUTLINE.height - nameHeight - drawnHeight) / 2;
  const left = x + (width - drawnWidth) / 2;
  const shape = `<svg x="${left}" y="${top}" width="${drawnWidth}" height="${drawnHeight}" viewBox="${viewBox}">${pathOf(checked(path, /^[\d\s.,a-z-]+$/i))}</svg>`;
  if (!place) return shape;
  const [line = ""] = cutLines(place, (each) => face.measure(each, 30), width + 40, 1);
  const start = x + (width - face.measure(line, 30)) / 2;
  return shape + pathOf(face.outline(line, 30, start, top + drawnHeight + 54));
}

function pathOf(outline: string): string {
  return `<path d="${outline}"/>`;
}

/** Holes along all four sides, as a sheet of stamps is perforated. */
function holes(): string {
  const { x, y, width, height, across, down, hole } = STAMP;
  const circle = (cx: number, cy: number) =>
    `M${cx - hole} ${cy}a${hole} ${hole} 0 1 0 ${2 * hole} 0a${hole} ${hole} 0 1 0 ${-2 * hole} 0z`;
  const circles: string[] = [];
  for (let index = 0; index <= across; index++) {
    const cx = x + (width / across) * index;
    circles.push(circle(cx, y), circle(cx, y + height));
  }
  for (let index = 1; index < down; index++) {
    const cy = y + (height / down) * index;
    circles.push(circle(x, cy), circle(x + width, cy));
  }
  return circles.join("");
}

/** These come from our own tables, but what is written into markup is looked at all the same. */
function checked(value: string, shape: RegExp): string {
  if (!shape.test(value))
    throw new TypeError("A share picture was given a color or an outline of an unknown form.");
  return value;
}
