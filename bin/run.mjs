import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { programOptions, runOnNode24 } from "./node24.mjs";
import { giveUp, root } from "./root.mjs";

/** The C library gives freed memory back to the machine instead of keeping it; it reads this only as it starts. */
const THRIFTY = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" };

/**
 * Everything between typing a command and its work: packages installed, sources built, Node 24 found.
 * Ends this process with the exit code of the built program.
 */
export async function run(program, args) {
  await ensureInstalled();
  if (!(await build())) process.exit(1);
  const path = join(root, "dist", program);
  if (!existsSync(path)) giveUp(`There is no ${path}: the build made none.`);
  process.exitCode = await runOnNode24([...programOptions(), path, ...args], {
    env: { ...THRIFTY, ...process.env },
  });
}
