/**
 * Small values that every reader needs, made once and dropped together when anything public changes. What is kept
 * is the promise, from the moment it is asked for: a value begun before a change is dropped with the rest, even
 * when it arrives only after it.
 */
export class KeptValues {
  #kept = new Map<string, Promise<unknown>>();
  #open = true;

  readonly keep = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const kept = this.#kept.get(key);
    if (kept) return kept as Promise<T>;
    const value = make();
    if (this.#open) {
      this.#kept.set(key, value);
      // What failed is asked for again; the one who asked hears of the failure.
      value.catch(() => this.#kept.get(key) === value && this.#kept.delete(key));
    }
    return value;
  };

  clear(): void {
    this.#kept.clear();
  }

  /** While changes made by other processes cannot be heard, nothing is kept. */
  pause(): void {
    this.#open = false;
    this.clear();
  }

  resume(): void {
    this.#open = true;
  }
}
