/** What a person has to mend, keyed by form field; the empty key holds what concerns the whole form. */
export type Problems = Record<string, string[]>;

/** A refusal is a value, so that a page can show it where it was typed; only surprises throw. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problems };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(problems: Problems): { ok: false; problems: Problems } {
  return { ok: false, problems };
}

/** One problem with one field. */
export function problem(field: string, message: string): { ok: false; problems: Problems } {
  return refused({ [field]: [message] });
}

/** Joins what several checks found; the messages of one field keep their order. */
export function joinProblems(...all: (Problems | undefined)[]): Problems {
  const joined: Problems = {};
  for (const problems of all) {
    for (const [field, messages] of Object.entries(problems ?? {})) {
      joined[field] = [...(joined[field] ?? []), ...messages];
    }
  }
  return joined;
}

export function hasProblems(problems: Problems): boolean {
  return Object.keys(problems).length > 0;
}
