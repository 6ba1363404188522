/** Whom letters may go to through the house. */
export type RecipientKind = "person" | "partnership";

/** `unconfirmed`: a guest has yet to prove the address. `held`: an editor looks at it first. */
export type LetterState = "unconfirmed" | "held" | "passed-on" | "dropped";

export interface RelayLettersTable {
  id: string;
  to_kind: RecipientKind;
  to_id: string;
  to_name: string;
  /** Whom it goes to, lower case; empty for a person, whose address is looked up, and once it is decided. */
  to_addresses: string[];
  from_person: string | null;
  from_name: string;
  /** Lower case. */
  from_email: string;
  /** Empty once it is decided. */
  text: string;
  /** A keyed hash of recipient, writer and words. */
  mark: string;
  doubt: string | null;
  state: LetterState;
  received_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface RelayLinksTable {
  token_hash: string;
  kind: "confirm" | "stop";
  letter: string;
  /** Keyed hash of the address a `stop` link was mailed to. */
  recipient: string | null;
  expires_at: Date;
}

export interface RelayStopsTable {
  /** Keyed hash of an address. */
  recipient: string;
  to_id: string;
  /** Keyed hash of the writer's address; empty for every writer. */
  writer: string;
  stopped_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    relay_letters: RelayLettersTable;
    relay_links: RelayLinksTable;
    relay_stops: RelayStopsTable;
  }
}
