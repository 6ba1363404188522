import { availableParallelism, constants, setPriority } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";
import { FigureFault } from "./fault.ts";
import { plainRow } from "./plain-row.ts";
import { findLine, peekAt, surveyFile } from "./survey.ts";
import type { Answer, Question, WorkbenchOptions } from "./workbench.ts";

// A script, not a module: `workbench.ts` starts it as a process of its own.

// The site answers first; figures take what is left.
setPriority(constants.priority.PRIORITY_LOW);
// Whoever asked is gone, so nobody is left to take in what comes of this.
process.on("disconnect", () => process.exit(1));

let engine: ReturnType<typeof open> | undefined;
let folder = "";

async function open({ memoryMb, threads, spillMb }: WorkbenchOptions) {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryMb}MB`,
    threads: String(Math.max(1, Math.min(threads, availableParallelism()))),
    temp_directory: `${folder}/spill`,
    max_temp_directory_size: `${spillMb}MB`,
    preserve_insertion_order: "false",
    // Blocks are taken from the system once: giving them back and asking again cost a tenth of the time.
    block_allocator_memory: `${Math.round(memoryMb * 0.9)}MB`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  return instance.connect();
}

async function answer(question: Question): Promise<unknown> {
  switch (question.verb) {
    case "open":
      folder = question.options.folder;
      engine = open(question.options);
      await engine;
      return undefined;
    case "rows":
      return rows(question.sql);
    case "survey":
      return surveyFile(question.file, folder, question.limits);
    case "peek":
      return peekAt(question.file).catch(() => undefined);
    case "findLine":
      return findLine(question.table, question.cells, question.nth);
  }
}

async function rows(sql: string): Promise<unknown[]> {
  const connection = await engine;
  if (!connection) throw new Error("The workbench was asked before it was opened.");
  try {
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjects().map(plainRow);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new FigureFault(detail.split("\n")[0] ?? detail, detail);
  }
}

process.on("message", ({ id, question }: { id: number; question: Question }) => {
  answer(question).then(
    (value) => reply({ id, value }),
    (error: unknown) => {
      if (error instanceof FigureFault)
        return reply({ id, fault: { message: error.message, detail: error.detail } });
      reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

function reply(one: Answer): void {
  process.send?.(one);
}
