import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { giveUp, root } from "./root.mjs";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Path of a Node 24 or newer: the one that runs now, or the one that came with the packages. */
export function findNode24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const packaged = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin");
  const found = [join(packaged, "node"), join(packaged, "node.exe")].find((path) => existsSync(path));
  if (found) return found;
  return giveUp(
    `Sector Commons runs on Node.js 24. This is ${process.version}, and no Node.js 24 came with the packages for ` +
      `${process.platform} ${process.arch}. Install Node.js 24 from https://nodejs.org and run the command again.`,
  );
}

/**
 * Without a bound, Node lets garbage pile up to several times what the site needs (measured: 60 MB in use, 400 MB held).
 * What it keeps for ever is far below 384 MB; uploads, kept pages and the embedded database are not counted in it.
 */
export const memoryOptions = ["--max-semi-space-size=16", "--max-old-space-size=384"];

/** Node's own options for the built programs: readable stack traces, and `.env` for what the environment leaves out. */
export function programOptions() {
  const settings = join(root, ".env");
  return [
    ...memoryOptions,
    "--enable-source-maps",
    ...(existsSync(settings) ? [`--env-file=${settings}`] : []),
  ];
}

/**
 * Runs a script on Node 24 as a child that shares this terminal, passes signals on, and waits for it.
 * @returns {Promise<number>} its exit code; 128 + the signal's number where a signal ended it
 */
export function runOnNode24(args, { env = process.env, stdio = "inherit" } = {}) {
  return new Promise((resolve) => {
    const child = spawn(findNode24(), args, { stdio, env });
    // A SIGTERM sent to npm ends the shell between npm and us and never comes here; what we see is that the shell is gone.
    const parent = process.ppid;
    const pass = (signal) => {
      // Ctrl-C reaches the whole group from the terminal; the child would take a second one for impatience.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, pass);
    const watch =
      process.env.npm_lifecycle_event &&
      setInterval(() => {
        if (process.ppid !== parent) child.kill("SIGTERM");
      }, 250);
    const finish = (code) => {
      clearInterval(watch);
      for (const signal of forwarded) process.off(signal, pass);
      resolve(code);
    };
    child.on("error", (error) => giveUp(`Node.js 24 could not be started: ${error.message}`));
    child.on("close", (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}
