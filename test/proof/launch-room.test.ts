import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { voteTogether } from "#kit/launch-crowd.ts";
import { type LaidLaunch, layLaunch } from "#kit/launch-site.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { kyselyOn } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { newStanding, type Standing } from "./testing/standing.ts";

// The same over a minute, on a machine that does nothing else, is part of `npm run bench`.
const PHONES = 120;
const WITHIN = 8_000;
const TITLES = [
  "Find welders",
  "Share freight",
  "Sell together",
  "Fix the road",
  "Childcare",
  "Cheaper power",
  "One voice",
];

let standing: Standing;
let launch: LaidLaunch;
let server: ServerProcess;
beforeEach(async () => {
  standing = await newStanding();
  launch = await standing.look(async (pool) => {
    await migrate(kyselyOn(pool), await readMigrations(join(import.meta.dirname, "../../migrations")));
    return layLaunch(pool, {
      name: "Southwest Wyoming Manufacturing Partnership",
      companies: Array.from({ length: PHONES }, (_, index) => `Company ${index}`),
      groups: TITLES,
    });
  });
  server = await startServer({ dataDir: standing.dataDir, env: standing.env });
});
afterEach(async () => {
  await server.stop();
  await standing.clear();
});

it("counts the votes of 120 companies at once: none is lost, none is doubled, and the wall keeps up", async () => {
  // Where others use the machine as well, a wait says more of them than of us.
  const isQuiet = loadavg()[0]! < cpus().length;
  const { waits, lags, wrong } = await voteTogether(server.origin, launch, WITHIN);
  expect(wrong).toEqual([]);
  expect(Math.max(...lags)).toBeLessThan(Number.POSITIVE_INFINITY);
  if (!isQuiet) return;
  expect(quantile(waits, 0.99)).toBeLessThan(300);
  expect(Math.max(...lags)).toBeLessThan(1_000);
});

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
