/**
 * What of a text can be drawn. Emoji and other signs without a shape are left out, for the words say the same; a word
 * with a letter that cannot be drawn becomes an ellipsis, for half a word says something else. Undefined when more
 * letters would be lost than kept, as in a title in Arabic or Hebrew: no title is better than a torn one.
 */
export function drawableText(text: string, canDraw: (grapheme: string) => boolean): string | undefined {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  let [kept, lost] = [0, 0];
  const words = text
    .normalize("NFC")
    .replace(/[\u2010\u2011]/g, "-")
    .split(/\s+/)
    .map((word) => {
      const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
      const letters = parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
      const whole = letters.every(canDraw);
      if (whole) kept += letters.length;
      else lost += letters.length;
      return whole ? parts.filter(canDraw).join("") : "…";
    });
  if (lost > kept || kept === 0) return undefined;
  const drawn = words.filter((word, index) => word !== "" && !(word === "…" && words[index - 1] === "…"));
  // "Party 🎉: come" lost its emoji, not its sense of spacing.
  return drawn.join(" ").replace(/ (?=[:;,.!?])/g, "");
}
