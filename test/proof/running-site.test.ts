import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli, startCli } from "#kit/cli.ts";
import { DidNotStart, type ServerProcess, startServer } from "#kit/server-process.ts";

let folder: string;
let site: ServerProcess;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "running-"));
  env = { DATA_DIR: join(folder, "data") };
  site = await startServer({ dataDir: env.DATA_DIR });
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) => runCli(args, { env, folder });

describe("the command line beside a running site", () => {
  it("lets the site make a backup, which checks out", async () => {
    const made = await cli("backup", "one.tar.gz");
    expect(made).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Backed up \d+ rows and 0 uploads into .*one\.tar\.gz/),
    });
    expect(await cli("backup", "one.tar.gz")).toMatchObject({
      code: 1,
      said: expect.stringContaining("exists already"),
    });
    expect((await cli("backup")).said).toMatch(/sector-commons-\d{4}-\d\d-\d\d-\d{6}\.tar\.gz/);
    const other = { DATA_DIR: join(folder, "other") };
    const restored = await runCli(["restore", "one.tar.gz"], { env: other, folder });
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining("Restored ") });
  });

  it("makes an editor whose link works at once", async () => {
    const { said, code } = await cli("make-editor", "Jane@Example.org", "Jane", "Doe");
    expect(code).toBe(0);
    const path = /\/sign-in\/[\w-]{43}/.exec(said)?.[0];
    const page = await fetch(site.origin + path);
    expect(await page.text()).toContain("jane@example.org");
    expect(await cli("make-editor", "jane")).toMatchObject({
      code: 1,
      said: expect.stringContaining("name@example.org"),
    });
  });

  it("checks the uploads, and leaves a site alone that had its starter content", async () => {
    expect(await cli("check")).toMatchObject({
      code: 0,
      said: expect.stringContaining("stored files are whole"),
    });
    expect(await cli("starter")).toMatchObject({
      code: 0,
      said: expect.stringContaining("was put in before"),
    });
  });

  it.each([["restore", "one.tar.gz", "--yes"], ["migrate"], ["move-to-postgres"]])(
    "refuses to %s under the site",
    async (...args) => {
      const { code, said } = await runCli(args, {
        env: {
          ...env,
          ...(args[0] === "move-to-postgres" ? { DATABASE_URL: "postgres://localhost:1/none" } : {}),
        },
        folder,
      });
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringContaining("Stop the site first (process"),
      });
      expect((await fetch(`${site.origin}/readyz`)).status).toBe(200);
    },
  );

  it("is spoken to in one language: what is not an order is not answered, and the site goes on", async () => {
    for (const nonsense of ["GET / HTTP/1.1\r\n\r\n", '{"command":"backup"}\n', "x".repeat(200_000)]) {
      const socket = connect(join(env.DATA_DIR!, "control.sock"));
      socket.on("error", () => undefined);
      socket.end(nonsense);
      expect(await text(socket).catch(() => "")).toBe("");
    }
    expect(
      await text(connect(join(env.DATA_DIR!, "control.sock")).end('{"command":"restore","words":[]}\n')),
    ).toContain("does not know restore");
    expect((await fetch(`${site.origin}/healthz`)).status).toBe(200);
  });
});

describe("typed", () => {
  it("wrongly, a command ends with 2 and a sentence", async () => {
    const { code, said } = await cli("bake");
    expect({ code, said }).toMatchObject({
      code: 2,
      said: expect.stringContaining("There is no command bake."),
    });
  });

  it("help names every command", async () => {
    const { code, said } = await cli("help");
    expect(code).toBe(0);
    for (const name of [
      "make-editor EMAIL [NAME]",
      "backup [FILE]",
      "restore FILE",
      "check",
      "forget EMAIL",
      "migrate",
      "starter",
      "industry analyze --counties LIST [--from PERIOD] [--to PERIOD] [--json]",
    ])
      expect(said).toContain(`  ${name}\n`);
  });
});

describe("a start that cannot be", () => {
  const sentenceOf = async (start: Promise<ServerProcess>) => {
    const failure = await start.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(DidNotStart);
    expect((failure as DidNotStart).ending?.code).toBe(1);
    expect((failure as DidNotStart).logs).not.toMatch(/\n\s+at /);
    return (failure as DidNotStart).logs;
  };

  it("is refused on a folder that a running site holds, with what to do", async () => {
    expect(await sentenceOf(startServer({ dataDir: env.DATA_DIR }))).toContain(
      `Another Sector Commons (process ${site.pid}) already uses the folder ${env.DATA_DIR}. Stop it first, or set DATA_DIR to another folder.`,
    );
  });

  it("says which port is taken", async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const start = startServer({ dataDir: join(folder, "other"), env: { PORT: String(port) } });
    expect(await sentenceOf(start)).toContain(`Port ${port} is taken by another program.`);
    other.close();
  });

  it("tells all wrong settings at once", async () => {
    const said = await sentenceOf(startServer({ env: { PORT: "many", SITE_URL: "here", SMTP_URL: "x" } }));
    for (const name of ["PORT", "SITE_URL", "SMTP_URL"]) expect(said).toContain(`  - ${name} must`);
  });

  it("says when the database server does not answer, without its password", async () => {
    const start = startServer({ env: { DATABASE_URL: "postgres://commons:hunter2@127.0.0.1:1/commons" } });
    const said = await sentenceOf(start);
    expect(said).toContain("The database server in DATABASE_URL does not answer (ECONNREFUSED)");
    expect(said).not.toContain("hunter2");
  });

  it("says when the data folder cannot be made", async () => {
    await writeFile(join(folder, "a-file"), "");
    const said = await sentenceOf(startServer({ dataDir: join(folder, "a-file", "data") }));
    expect(said).toContain(join(folder, "a-file"));
  });
});

describe("SIGTERM", () => {
  it("lets a slow form come in and be answered, and then ends with 0", async () => {
    const ending = await startServer({ dataDir: join(folder, "other") });
    const { hostname, port } = new URL(ending.origin);
    const body = "email=someone%40example.org";
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${ending.origin}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    const answer = text(socket);
    for (const letter of body.slice(0, 10)) {
      socket.write(letter);
      await pause(20);
    }
    const ended = ending.kill("SIGTERM");
    await ending.printed(/finishing what is in flight/);
    await expect(fetch(`${ending.origin}/healthz`)).rejects.toThrow();
    for (const letter of body.slice(10)) {
      socket.write(letter);
      await pause(20);
    }
    const sent = performance.now();
    expect(await answer).toMatch(/^HTTP\/1\.1 [23]/);
    expect(await ended).toEqual({ code: 0, signal: null });
    // It waited for the answer, and then not for the line that the browser keeps open.
    expect(performance.now() - sent).toBeLessThan(15_000);
    expect(await readdir(join(folder, "other"))).not.toContain("claim.json");
  });

  it("in the middle of a backup leaves no part of one", async () => {
    const ending = await startServer({ dataDir: join(folder, "other") });
    const run = startCli(["backup", "broken.tar.gz"], { env: { DATA_DIR: join(folder, "other") }, folder });
    await waitUntil(async () => (await readdir(folder)).some((name) => name.includes("broken.tar.gz")));
    expect(await ending.kill("SIGTERM")).toEqual({ code: 0, signal: null });
    const { code, said } = await run.ended;
    const left = (await readdir(folder)).filter((name) => name.includes("broken"));
    // A backup this small may have been finished first.
    if (code === 0) expect(left).toEqual(["broken.tar.gz"]);
    else expect({ left, said }).toMatchObject({ left: [], said: expect.stringContaining("broken off") });
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(5);
}
