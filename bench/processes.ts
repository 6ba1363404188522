import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "#kit/free-port.ts";
import { memoryOptions } from "../bin/node24.mjs";
import type { Answer } from "./answer.ts";
import type { BareAnswer } from "./bare-main.ts";
import type { LoadOrder, LoadReport } from "./load-main.ts";

const here = import.meta.dirname;
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

function remember<C extends ChildProcess>(child: C): C {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export interface RunningServer {
  origin: string;
  pid: number;
  printed(): string;
  /** Milliseconds from the start of the process to its first answer with status 200. */
  readyAfter: number;
  stop(): Promise<void>;
}

/** Starts the built server as people start it, with its log going to a file, and waits for its first page. */
export async function startSite(
  env: Record<string, string>,
  firstPath = "/happenings",
): Promise<RunningServer> {
  const log = join(env.DATA_DIR!, "..", `server-${process.pid}-${Date.now()}.log`);
  const output = openSync(log, "a");
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const since = performance.now();
  const child = remember(
    spawn(process.execPath, [...memoryOptions, "--enable-source-maps", join(here, "../dist/server.js")], {
      env: { PATH: process.env.PATH ?? "", HOST: "127.0.0.1", STARTER: "no", ...env, PORT: String(port) },
      stdio: ["ignore", output, output],
    }),
  );
  const printed = () => readFileSync(log, "utf8");
  for (;;) {
    const status = await fetch(origin + firstPath).then(discard, () => 0);
    const readyAfter = performance.now() - since;
    if (status === 200) {
      // It answers before it has said so; what it prints is needed later.
      while (!printed().includes("Listening on")) await pause(5);
      return { origin, pid: child.pid!, printed, readyAfter, stop: () => end(child) };
    }
    if (child.exitCode !== null || readyAfter > 120_000) {
      throw new Error(`The server did not answer ${firstPath} (last: ${status}):\n${printed().slice(-4000)}`);
    }
    await pause(5);
  }
}

async function discard(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

export interface BareServer {
  origin: string;
  pid: number;
  /** Answers this address from now on with these bytes. */
  learn(path: string, answer: Answer): Promise<void>;
  stop(): Promise<void>;
}

/** What Node sets by itself in each answer. */
const BY_NODE = /^(date|connection|keep-alive|transfer-encoding|content-length)$/i;

export async function startBare(): Promise<BareServer> {
  const child = remember(fork(join(here, "bare-main.ts"), { execArgv: [] }));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async learn(path, { status, headers, body }) {
      const own = headers.flatMap((text, index) =>
        index % 2 === 0 && !BY_NODE.test(text) ? [text, headers[index + 1]!] : [],
      );
      own.push("content-length", String(body.length));
      const learnt = once(child, "message");
      child.send([{ path, status, headers: own, body: body.toString("base64") }] satisfies BareAnswer[]);
      await learnt;
    },
    stop: () => end(child),
  };
}

export interface Loader {
  run(order: LoadOrder): Promise<LoadReport>;
  stop(): Promise<void>;
}

/** A process of its own that asks. */
export function startLoader(): Loader {
  const child = remember(fork(join(here, "load-main.ts"), { execArgv: [] }));
  return {
    async run(order) {
      const answered = once(child, "message");
      child.send(order);
      const [report] = (await answered) as [LoadReport];
      return report;
    },
    stop: () => end(child),
  };
}
