import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { findFreePort } from "./free-port.ts";
import { fetchPostgresBinaries, findPostgresBinaries, sharedTemporaryFolder } from "./postgres-binaries.ts";

export interface ThrowAwayPostgres {
  /** Of the `postgres` database, as its superuser. */
  url: string;
  /** Ends the server and removes all it wrote. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL 15 or newer of its own, in a temporary folder, on a free port of 127.0.0.1.
 * It writes without waiting for the disk, and ends with this process, however that ends.
 */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const installed = findPostgresBinaries();
  const fetched = installed ? undefined : await fetchPostgresBinaries();
  const server = await serve(installed ?? fetched!.binaries, unprivilegedUser());
  return {
    url: server.url,
    async stop() {
      await end(server.guard);
      if (fetched) await rm(fetched.folder, { recursive: true, force: true });
    },
  };
}

/**
 * Makes a database, by copying `template` where one is named (nobody may be connected to it then).
 * One that has the name already is thrown away first.
 * @returns its address
 */
export async function createDatabase(server: string, name: string, template = "template1"): Promise<string> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`drop database if exists ${quote(client, name)} with (force)`);
    await client.query(`create database ${quote(client, name)} template ${quote(client, template)}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`drop database if exists ${quote(client, name)} with (force)`);
  } finally {
    await client.end();
  }
}

const quote = (client: Client, name: string) => client.escapeIdentifier(name);

interface User {
  uid: number;
  gid: number;
}

// PostgreSQL refuses to run as root.
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const account = accounts.find(([name]) => name === wanted);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is no user postgres or nobody here to run it as.",
  );
}

function initialize(binaries: string, folder: string, user: User | undefined): void {
  const options = ["-D", join(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
  const locale = process.platform === "linux" ? "C.UTF-8" : "C";
  execFileSync(join(binaries, "initdb"), [...options, `--locale=${locale}`], {
    ...user,
    cwd: folder,
    stdio: "pipe",
  });
}

// The guard outlives a killed test run by a moment: when its standard input closes, it ends the server and clears up.
const GUARD =
  'folder=$1; shift; "$@" & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$folder"';

async function serve(binaries: string, user: User | undefined) {
  for (let attempt = 1; ; attempt++) {
    const folder = await mkdtemp(join(sharedTemporaryFolder(), "postgres-"));
    if (user) await chown(folder, user.uid, user.gid);
    initialize(binaries, folder, user);
    const port = await findFreePort();
    const guard = launch(binaries, folder, port, user);
    let said = "";
    guard.stderr.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const answer = await firstAnswer(url, guard);
    if (answer === "ready") return { url, guard };
    await end(guard);
    if (attempt === 3) throw new Error(`PostgreSQL did not start: ${answer}\n${said}`);
  }
}

function launch(binaries: string, folder: string, port: number, user: User | undefined) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 60,
    shared_buffers: "64MB",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [join(binaries, "postgres"), "-D", join(folder, "data"), ...options];
  return spawn("/bin/sh", ["-c", GUARD, "guard", folder, ...command], {
    ...user,
    cwd: "/",
    stdio: ["pipe", "ignore", "pipe"],
  });
}

async function firstAnswer(url: string, guard: ChildProcess): Promise<string> {
  const deadline = Date.now() + 20_000;
  let reason = "";
  while (Date.now() < deadline && guard.exitCode === null) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("create extension if not exists pg_trgm");
      await client.query("drop extension pg_trgm");
      await client.end();
      return "ready";
    } catch (error) {
      reason = String(error);
      await pause(50);
    }
  }
  return reason;
}

function end(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    guard.once("exit", () => resolve());
    guard.stdin?.end();
  });
}
