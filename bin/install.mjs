import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { alone, giveUp, root } from "./root.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".installed");

/**
 * Makes sure that `node_modules` holds what package-lock.json names, and installs it where it does not.
 * A restart with nothing to do costs one hash of the lock file.
 * @param {{ tools?: boolean }} wanted `tools`: the checks and tests are needed too, not only what the site runs on
 */
export async function ensureInstalled({ tools = false } = {}) {
  if (!existsSync(join(root, "package-lock.json"))) return;
  const wanted = { hash: hashOfLock(), tools };
  if (isStamped(wanted)) return;
  await alone("install", () => {
    if (isStamped(wanted)) return;
    if (!holdsEverything(wanted)) install(wanted);
    writeFileSync(stamp, JSON.stringify({ hash: wanted.hash, tools: holdsEverything({ tools: true }) }));
  });
}

const hashOfLock = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

function isStamped(wanted) {
  const stamped = readJson(stamp);
  return stamped !== undefined && stamped.hash === wanted.hash && (stamped.tools || !wanted.tools);
}

// Somebody may have run `npm install` themselves: npm's own record says what is there, so it is not done twice.
function holdsEverything({ tools }) {
  const present = readJson(join(modules, ".package-lock.json"))?.packages;
  const named = readJson(join(root, "package-lock.json"))?.packages;
  if (!present || !named) return false;
  return Object.entries(named).every(([path, { version, optional, dev, devOptional, peer }]) => {
    if (path === "" || optional || devOptional || peer || (dev && !tools)) return true;
    return present[path]?.version === version && existsSync(join(root, path));
  });
}

function install({ tools }) {
  process.stderr.write("Installing what package-lock.json names (once, and again when it changes) …\n");
  const npm = findNpm();
  const options = ["ci", "--no-audit", "--no-fund", ...(tools ? ["--include=dev"] : [])];
  // npm's report goes to standard error: what a command prints on standard output is its own answer.
  const { status, error } = spawnSync(npm.command, [...npm.first, ...options], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (error || status !== 0) {
    giveUp(
      `The packages could not be installed (${error ? error.message : `npm ended with ${status}`}). The reason stands above.`,
    );
  }
}

// npm names itself to the scripts it runs; beside the Node in use stands its npm. Both need no shell.
function findNpm() {
  const beside = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath,
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((path) => path && /npm-cli\.[cm]?js$/.test(path) && existsSync(path));
  return script ? { command: process.execPath, first: [script] } : { command: "npm", first: [] };
}

function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // A file cut short by a killed install says nothing: as if it were not there.
    return undefined;
  }
}
