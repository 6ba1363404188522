import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A text that only `key` opens again, under a cover that is different each time: two of the same text do not look alike.
 * Its length shows, so whoever must hide that as well makes it the same beforehand.
 *
 * @param key a sealed text, such as `ctx.seal` makes
 */
export function lockText(key: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", bytesOf(key), nonce);
  const inside = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), inside]).toString("base64url");
}

/** @throws when the key is another one, or somebody changed what was locked */
export function unlockText(key: string, locked: string): string {
  const bytes = Buffer.from(locked, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", bytesOf(key), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const inside = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([inside, decipher.final()]).toString("utf8");
}

const bytesOf = (key: string) => createHash("sha256").update(key).digest();
