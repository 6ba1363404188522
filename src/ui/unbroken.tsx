import type { Child } from "hono/jsx";

/** Words such as "e-mail", of which half at the end of a line looks like a slip. */
const brittle = /(\b\p{L}-\p{L}+)/u;

/** A headline whose short compounds stay in one piece. */
export function unbroken(title: string): Child {
  if (!brittle.test(title)) return title;
  return title.split(brittle).map((part) => (brittle.test(part) ? <span class="nowrap">{part}</span> : part));
}
