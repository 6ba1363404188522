import { raw } from "hono/html";
import type { Html } from "#base/brands.ts";

/** Text that people wrote and our own renderer made clean. `lede` sets the first paragraph larger. */
export function Prose({ html, lede }: { html: Html; lede?: boolean }) {
  return <div class={lede ? "prose prose-lede" : "prose"}>{raw(html)}</div>;
}
