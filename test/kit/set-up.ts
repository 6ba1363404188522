import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.ts";

/**
 * Runs once before all tests: builds the styles and scripts that pages name, makes a folder for what the workers share
 * (`TEST_RUN_FOLDER`), and with `TEST_DATABASE=postgres` starts one server, whose address the tests find in
 * `TEST_POSTGRES_URL`. (One that is set already is used as it is.)
 */
export async function setup(): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ["bin/build.mjs", "--assets", "--if-changed"], { stdio: "inherit" });
  const kind = process.env.TEST_DATABASE ?? "embedded";
  if (kind !== "embedded" && kind !== "postgres")
    throw new Error("TEST_DATABASE must be embedded or postgres.");
  const folder = await mkdtemp(join(tmpdir(), "test-run-"));
  process.env.TEST_RUN_FOLDER = folder;
  const needsServer = kind === "postgres" && !process.env.TEST_POSTGRES_URL;
  const server = needsServer ? await startPostgres() : undefined;
  if (server) process.env.TEST_POSTGRES_URL = server.url;
  return async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
