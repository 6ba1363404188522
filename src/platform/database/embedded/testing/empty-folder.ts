import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "../create.ts";

/** A new folder for `openEmbedded` with an empty database in it, copied from one that is made once per machine. */
export async function folderWithDatabase(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "embedded-"));
  // Many small files: one after the other on this thread is three times as fast.
  cpSync(await template(), join(folder, "postgres"), { recursive: true });
  return folder;
}

async function template(): Promise<string> {
  const recipe = ["create.ts", "settings.ts"].map((name) =>
    readFileSync(join(import.meta.dirname, "..", name)),
  );
  const hash = createHash("sha256")
    .update(Buffer.concat(recipe))
    .update(engineVersion())
    .digest("hex")
    .slice(0, 16);
  const place = join(tmpdir(), `sector-commons-empty-${hash}`);
  if (existsSync(place)) return place;
  const own = await mkdtemp(join(tmpdir(), "sector-commons-making-"));
  await createDatabase(join(own, "postgres"));
  // Another worker may have been faster; either is as good.
  await rename(join(own, "postgres"), place).catch((error: unknown) => {
    if (!existsSync(place)) throw error;
  });
  await rm(own, { recursive: true, force: true });
  return place;
}

function engineVersion(): string {
  const manifest = new URL("../package.json", import.meta.resolve("@electric-sql/pglite"));
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
