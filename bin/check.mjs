import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { runOnNode24 } from "./node24.mjs";
import { root } from "./root.mjs";

const tool = (...path) => join(root, "node_modules", ...path);

const steps = [
  ["Format and lint", [tool("@biomejs", "biome", "bin", "biome"), "check", "."]],
  ["Types", [tool("typescript", "bin", "tsc"), "--noEmit", "-p", "."]],
  ["Floors", [join(root, "bin", "check-floors.mjs")]],
  ["Unused code", [tool("knip", "bin", "knip.js")]],
];

await ensureInstalled({ tools: true });
process.chdir(root);
// All are run even when one fails: three kinds of mistakes in one reading are better than three readings.
const failed = [];
for (const [name, command] of steps) {
  process.stdout.write(`\n${name}\n`);
  if ((await runOnNode24(command)) !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? "\nAll checks are fine.\n" : `\nNot fine: ${failed.join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
