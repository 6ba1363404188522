/** A table for the terminal: texts to the left, numbers to the right, a dash where there is none. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | null)[])[]): string[] {
  const all = [head, ...rows.map((row) => row.map((cell) => cell ?? "–"))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

/** `12,345.6`; null stays null. */
export function inWords(number: number | null | undefined, decimals: number): string | null {
  if (number === null || number === undefined) return null;
  const text = number.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // What rounds to nothing has no sign.
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}
