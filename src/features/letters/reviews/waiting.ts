import type { Recipient } from "../rounds/recipients.ts";

/** Letters of a round that wait for a champion's yes; what nobody can get yet waits for the team, not for them. */
export function waitingFor(recipients: readonly Recipient[], champion: string): Recipient[] {
  return recipients.filter(({ signer, held }) => signer?.id === champion && held?.cause === "unapproved");
}
