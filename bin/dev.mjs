import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { stateOfSources } from "./freshness.mjs";
import { ensureInstalled } from "./install.mjs";
import { findNode24, programOptions } from "./node24.mjs";
import { root } from "./root.mjs";

// Builds and starts again whenever a source is saved. A source that does not build leaves the last good server up.
await ensureInstalled({ tools: true });

let server;
let seen;
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    ending = true;
    await stop();
    process.exit(0);
  });
}

// Looking is slower than being told, but Node is not told of files that an editor saves by renaming.
while (!ending) {
  const state = stateOfSources();
  if (state !== seen) {
    seen = state;
    await restart();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
}

async function restart() {
  if (!(await build())) {
    process.stderr.write("The server stays as it was.\n");
    return;
  }
  await stop();
  if (ending) return;
  server = spawn(findNode24(), [...programOptions(), join(root, "dist", "server.js")], { stdio: "inherit" });
}

// The data folder is locked by the old server until it has ended.
function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return undefined;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  return ended;
}
