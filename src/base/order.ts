export type Direction = "up" | "down";

/** The list with one of its members a place further up or down; undefined where there is no such place. */
export function moved<T>(list: readonly T[], member: T, direction: Direction): T[] | undefined {
  const from = list.indexOf(member);
  const to = direction === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= list.length) return undefined;
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
