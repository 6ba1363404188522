/** One line of the table. */
export interface Row {
  what: string;
  database: string;
  happenings: number | null;
  measured: string;
  target: string;
  /** Null where there is nothing to reach. */
  passes: boolean | null;
}

export const SHOWN_DATABASE = { embedded: "embedded", postgres: "PostgreSQL" } as const;
export type DatabaseKind = keyof typeof SHOWN_DATABASE;

const HEAD = ["What", "Database", "Happenings", "Measured", "Target", ""];

function cells(row: Row): string[] {
  const verdict = row.passes === null ? "" : row.passes ? "pass" : "FAIL";
  const size = row.happenings === null ? "" : row.happenings.toLocaleString("en-US");
  return [row.what, row.database, size, row.measured, row.target, verdict];
}

/** For the terminal. */
export function plainTable(rows: readonly Row[]): string {
  const all = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  const lines = all.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  return lines.join("\n");
}

/** For the page in `docs/`. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = [HEAD, HEAD.map(() => "---"), ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function rate(value: number): string {
  return `${Math.round(value).toLocaleString("en-US")}/s`;
}
