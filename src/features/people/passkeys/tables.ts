export interface PasskeysTable {
  /** The credential's own id, base64url. */
  id: string;
  person: string;
  public_key: Uint8Array;
  /** How often the authenticator says it was used; never goes back, unless somebody copied it. */
  counter: number;
  transports: string[];
  name: string;
  created_at: Date;
  used_at: Date | null;
}

export interface PasskeyChallengesTable {
  challenge_hash: string;
  person: string | null;
  expires_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    passkeys: PasskeysTable;
    passkey_challenges: PasskeyChallengesTable;
  }
}
