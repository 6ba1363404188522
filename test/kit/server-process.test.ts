import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./server-process.ts";

const PROGRAM = `
import { createServer } from "node:http";
if (process.env.REFUSE) { console.error("The folder is in use."); process.exit(4); }
const server = createServer((request, response) => { console.log("asked", request.url); response.end(process.env.DATA_DIR); });
server.listen(Number(process.env.PORT), process.env.HOST, () => {
  console.log("Listening on http://" + process.env.HOST + ":" + server.address().port);
});
process.on("SIGTERM", () => { console.log("finishing"); server.close(); server.closeAllConnections(); process.exitCode = 7; });
`;

describe("the server of the tests", () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "program-"));
    program = join(folder, "server.mjs");
    await writeFile(program, PROGRAM);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is asked at the address it printed, and its words are kept", async () => {
    const server = await startServer({ program });
    const answer = await fetch(`${server.origin}/birds`);
    expect(await answer.text()).toBe(server.dataDir);
    await server.printed(/asked \/birds/);
    expect(server.logs()).toMatch(/Listening on[\s\S]*asked/);
    await server.stop();
    expect(existsSync(server.dataDir)).toBe(false);
  });

  it("ends by the signal it is sent, and says how", async () => {
    const gentle = await startServer({ program });
    expect(await gentle.kill()).toEqual({ code: 7, signal: null });
    const rough = await startServer({ program });
    expect(await rough.kill("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
    await Promise.all([gentle.stop(), rough.stop()]);
  });

  it("keeps a data folder that the test brought", async () => {
    const server = await startServer({ program, dataDir: folder });
    await server.stop();
    expect(existsSync(program)).toBe(true);
  });

  it("fails with what the server printed when it does not start", async () => {
    const refused = startServer({ program, env: { REFUSE: "yes" } });
    await expect(refused).rejects.toMatchObject({ logs: "The folder is in use.\n", ending: { code: 4 } });
  });
});
