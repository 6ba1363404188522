import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWithDatabase } from "./testing/empty-folder.ts";

test("on a small machine a busy engine needs less than 300 MB at its peak", { timeout: 60_000 }, async () => {
  const folder = await folderWithDatabase();
  const script = join(import.meta.dirname, "testing", "busy-engine.ts");
  const child = fork(script, [folder, String(1024 ** 3)], { execArgv: [] });
  const [peak] = await once(child, "message");
  await once(child, "exit");
  expect(peak).toBeLessThan(300 * 1024 ** 2);
  await rm(folder, { recursive: true });
});
