import { defineConfig } from "vitest/config";

// Which database the tests stand on: TEST_DATABASE=embedded (default) or postgres. See test/kit/set-up.ts.
const onServer = process.env.TEST_DATABASE === "postgres";

/** What would prove nothing new on a server runs on the embedded database only. All that is not listed runs on both. */
const PROVED_ONCE = [
  // They meet no database.
  "src/{base,ui}/**",
  "src/platform/{files,http,pictures}/**",
  "src/features/places/**",
  "test/kit/{chromium,server-process,smtp}.test.ts",
  // They are about the embedded engine itself; only parity.test.ts holds it against a server.
  "src/platform/database/embedded/!(parity).test.ts",
  // Figures stand in files beside the database; choices, regions and decisions, which are in it, run on both.
  "src/features/industry-data/{analysis,comparing,figures,pictures,screening}/**",
  "src/features/industry-data/holdings/!(desk).test.ts",
  // Stories look at pages: how they read, look and hang together. What a page finds in the database, the tests of its
  // room ask both kinds. One story goes through everything on both: from sharing an update to reading it published.
  "test/journeys/!(share-to-published).test.ts",
  // They try both kinds by themselves, or are about mail and the command line beside the embedded database.
  "test/proof/{restore-killed,backup-directions,running-site,mail,industry-commands}.test.ts",
];
const exclude = onServer ? PROVED_ONCE : [];

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
    // Long for what never comes, and no longer than it takes for what does: a busy machine is not a failure.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,bin,test/kit,bench}/**/*.test.{ts,tsx}"],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          exclude,
          setupFiles: "test/journeys/testing/tell-failures.ts",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "proof",
          include: ["test/proof/**/*.test.{ts,tsx}"],
          exclude,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // With the journeys, so that no worker stands idle while the last story is told.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
