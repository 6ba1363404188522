import { FIELDS, type FieldName, isField, type Values } from "../fields.ts";

/** Lists that stand in a paragraph of their own. */
const LISTS: readonly FieldName[] = ["priorities", "signUps", "agenda", "action"];

/**
 * A text without the lists that are empty this time, each with the line that announces it: after a meeting without
 * votes, "this is what the room chose:" must not stand above nothing.
 */
export function withoutEmptyLists(body: string, values: Values): string {
  const paragraphs = body.split(/\n{2,}/);
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(paragraph.trim())?.[1];
    const isEmpty = name && isField(name) && LISTS.includes(name) && FIELDS[name] && !values[name];
    if (!isEmpty) kept.push(paragraph);
    else if (kept.at(-1)?.trim().endsWith(":")) kept.pop();
  }
  return kept.join("\n\n");
}
