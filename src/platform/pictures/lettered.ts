import { drawableText } from "./drawable.ts";
import { type Letter, type Lettering, openLettering } from "./lettering.ts";

/** Width of a line of text in pixels. */
export type TextMeasure = (text: string, size: number, bold?: boolean) => number;

export interface Letterer {
  measure: TextMeasure;
  /**
   * Turns every `text` of a drawing into shapes, so that it looks the same in every browser, in print and where no font
   * is installed. Understands what ECharts and our own pictures write; each letter's shape is written once.
   */
  letter(svg: string): string;
}

let opened: Promise<Letterer> | undefined;

/** Fonts are read for the first picture and kept. */
export function openLetterer(): Promise<Letterer> {
  opened ??= Promise.all([openLettering("public-sans", 500), openLettering("public-sans", 700)]).then(
    ([plain, bold]) => lettererOf(plain, bold),
  );
  return opened;
}

/** Pictures say the same words again and again: names of industries and counties, figures of axes. */
const MOST_KEPT = 4_000;

function lettererOf(plain: Lettering, bold: Lettering): Letterer {
  const kept = new Map<string, Letter[]>();

  function spelled(text: string, isBold: boolean): Letter[] {
    const key = `${isBold ? "b" : "p"}${text}`;
    let letters = kept.get(key);
    if (!letters) {
      const face = isBold ? bold : plain;
      letters = face.spell(drawableText(text, face.canDraw) ?? "");
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, letters);
    }
    return letters;
  }

  return {
    measure: (text, size, isBold = false) => (widthOf(spelled(text, isBold)) * size) / 1000,
    letter(svg) {
      const shapes = new Map<string, string>();
      const drawn = svg.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (_, written: string, words: string) => {
        const given = attributesOf(written);
        const isBold = /bold|[67]00/.test(given.weight);
        const letters = spelled(unescaped(words), isBold);
        const name = (letter: Letter) => `${isBold ? "b" : "p"}${letter.key}`;
        for (const letter of letters) shapes.set(name(letter), letter.shape);
        return placed(letters, name, given);
      });
      const defs = [...shapes]
        .map(([id, shape]) => (shape ? `<path id="${id}" d="${shape}"/>` : ""))
        .join("");
      return drawn.replace(/<svg[^>]*>/, (start) => `${start}<defs>${defs}</defs>`);
    },
  };
}

function widthOf(letters: readonly Letter[]): number {
  const last = letters.at(-1);
  return last ? last.x + last.advance : 0;
}

interface TextAttributes {
  x: number;
  y: number;
  size: number;
  weight: string;
  anchor: string;
  isCentral: boolean;
  transform: string;
  /** What is passed on as it is: fill and the rest. */
  paint: string;
  haloWidth: number;
}

function attributesOf(written: string): TextAttributes {
  const all = new Map(
    [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
  const style = all.get("style") ?? "";
  const number = (name: string) => Number.parseFloat(all.get(name) ?? "0");
  const paint = ["fill", "fill-opacity", "stroke"].flatMap((name) =>
    all.has(name) ? [` ${name}="${all.get(name)}"`] : [],
  );
  return {
    x: number("x"),
    y: number("y"),
    size: Number.parseFloat(all.get("font-size") ?? /font-size:([\d.]+)/.exec(style)?.[1] ?? "12"),
    weight: all.get("font-weight") ?? /font-weight:(\w+)/.exec(style)?.[1] ?? "500",
    anchor: all.get("text-anchor") ?? "start",
    isCentral: all.get("dominant-baseline") === "central",
    transform: all.get("transform") ?? "",
    paint: paint.join(""),
    haloWidth: all.has("stroke") ? number("stroke-width") : 0,
  };
}

/** Half the height of a capital, by which a text is lowered to stand in the middle of its line. */
const HALF_CAPITAL = 0.35;

function placed(letters: readonly Letter[], name: (letter: Letter) => string, given: TextAttributes): string {
  const { size, anchor, haloWidth } = given;
  const scale = size / 1000;
  const width = widthOf(letters) * scale;
  const x = given.x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const y = given.y + (given.isCentral ? HALF_CAPITAL * size : 0);
  const halo = haloWidth
    ? ` stroke-width="${short(haloWidth / scale)}" paint-order="stroke" stroke-linejoin="round"`
    : "";
  const move = `${given.transform && `${given.transform} `}translate(${short(x)} ${short(y)}) scale(${short(scale, 5)} ${short(-scale, 5)})`;
  const uses = letters
    .filter(({ shape }) => shape !== "")
    .map((letter) => `<use href="#${name(letter)}"${letter.x ? ` x="${letter.x}"` : ""}/>`);
  return uses.length > 0 ? `<g transform="${move}"${given.paint}${halo}>${uses.join("")}</g>` : "";
}

function short(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

function unescaped(words: string): string {
  return words
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
