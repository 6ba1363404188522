import { diffArrays, diffWordsWithSpace } from "diff";

export type Difference = { kind: "same" | "added" | "removed"; text: string };

/** One paragraph of the comparison, or the number of unchanged paragraphs left out in its place. */
export type ParagraphDifference =
  | { kind: "same" | "added" | "removed" | "changed"; parts: Difference[] }
  | { kind: "skipped"; paragraphs: number };

export type FieldDifference = {
  field: string;
  label: string;
  before: string;
  after: string;
  parts: Difference[];
};

// Comparing costs the length times the number of edits: past this many edits two texts have so little in common
// that "removed this, added that" is what a person would say anyway.
const MOST_EDITS = 1_000;
const NEAR = 1;

/**
 * What changed between two texts, word by word, paragraph by paragraph in reading order. Unchanged paragraphs
 * farther than one from a change are counted, not repeated.
 */
export function paragraphDifferences(before: string, after: string): ParagraphDifference[] {
  if (before === after) return collapse(paragraphsOf(after).map(whole("same")));
  const from = paragraphsOf(before);
  const to = paragraphsOf(after);
  const changes = diffArrays(from, to, { maxEditLength: MOST_EDITS }) ?? [
    { value: from, added: false, removed: true },
    { value: to, added: true, removed: false },
  ];
  const found: ParagraphDifference[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    const next = changes[index + 1];
    if (change.removed && next?.added) {
      found.push(...pairUp(change.value, next.value));
      index += 1;
    } else
      found.push(...change.value.map(whole(change.added ? "added" : change.removed ? "removed" : "same")));
  }
  return collapse(found);
}

/**
 * The same in one row, for a page that shows it as running text: paragraphs are parted by a blank line, and `…`
 * stands for what was left out.
 */
export function differences(before: string, after: string): Difference[] {
  return paragraphDifferences(before, after).flatMap((paragraph, index): Difference[] => {
    const gap: Difference[] = index > 0 ? [{ kind: "same", text: "\n\n" }] : [];
    return [
      ...gap,
      ...(paragraph.kind === "skipped" ? [{ kind: "same" as const, text: "…" }] : paragraph.parts),
    ];
  });
}

/** The fields of two records that differ, in the order of `labels`; fields without a label are left out. */
export function fieldDifferences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  labels: Record<string, string>,
): FieldDifference[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const from = inWords(before[field]);
    const to = inWords(after[field]);
    return from === to ? [] : [{ field, label, before: from, after: to, parts: differences(from, to) }];
  });
}

function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function whole(kind: Difference["kind"]) {
  return (text: string): ParagraphDifference => ({ kind, parts: [{ kind, text }] });
}

/** Paragraphs that took each other's place, matched in order as long as they share words. */
function pairUp(removed: string[], added: string[]): ParagraphDifference[] {
  const found: ParagraphDifference[] = [];
  const pairs = Math.max(removed.length, added.length);
  for (let index = 0; index < pairs; index += 1) {
    const from = removed[index];
    const to = added[index];
    const parts = from !== undefined && to !== undefined ? wordDifferences(from, to) : undefined;
    if (parts) found.push({ kind: "changed", parts });
    else {
      if (from !== undefined) found.push(whole("removed")(from));
      if (to !== undefined) found.push(whole("added")(to));
    }
  }
  return found;
}

function wordDifferences(before: string, after: string): Difference[] | undefined {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const parts = changes?.map(({ value, added, removed }): Difference => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value };
  });
  const shared = parts
    ?.filter((part) => part.kind === "same")
    .reduce((sum, part) => sum + part.text.trim().length, 0);
  return shared && shared * 4 >= Math.min(before.length, after.length) ? parts : undefined;
}

function collapse(paragraphs: ParagraphDifference[]): ParagraphDifference[] {
  const near = paragraphs.map((_, index) =>
    paragraphs
      .slice(Math.max(0, index - NEAR), index + NEAR + 1)
      .some((paragraph) => paragraph.kind !== "same"),
  );
  const found: ParagraphDifference[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const last = found.at(-1);
    if (near[index]) found.push(paragraph);
    else if (last?.kind === "skipped") last.paragraphs += 1;
    else found.push({ kind: "skipped", paragraphs: 1 });
  }
  return found;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(", ");
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
