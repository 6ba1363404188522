import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { realDisk } from "./disk.ts";
import { DurableFs } from "./durable-fs.ts";
import { Engine } from "./engine.ts";
import { UnusableFolder } from "./problems.ts";
import { durableStart, making } from "./settings.ts";

/** The PostgreSQL major version inside PGlite; a data folder of another one cannot be opened. */
export const ENGINE_MAJOR = "18";

/**
 * Answers the path of the database inside `folder`, made when missing.
 *
 * @param script the bundled `create-main.ts`
 */
export async function prepareFolder(folder: string, script?: string): Promise<string> {
  const place = join(folder, "postgres");
  await refuseForeign(folder, place);
  if (!existsSync(join(place, "PG_VERSION"))) await createApart(place, script);
  return place;
}

async function refuseForeign(folder: string, place: string): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) {
    throw new UnusableFolder(
      folder,
      `${folder} is the data folder of some other PostgreSQL. Set DATA_DIR to an empty folder, or DATABASE_URL to that server.`,
    );
  }
  const found = existsSync(place) ? await readdir(place) : [];
  if (found.length === 0) return;
  if (!found.includes("PG_VERSION")) {
    throw new UnusableFolder(
      folder,
      `${place} holds files, but no database. Restore a backup into an empty folder, or set DATA_DIR to another one.`,
    );
  }
  const version = (await readFile(join(place, "PG_VERSION"), "utf8")).trim();
  if (version !== ENGINE_MAJOR) {
    throw new UnusableFolder(
      folder,
      `${place} was written by PostgreSQL ${version || "of an unknown version"}, and this version of Sector Commons ` +
        `opens ${ENGINE_MAJOR}. Make a backup with the version that wrote it, and restore that into an empty folder.`,
    );
  }
}

/** In a process of its own where possible: making a database takes 0.6 GB that would never be given back. */
async function createApart(place: string, bundled: string | undefined): Promise<void> {
  const source = join(import.meta.dirname, "create-main.ts");
  const script = [source, bundled].find((path) => path !== undefined && existsSync(path));
  if (!script) return createDatabase(place);
  const child = fork(script, [place], { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The database could not be made in ${place}: ${complaint.trim()}`);
}

/** Makes an empty database at `place`, whole or not at all, even when the power goes meanwhile. */
export async function createDatabase(place: string): Promise<void> {
  const draft = `${place}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const engine = new Engine({
    fs: new DurableFs(draft, { ...realDisk, sync: () => {} }),
    startParams: durableStart(),
    initDbStartParams: making,
  });
  await engine.waitReady;
  await engine.close();
  await syncTree(draft);
  await rm(place, { recursive: true, force: true });
  await rename(draft, place);
  await sync(dirname(place));
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? syncTree(path) : sync(path));
  }
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
