export type Measure = (text: string) => number;

/**
 * Breaks a headline into as few lines as the width allows, and these as even as can be: the sum of the squares of
 * what stays empty is the least. Undefined when it needs more than `maxLines` or a word is wider than the line.
 */
export function balancedLines(
  text: string,
  measure: Measure,
  width: number,
  maxLines: number,
): string[] | undefined {
  const words = text.split(" ");
  // Words are measured once and added up; what two letters across a space might kern is less than a pixel.
  const widths = words.map(measure);
  const space = measure("n n") - 2 * measure("n");
  if (widths.some((each) => each > width)) return undefined;

  /** The best way to set the words from `start` on, by number of lines; index 0 is no line at all. */
  const best: { waste: number; breaks: number[] }[][] = Array.from({ length: words.length + 1 }, () => []);
  best[words.length]![0] = { waste: 0, breaks: [] };
  for (let start = words.length - 1; start >= 0; start--) {
    let used = -space;
    for (let end = start + 1; end <= words.length; end++) {
      used += space + widths[end - 1]!;
      if (used > width) break;
      best[end]!.slice(0, maxLines).forEach((rest, lines) => {
        const waste = rest.waste + (width - used) ** 2;
        const known = best[start]![lines + 1];
        if (!known || waste < known.waste) best[start]![lines + 1] = { waste, breaks: [end, ...rest.breaks] };
      });
    }
  }
  const found = best[0]!.find((each) => each !== undefined);
  return found?.breaks.map((end, index) => words.slice(found.breaks[index - 1] ?? 0, end).join(" "));
}

/** Fills `maxLines` lines, breaking words where it must, and ends with an ellipsis where not all found room. */
export function cutLines(text: string, measure: Measure, width: number, maxLines: number): string[] {
  const words = text.split(" ").flatMap((word) => pieces(word, measure, width));
  const lines = greedyLines(words, measure, width);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  let last = [...kept.pop()!];
  while (last.length > 1 && measure(`${last.join("").trimEnd()}…`) > width) last = last.slice(0, -1);
  return [...kept, `${last.join("").replace(/[\s.,;:–—-]+$/u, "")}…`];
}

function greedyLines(words: readonly string[], measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, measure: Measure, width: number): string[] {
  if (measure(word) <= width) return [word];
  const cut: string[] = [""];
  for (const character of word) {
    const piece = cut.at(-1)! + character;
    if (measure(piece) <= width) cut[cut.length - 1] = piece;
    else cut.push(character);
  }
  return cut;
}
