import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** 256 bits of chance, as 43 characters that stand in an address unescaped. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function newId(): string {
  return randomUUID();
}

/** What is stored of a token: whoever reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A keyed hash of a text for one purpose; the same text under another purpose is unrelated. */
export function sealer(secret: string): (purpose: string, text: string) => string {
  return (purpose, text) => createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
}

/** Compares in a time that does not tell how much was right. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The house's own secret in the data folder, made at the first start and readable by its owner alone. */
export async function secretIn(folder: string): Promise<string> {
  const path = join(folder, "secret");
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${newToken()}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
