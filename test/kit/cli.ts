import { spawn } from "node:child_process";
import { resolve } from "node:path";

export interface CliEnd {
  code: number | null;
  /** Standard output and error, in the order they came. */
  said: string;
  /** Standard output alone. */
  answer: string;
}

export interface CliRun {
  ended: Promise<CliEnd>;
  /** Waits until it printed this. */
  printed(words: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built command line as a process of its own; of this process's environment it sees PATH and TMPDIR only. */
export function startCli(args: string[], options: { env: Record<string, string>; folder?: string }): CliRun {
  const { PATH = "", TMPDIR } = process.env;
  const child = spawn(process.execPath, ["--enable-source-maps", resolve("dist/cli.js"), ...args], {
    cwd: options.folder,
    env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let answer = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (stream === child.stdout) answer += chunk;
      for (const hear of heard) hear();
    });
  }
  const ended = new Promise<CliEnd>((settle) => {
    child.once("close", (code) => settle({ code, said, answer }));
  });
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    printed: (words) =>
      new Promise((settle, fail) => {
        const hear = () => said.includes(words) && settle();
        heard.add(hear);
        hear();
        void ended.then(() => fail(new Error(`It ended without saying “${words}”:\n${said}`)));
      }),
  };
}

/** Runs a command to its end. */
export function runCli(
  args: string[],
  options: { env: Record<string, string>; folder?: string },
): Promise<CliEnd> {
  return startCli(args, options).ended;
}
