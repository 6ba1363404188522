import type { GrantedRole } from "#platform/permissions.ts";

export interface GrantsTable {
  id: string;
  person: string;
  role: GrantedRole;
  /** A partnership's id, or a state's code. */
  scope: string;
  /** For whom an assistant edits, in words; empty for those who stand for themselves. */
  on_behalf_of: string;
  granted_by: string | null;
  granted_at: Date;
  ended_at: Date | null;
}

export interface GrantInvitationsTable {
  id: string;
  token_hash: string;
  /** Lower case. */
  email: string;
  name: string;
  role: GrantedRole;
  scope: string;
  /** What they are invited to, in words: "the page of the Platte Valley Healthcare Partnership". */
  what: string;
  /** The page on which they then start. */
  leads_to: string;
  on_behalf_of: string;
  invited_by: string | null;
  invited_by_name: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    grants: GrantsTable;
    grant_invitations: GrantInvitationsTable;
  }
}
