import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runOnNode24 } from "./node24.mjs";
import { root } from "./root.mjs";

// Everything twice: on the embedded database and on a PostgreSQL server. Arguments go to vitest, as in
// `npm test -- src/features/sponsors`. The last line counts both runs.
await ensureInstalled({ tools: true });
if (!(await build())) {
  process.stdout.write("\nThe sources do not build, so no test ran.\n0 passed, 1 failed\n");
  process.exit(1);
}
const runs = [];
for (const database of ["embedded", "postgres"]) runs.push(await runTests(database, process.argv.slice(2)));

const sum = (kind) => runs.reduce((total, run) => total + run[kind], 0);
const fine = runs.every((run) => run.fine);
// A run that broke off before its tests could fail has failed all the same, and the count says so.
const failed = fine ? 0 : Math.max(sum("failed"), 1);
process.exitCode = fine ? 0 : 1;
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
process.stdout.write(`\n${sum("passed")} passed, ${failed} failed${skipped}\n`);

async function runTests(database, filters) {
  process.stdout.write(
    `\nTests on the ${database === "embedded" ? "embedded database" : "PostgreSQL server"}\n`,
  );
  const report = join(root, ".tmp", `tests-${database}.json`);
  mkdirSync(join(root, ".tmp"), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runOnNode24([vitest, "run", "--root", root, ...reporters, ...filters], {
    env: { ...process.env, TEST_DATABASE: database },
  });
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : count({});
  return { ...counted, fine: code === 0 && counted.failed === 0 && counted.passed > 0 };
}

function count({
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  testResults = [],
}) {
  // A file that cannot be loaded holds no failed test, but it is a failure.
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}
