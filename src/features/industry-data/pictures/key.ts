import { COLORS, SIZES } from "./look.ts";
import type { Look, Pen } from "./picture.ts";
import { text } from "./svg.ts";

/** A line of a picture's key: how a mark looks, and what it means. */
export interface KeyEntry {
  words: string;
  /** Draws the mark around this point, at most 24 wide and 18 high. */
  draw(x: number, y: number): string;
}

const MARK = 32;
const BETWEEN = 22;

/** The key above a picture, in as many lines as it needs. */
export function keyAbove(
  entries: readonly KeyEntry[],
  pen: Pen,
  { shape, theme }: Look,
  left = 4,
): { body: string; height: number } {
  const { width, text: size } = SIZES[shape];
  const lineHeight = size * 1.75;
  let [x, row] = [left, 0];
  const drawn = entries.map(({ words, draw }) => {
    const lines = broken(words, pen, size, width - left - MARK - 4);
    const wide = MARK + Math.max(...lines.map((each) => pen.measure(each, size)));
    if (x > left && x + wide > width - 4) {
      x = left;
      row += 1;
    }
    const y = row * lineHeight + lineHeight / 2 + 2;
    const body =
      draw(x + 13, y) +
      lines
        .map((each, index) =>
          text(each, x + MARK, y + size * 0.35 + index * size * 1.2, { size, fill: COLORS[theme].ink2 }),
        )
        .join("");
    x += wide + BETWEEN;
    if (lines.length > 1) row += (size * 1.2 * (lines.length - 1)) / lineHeight;
    return body;
  });
  return { body: drawn.join(""), height: entries.length > 0 ? (row + 1) * lineHeight + 10 : 0 };
}

function broken(words: string, pen: Pen, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && pen.measure(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
