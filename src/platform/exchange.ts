import type { Ctx } from "./context.ts";

/** One column of a table that editors bring and take: the same heading in template, import and export. */
export interface ExchangeColumn {
  /** Heading, lower case with underscores, such as `county_fips`. */
  key: string;
  /** What belongs into it, in a sentence. */
  hint: string;
  required?: boolean;
  /** A cell as it could be, for the template. */
  example: string;
}

/** A row as text, by column; what is not given is an empty text. */
export type ExchangeRow = Readonly<Record<string, string>>;

export interface ExchangeProblem {
  /** The column's key; empty for the whole row. */
  column: string;
  /** What is wrong and what to do, for a person. */
  message: string;
}

/** What would become of one row. */
export interface JudgedRow {
  outcome: "new" | "changed" | "unchanged" | "refused";
  /** What the row is about, as people would name it. */
  title: string;
  /** The id of what is there already. */
  target: string | null;
  problems: ExchangeProblem[];
  changes: { column: string; from: string; to: string }[];
  /** What `apply` needs; whatever the room likes that JSON can hold. */
  command: unknown;
}

/** A kind of thing that can be brought in and taken out as a table; a room offers it, the exchange room carries it. */
export interface ExchangeTable {
  /** In addresses: `partnerships`. */
  kind: string;
  /** For people: `Partnerships`. */
  title: string;
  /** How a row finds what is there already, in a sentence for the template page. */
  matching: string;
  columns: readonly ExchangeColumn[];
  /** Only administrators may bring or take it: it holds what people did not make public. */
  administratorsOnly?: boolean;
  /**
   * Says what would become of some rows (at most a few hundred at a time), asking the database a fixed number of times.
   * `earlier` holds what the same file said before these rows, so that two rows about one thing are seen.
   */
  judge(
    ctx: Ctx,
    rows: readonly ExchangeRow[],
    earlier: Map<string, number>,
    firstNumber: number,
  ): Promise<JudgedRow[]>;
  /** Writes rows that were judged `new` or `changed`, inside the caller's transaction. */
  apply(ctx: Ctx, rows: readonly JudgedRow[]): Promise<void>;
  /** Everything there is, a few hundred rows at a time, in the columns above, in an order that stays. */
  rows(ctx: Ctx): AsyncIterable<ExchangeRow[]>;
}

/** Things that may be in a directory twice, and can be made one. */
export interface Mergeable {
  /** In addresses: `organizations`. */
  kind: string;
  title: string;
  administratorsOnly?: boolean;
  /** What becomes of the two, where it is more than that names, place and web address go over; in sentences. */
  afterwards?: string;
  /** Pairs that look alike, likeliest first. */
  alike(ctx: Ctx, limit: number): Promise<{ a: MergeSide; b: MergeSide; why: string }[]>;
  find(ctx: Ctx, text: string, limit: number): Promise<MergeSide[]>;
  /** One of them, with everything that hangs on it, counted. @throws NotFound */
  side(ctx: Ctx, id: string): Promise<MergeSide>;
  /** Makes `gone` part of `stays`: everything that named the one names the other. One transaction. */
  merge(ctx: Ctx, stays: string, gone: string): Promise<void>;
}

export interface MergeSide {
  id: string;
  name: string;
  /** Label and value, as the preview sets the two beside each other. */
  facts: { label: string; value: string }[];
}

/**
 * What a room holds that names one of the things that may be merged, for the preview. The room also hears of
 * `organization.merged` (or `person.merged`): the subject is the one that stays, `particulars.goneId` the one that
 * went, and the room moves its own rows from the one to the other in that transaction.
 */
export interface NamedBy {
  /** As `Mergeable.kind`. */
  kind: string;
  /** As it follows a number: `partnerships`. */
  label: string;
  /** How many name each of these; those without any may be left out. One query. */
  count(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>>;
}
