import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { programOptions, runOnNode24 } from "./node24.mjs";
import { giveUp, root } from "./root.mjs";

/**
 * Everything between typing a command and its work: packages installed, sources built, Node 24 found.
 * Ends this process with the exit code of the built program.
 */
export async function run(program, args) {
  await ensureInstalled();
  if (!(await build())) process.exit(1);
  const path = join(root, "dist", program);
  if (!existsSync(path)) giveUp(`There is no ${path}: the build made none.`);
  process.exitCode = await runOnNode24([...programOptions(), path, ...args]);
}
