import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Card = z.object({ process: z.int().positive(), control: z.string().optional() });

/** Who holds a folder and where it listens. Only a courtesy: after a crash it is stale, the lock never is. */
export type Card = z.infer<typeof Card>;

const cardIn = (folder: string) => join(folder, "claim.json");

export async function writeCard(folder: string, card: Card): Promise<void> {
  const draft = `${cardIn(folder)}.new`;
  await writeFile(draft, `${JSON.stringify(card)}\n`, { mode: 0o600 });
  await rename(draft, cardIn(folder));
}

/** The holder's card, when there is a readable one. */
export async function readCard(folder: string): Promise<Card | undefined> {
  try {
    return Card.parse(JSON.parse(await readFile(cardIn(folder), "utf8")));
  } catch (error) {
    // Missing before the first claim and after a clean release; anything odd in it is worth as little.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export async function forgetCard(folder: string): Promise<void> {
  await rm(cardIn(folder), { force: true });
}
