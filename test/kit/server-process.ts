import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Milliseconds. One that will never be ready ends by itself, so this is for machines that are busy. */
const PATIENCE = 90_000;

export interface ServerProcess {
  /** Such as `http://127.0.0.1:41234`, without a slash at the end. */
  origin: string;
  pid: number;
  dataDir: string;
  /** All it printed so far, standard output and error in the order they came. */
  logs(): string;
  /** Waits until what it printed holds this, and returns the match. */
  printed(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>;
  /** Sends the signal and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<Ending>;
  ended: Promise<Ending>;
  /** Ends it where it still runs, and removes the data folder where it was made for this server. */
  stop(): Promise<void>;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface ServerOptions {
  /** Kept after `stop`, so the next server can be started on it. Default: a temporary folder. */
  dataDir?: string;
  /** Settings beside `DATA_DIR`, `PORT` and `HOST`. */
  env?: Record<string, string>;
  readyWithin?: number;
  /** Default: the built server. */
  program?: string;
}

/** The server ended before it listened. `logs` says why. */
export class DidNotStart extends Error {
  constructor(
    readonly ending: Ending | undefined,
    readonly logs: string,
  ) {
    super(
      `The server ${ending ? `ended with ${ending.code ?? ending.signal}` : "was not ready in time"}:\n${logs}`,
    );
  }
}

/**
 * Starts the built server as a process of its own on a free port, and waits until it listens.
 * Of this process's environment it sees PATH and the temporary folder only.
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const program = options.program ?? resolve("dist/server.js");
  if (!existsSync(program)) throw new Error(`There is no ${program}: run npm run build first.`);
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "commons-")));
  const { PATH = "", TMPDIR } = process.env;
  const child = spawn(process.execPath, ["--enable-source-maps", program], {
    env: {
      PATH,
      ...(TMPDIR ? { TMPDIR } : {}),
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = listenTo(child);
  const ended = new Promise<Ending>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  // A test run that ends must not leave its servers behind.
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  const kill = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  const stop = async () => {
    process.off("exit", endWithUs);
    await kill("SIGKILL");
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };

  const failed = (ending?: Ending) => Promise.reject(new DidNotStart(ending, said.all()));
  try {
    const [, origin = ""] = await Promise.race([
      said.when(/Listening on (http:\/\/\S+?)\/?\s/, options.readyWithin ?? PATIENCE).catch(() => failed()),
      ended.then(failed),
    ]);
    return { origin, pid: child.pid!, dataDir, logs: said.all, printed: said.when, kill, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listenTo(child: ReturnType<typeof spawn>) {
  let text = "";
  const looking = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const look of looking) look();
    });
  }
  return {
    all: () => text,
    when(pattern: RegExp, milliseconds = 30_000): Promise<RegExpExecArray> {
      return new Promise((resolve, reject) => {
        const forget = () => {
          clearTimeout(timer);
          looking.delete(look);
        };
        const timer = setTimeout(() => {
          forget();
          reject(
            new Error(`The server did not print ${pattern} within ${milliseconds} ms. It printed:\n${text}`),
          );
        }, milliseconds).unref();
        const look = () => {
          const found = pattern.exec(text);
          if (!found) return;
          forget();
          resolve(found);
        };
        looking.add(look);
        look();
      });
    },
  };
}
