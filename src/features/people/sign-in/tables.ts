export interface SessionsTable {
  token_hash: string;
  person_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

/** `sign-in` proves an address; `first-editor` is printed at the console of a house that has no editor yet. */
export type LinkKind = "sign-in" | "first-editor";

export interface SignInLinksTable {
  token_hash: string;
  kind: LinkKind;
  email: string | null;
  return_to: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    sessions: SessionsTable;
    sign_in_links: SignInLinksTable;
  }
}
