/** Past tense, subject first: `happening.published`. */
export type EventName = `${string}.${string}`;

/** Something that happened to one thing, told by the room that owns the thing. */
export interface Telling {
  name: EventName;
  subject: { kind: string; id: string };
  /** What a reader of the audit log needs beside the name; no secrets, no letters' texts. */
  particulars?: Record<string, unknown>;
}

export interface ToldEvent extends Telling {
  id: number;
  at: Date;
}
