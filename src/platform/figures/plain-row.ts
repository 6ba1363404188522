/** DuckDB hands out big integers for counts and sums; ours stay far below 2^53. */
export function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) if (typeof row[key] === "bigint") row[key] = Number(row[key]);
  return row;
}
