import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FigureFault } from "./fault.ts";
import type { LineCell, SurveyedTable, SurveyLimits } from "./survey.ts";

/** What an import runs on: an engine of its own in a process of its own, which may be slow, big, and killed. */
export interface Workbench {
  /** Runs statements and answers the rows of the last. Throws `FigureFault` where the engine refuses. */
  rows<Row>(sql: string): Promise<Row[]>;
  /** Looks a file through, unpacks it where the engine could not read it, and answers the tables in it. */
  survey(file: { path: string; name: string }, limits: SurveyLimits): Promise<SurveyedTable[]>;
  /** The headings of a file that the engine can read as it is, before it was looked through. */
  peek(file: { path: string; name: string }): Promise<SurveyedTable | undefined>;
  /** The number of the first line that holds all of these cells at these places; 1 is the headings. */
  findLine(table: SurveyedTable, cells: readonly LineCell[], nth?: number): Promise<number | undefined>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** Where the engine may put what does not fit into memory, and unpacked files; must exist. */
  folder: string;
  memoryMb: number;
  threads: number;
  /** Most that may be put into `folder` by the engine. */
  spillMb: number;
}

export type Question =
  | { verb: "open"; options: WorkbenchOptions }
  | { verb: "rows"; sql: string }
  | { verb: "survey"; file: { path: string; name: string }; limits: SurveyLimits }
  | { verb: "peek"; file: { path: string; name: string } }
  | { verb: "findLine"; table: SurveyedTable; cells: readonly LineCell[]; nth: number };

export type Answer = { id: number } & (
  | { value: unknown }
  | { fault: { message: string; detail: string } }
  | { failure: string }
);

/** Starts the process. It ends with `close`, with `signal`, or with this process, however that ends. */
export async function openWorkbench(options: WorkbenchOptions, signal?: AbortSignal): Promise<Workbench> {
  signal?.throwIfAborted();
  const child = fork(scriptPath(), [], {
    ...whenIdle(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ask = askerOf(child);
  const stop = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  await ask({ verb: "open", options });
  return {
    rows: <Row>(sql: string) => ask({ verb: "rows", sql }) as Promise<Row[]>,
    survey: (file, limits) => ask({ verb: "survey", file, limits }) as Promise<SurveyedTable[]>,
    peek: (file) => ask({ verb: "peek", file }) as Promise<SurveyedTable | undefined>,
    findLine: (table, cells, nth = 1) =>
      ask({ verb: "findLine", table, cells, nth }) as Promise<number | undefined>,
    async close() {
      signal?.removeEventListener("abort", stop);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/**
 * Where Linux can, the process runs only while nothing else wants the processor: a reader's page then never waits for the
 * end of its turn, as it does behind one of merely low priority.
 */
function whenIdle(): { execArgv: string[]; execPath?: string } {
  const chrt = "/usr/bin/chrt";
  if (process.platform !== "linux" || !existsSync(chrt)) return { execArgv: [] };
  return { execPath: chrt, execArgv: ["--idle", "0", process.execPath] };
}

function scriptPath(): string {
  const source = join(import.meta.dirname, "workbench-main.ts");
  return existsSync(source) ? source : join(import.meta.dirname, "figure-workbench.js");
}

function askerOf(child: ChildProcess): (question: Question) => Promise<unknown> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let complaint = "";
  let ended: Error | undefined;
  child.stderr?.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  child.on("message", (answer: Answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("value" in answer) one?.resolve(answer.value);
    else if ("fault" in answer) one?.reject(new FigureFault(answer.fault.message, answer.fault.detail));
    else one?.reject(new Error(answer.failure));
  });
  const end = (why: string) => {
    ended ??= new Error(`The import's own process ended ${why}. ${complaint.trim()}`.trim());
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  child.on("error", (error) => end(`before it began: ${error.message}`));
  child.on("close", (code, signal) => end(signal ? `by ${signal}` : `with code ${code}`));
  return (question) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      child.send({ id, question }, (error) => error && end(`before it was asked: ${error.message}`));
    });
}
