import type { Face, Typefaces } from "./fonts.ts";

/** A text as lines no wider than `width` points; breaks that were typed are kept, and a word that is too long is cut. */
export function linesOf(
  faces: Typefaces,
  text: string,
  look: { face: Face; size: number; width: number },
): string[] {
  return text.split(/\r?\n/).flatMap((part) => wrapped(faces, part, look));
}

function wrapped(
  faces: Typefaces,
  text: string,
  { face, size, width }: { face: Face; size: number; width: number },
): string[] {
  const fits = (line: string) => faces.width(line, face, size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line)) {
      const cut = longestThatFits(line, fits);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function longestThatFits(word: string, fits: (text: string) => boolean): number {
  let cut = word.length - 1;
  while (cut > 1 && !fits(word.slice(0, cut))) cut -= 1;
  return cut;
}
