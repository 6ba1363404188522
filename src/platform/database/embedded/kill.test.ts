import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openEmbedded } from "./embedded.ts";
import { folderWithDatabase } from "./testing/empty-folder.ts";
import { ledgerSchema, problemsIn, randomFrom } from "./testing/ledger.ts";

test("killed in the middle of commits, five times, it keeps every acknowledged entry", {
  timeout: 120_000,
}, async () => {
  const folder = await folderWithDatabase();
  const prepared = await openEmbedded({ folder });
  await prepared.pool.query("create extension pg_trgm");
  await prepared.pool.query(ledgerSchema);
  await prepared.close();

  const random = randomFrom(11);
  const acknowledged = new Map<number, number>();
  for (let kill = 0; kill < 5; kill++)
    await commitUntilKilled(folder, kill, 50 + random() * 400, acknowledged);
  expect(acknowledged.size).toBeGreaterThan(0);

  const database = await openEmbedded({ folder });
  expect(await problemsIn(database.pool, acknowledged)).toEqual([]);
  await database.close();
  await rm(folder, { recursive: true });
});

async function commitUntilKilled(
  folder: string,
  seed: number,
  milliseconds: number,
  acknowledged: Map<number, number>,
): Promise<void> {
  const script = join(import.meta.dirname, "testing", "committer.ts");
  const child = fork(script, [folder, String(seed)], { execArgv: [] });
  const gone = once(child, "exit");
  child.on("message", (message: { ready?: true; writer: number; entry: number }) => {
    if (!message.ready) acknowledged.set(message.writer, message.entry);
  });
  await once(child, "message");
  await setTimeout(milliseconds);
  child.kill("SIGKILL");
  expect((await gone)[1]).toBe("SIGKILL");
}
