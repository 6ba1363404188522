import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FolderInUse } from "./problems.ts";

export interface Claim {
  readonly folder: string;
  release(): Promise<void>;
}

export async function claimFolder(folder: string): Promise<Claim> {
  await mkdir(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, "claim.lock"), { timeout: 0 });
  try {
    lock.exec("pragma journal_mode=memory; begin immediate");
  } catch {
    lock.close();
    throw new FolderInUse(folder, undefined);
  }
  return { folder, release: async () => lock.close() };
}
