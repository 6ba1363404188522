/** A piece of a document, in reading order. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; words: string }
  | { kind: "paragraph"; words: string; look?: "lede" | "small" }
  | { kind: "list"; items: readonly string[]; numbered?: boolean }
  | {
      kind: "table";
      caption: string;
      columns: readonly TableColumn[];
      /** The first cell of each names its row. */
      rows: readonly (readonly string[])[];
    }
  | { kind: "bars"; alt: string; bars: readonly Bar[] }
  /** Nothing, such as room for a signature. */
  | { kind: "room"; points: number }
  /** A few large numbers, each with what it says; read as a list. */
  | { kind: "numbers"; items: readonly LargeNumber[] };

export interface LargeNumber {
  /** Small, above it: "At least". */
  before?: string;
  number: string;
  words: string;
}

export interface TableColumn {
  label: string;
  numeric?: boolean;
  /** Share of the width, to the others'. */
  wide?: number;
}

/** One bar of a picture: what is sure, and as far as it may reach; parts of the whole width, 0 to 1. */
export interface Bar {
  label: string;
  sure: number;
  maybe: number;
  text: string;
}

export interface DocumentToWrite {
  title: string;
  subject: string;
  /** At the foot of every page, beside its number. */
  foot: string;
  /** Who answers for it: the site. */
  author: string;
  /** Stands in the file; the same content of the same day is the same file. */
  madeAt: Date;
  blocks: readonly Block[];
}
