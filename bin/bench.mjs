import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runOnNode24 } from "./node24.mjs";
import { root } from "./root.mjs";

await ensureInstalled({ tools: true });
if (!(await build())) process.exit(1);
process.exitCode = await runOnNode24([join(root, "bench", "main.ts"), ...process.argv.slice(2)]);
