import { renderMarkdown } from "#base/markdown/render.ts";
import { readMarkdown } from "./read.ts";
import { writeMarkdown } from "./write.ts";

/** Whether the editor can hold a text without changing what readers would see. */
export function keepsMeaning(text: string): boolean {
  return seen(text) === seen(writeMarkdown(readMarkdown(text)));
}

function seen(text: string): string {
  return renderMarkdown(text)
    .replace(/\s+/g, " ")
    .replace(/ ?(<\/?(?:p|h2|h3|ul|ol|li|blockquote|br)[^>]*>) ?/g, "$1")
    .trim();
}
