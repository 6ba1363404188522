import { execFileSync } from "node:child_process";
import { startPostgres } from "./postgres.ts";

/**
 * Runs once before all tests: builds the styles and scripts that pages name, and with `TEST_DATABASE=postgres` starts
 * one server, whose address the tests find in `TEST_POSTGRES_URL`. (One that is set already is used as it is.)
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  execFileSync(process.execPath, ["bin/build.mjs", "--assets", "--if-changed"], { stdio: "inherit" });
  const kind = process.env.TEST_DATABASE ?? "embedded";
  if (kind !== "embedded" && kind !== "postgres")
    throw new Error("TEST_DATABASE must be embedded or postgres.");
  if (kind === "embedded" || process.env.TEST_POSTGRES_URL) return undefined;
  const server = await startPostgres();
  process.env.TEST_POSTGRES_URL = server.url;
  return () => server.stop();
}
