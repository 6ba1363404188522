import { defineConfig } from "vitest/config";

// Which database the tests stand on: TEST_DATABASE=embedded (default) or postgres. See test/kit/set-up.ts.
// What has nothing to do with the kind of database, or tries both kinds by itself, is proved once.
const PROVED_ONCE = ["restore-killed", "backup-directions", "running-site", "mail"];
const onServer = process.env.TEST_DATABASE === "postgres";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    globalSetup: "test/kit/set-up.ts",
    pool: "forks",
    // Opening a database costs seconds and most tests want one. A worker keeps its modules, and so its database, from
    // file to file; importing a module does nothing in this house, so files have little to leave behind for each other.
    isolate: false,
    maxWorkers: 2,
    environment: "node",
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,bin,test/kit,bench}/**/*.test.{ts,tsx}"],
          testTimeout: 15_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "proof",
          include: ["test/proof/**/*.test.{ts,tsx}"],
          exclude: onServer ? PROVED_ONCE.map((name) => `test/proof/${name}.test.ts`) : [],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // These kill servers and fill disks while they measure: two at once would disturb each other.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
