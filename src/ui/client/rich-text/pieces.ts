/** A piece of a line in the making. `coded` characters are written as entities. */
export type Piece =
  | { kind: "character"; text: string; coded: boolean }
  | { kind: "open" | "close"; text: "_" | "**" }
  | { kind: "link"; text: string }
  | { kind: "break" };
