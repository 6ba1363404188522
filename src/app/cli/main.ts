import { createInterface } from "node:readline/promises";
import { readConfig } from "../config.ts";
import { reportEnd } from "../failures.ts";
import { ROOT } from "../start.ts";
import { UsageProblem } from "./command.ts";
import { helpText } from "./commands.ts";
import { runCommand } from "./run.ts";
import { readTyped } from "./typed.ts";

/** The command line's own process. Exit code 0: done; 1: not done, and why was printed; 2: typed wrongly. */
async function main(): Promise<number> {
  const typed = readTyped(process.argv.slice(2));
  if (!typed) {
    console.log(helpText());
    return 0;
  }
  const broken = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => broken.abort());
  return runCommand(typed, {
    config: readConfig(process.env),
    root: ROOT,
    // npm runs scripts in the project's folder and says where it was called.
    folder: process.env.INIT_CWD ?? process.cwd(),
    say: (line) => console.log(line),
    ask,
    signal: broken.signal,
  });
}

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (!(error instanceof UsageProblem)) process.exit(reportEnd(error));
    console.error(`${error.message}\nnpm run cli -- help tells more.`);
    process.exit(2);
  },
);
