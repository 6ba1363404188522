import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { findNode24, programOptions, runOnNode24 } from "./node24.mjs";
import { root } from "./root.mjs";

// Builds and starts again whenever a source is saved. A source that does not build leaves the last good server up.
await ensureInstalled({ tools: true });
// Older Nodes cannot watch a whole tree everywhere.
if (process.execPath === findNode24()) serveAndWatch();
else process.exitCode = await runOnNode24([fileURLToPath(import.meta.url)]);

function serveAndWatch() {
  let server;
  let running = Promise.resolve();
  let timer;

  function restart() {
    running = running.then(async () => {
      if (!(await build())) {
        process.stderr.write("The server stays as it was.\n");
        return;
      }
      await stop();
      server = spawn(findNode24(), [...programOptions(), join(root, "dist", "server.js")], {
        stdio: "inherit",
      });
    });
  }

  // The data folder is locked by the old server until it has ended.
  function stop() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return undefined;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    return ended;
  }

  restart();
  watch(join(root, "src"), { recursive: true }, (_event, name) => {
    if (name && /\.test\.tsx?$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 100);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      await stop();
      process.exit(0);
    });
  }
}
