import type { GrantInvitationsTable } from "./tables.ts";

export const INVITATION_DAYS = 14;

export type InvitationState = "open" | "used" | "withdrawn" | "expired";

/** How an invitation stands; what was used stays used, whatever came later. */
export function stateOf(
  row: Pick<GrantInvitationsTable, "used_at" | "withdrawn_at" | "expires_at">,
  now: Date,
): InvitationState {
  if (row.used_at) return "used";
  if (row.withdrawn_at) return "withdrawn";
  return row.expires_at <= now ? "expired" : "open";
}
