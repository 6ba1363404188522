import { createHash } from "node:crypto";

/** What is searched for decides how to search, so these are planned anew each time. */
const DEPENDS_ON_VALUES = /@@|\blike\b|\s%>?\s/i;

const OFTEN = 3;
/** Each takes some hundred kilobytes of the engine. */
const MOST_KEPT = 150;

/**
 * Names statements that come again and again, so that the engine reads and plans them once: measured, that is more
 * than half of what a small query costs it. A server is left alone, since a connection pooler before it may not
 * bring the same session back.
 */
export class KeptPlans {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** @returns the name to send the statement under; undefined to send it without one */
  nameFor(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name || this.#names.size >= MOST_KEPT || DEPENDS_ON_VALUES.test(text)) return name;
    const times = (this.#seen.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      // Texts that hold values of their own, and never come again, must not pile up.
      if (this.#seen.size > 4 * MOST_KEPT) this.#seen.clear();
      this.#seen.set(text, times);
      return undefined;
    }
    this.#seen.delete(text);
    const made = `kept ${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
    this.#names.set(text, made);
    return made;
  }
}
