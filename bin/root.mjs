import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Everything in bin/*.mjs runs before anything is installed, on whatever Node the machine has (18 or newer),
// so these files may import Node's own modules only.

/** The project's folder, whatever folder the command was typed in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Prints one sentence a person can act on and ends the command. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/**
 * Runs `work` while no other command of this project runs the same work: two `npm start` typed at once
 * must not install or build over each other. A lock whose owner has died is taken over.
 */
export async function alone(name, work) {
  const folder = join(root, ".tmp");
  const lock = join(folder, `${name}.lock`);
  let told = false;
  while (!takeOrGiveUp(name, folder, lock)) {
    if (!told) {
      process.stderr.write(`Waiting for another command to finish its ${name} (it holds ${lock}) …\n`);
    }
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeOrGiveUp(name, folder, lock) {
  try {
    mkdirSync(folder, { recursive: true });
    return take(lock);
  } catch (error) {
    return giveUp(
      `This command must ${name}, but cannot write to ${root} (${error.code}). Run it as the folder's owner.`,
    );
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (isAbandoned(lock)) rmSync(lock, { force: true });
  return false;
}

function isAbandoned(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    // Between its creation and its first byte a lock names nobody: give its owner a moment.
    if (!owner) return Date.now() - statSync(lock).mtimeMs > 5000;
    // In a restarted container a dead command's number may be ours now.
    return owner === process.pid || !isAlive(owner);
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
