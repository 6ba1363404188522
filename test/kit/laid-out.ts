import { existsSync } from "node:fs";
import { cp, mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startServer } from "./server-process.ts";

/**
 * Fills a new data folder as a first start with starter content leaves it, for tests that are not about first starts:
 * one takes seconds, so each run makes one folder, and copies it from then on.
 *
 * @param env settings that a first start writes down
 */
export async function layOut(dataDir: string, env: Record<string, string>): Promise<void> {
  const run = process.env.TEST_RUN_FOLDER;
  if (!run) throw new Error("TEST_RUN_FOLDER is set by test/kit/set-up.ts.");
  const original = join(run, "laid-out");
  // The worker that makes this folder makes the original; the others wait for it.
  const isMaker = await mkdir(join(run, "making")).then(
    () => true,
    () => false,
  );
  if (isMaker) {
    const making = join(run, "making", "data");
    const server = await startServer({ dataDir: making, env });
    await server.kill("SIGTERM");
    await server.stop();
    await rename(making, original);
  }
  for (const deadline = Date.now() + 100_000; !existsSync(original); await pause(50))
    if (Date.now() > deadline) throw new Error("No other worker has laid a data folder out.");
  // A server that had to be ended leaves its socket behind, which nothing listens on and nothing can copy.
  const filter = (source: string) => basename(source) !== "control.sock";
  await cp(original, dataDir, { recursive: true, filter });
}
