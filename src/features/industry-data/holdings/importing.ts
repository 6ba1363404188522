import { FigureFault } from "#platform/figures/fault.ts";
import { OvertakenSet } from "#platform/figures/sets.ts";
import type { FigureStore } from "#platform/figures/store.ts";
import { openWorkbench } from "#platform/figures/workbench.ts";
import { DISK_FULL } from "./complaints.ts";
import type { Findings } from "./findings.ts";
import { holdingsOf } from "./holdings.ts";
import { lookAt, type OnStep } from "./looking.ts";
import type { Manifest } from "./manifest.ts";
import { findingsOf, planImport } from "./plan.ts";
import { takeIn } from "./taking-in.ts";

const MEMORY_MB = 900;
const THREADS = 4;
const LEAST_FREE_MB = 500;

export interface ImportTask {
  figures: FigureStore;
  files: readonly { path: string; name: string }[];
  /** Of the new set. */
  id: string;
  /** The day that figures count as imported on. */
  now: Date;
  /** Digits of NAICS to take; 6 takes all. */
  deepest?: number;
  /** Industries of more digits than that which are taken all the same. */
  also?: readonly string[];
  /** Something to be known of these files that they do not say themselves. */
  note?: string | undefined;
  /** Asked once the files were looked at and nothing is changed yet; false leaves it at that. */
  goOn(findings: Findings): Promise<boolean> | boolean;
  onStep?: OnStep;
  signal?: AbortSignal;
}

/**
 * Looks at files, asks, and takes them in: whole or not at all, in a process of its own.
 *
 * @throws FigureFault with a sentence for who chose the files; nothing was changed then
 */
export function importFigures(task: ImportTask): Promise<ImportEnd> {
  return task.figures.alone(() => importAlone(task));
}

export interface ImportEnd {
  findings: Findings;
  /** Where it was taken in: the new set. */
  manifest?: Manifest;
  set?: string;
}

async function importAlone(task: ImportTask): Promise<ImportEnd> {
  const { figures, files, id, now, deepest, also, note, goOn, onStep, signal } = task;
  const freeMb = Math.floor((await figures.freeBytes()) / 2 ** 20) - LEAST_FREE_MB;
  if (freeMb < LEAST_FREE_MB) throw new FigureFault(DISK_FULL);
  const before = await figures.current();
  const held = before && holdingsOf(before);
  const draft = await figures.begin(id, before);
  try {
    const bench = await openWorkbench(
      { folder: draft.scratch, memoryMb: MEMORY_MB, threads: THREADS, spillMb: freeMb },
      signal,
    );
    try {
      const looked = await lookAt(bench, files, { deepest, also, onStep });
      const plans = await planImport(bench, looked, held);
      const findings = findingsOf(looked, plans);
      if (!(await goOn(findings))) return { findings };
      const day = now.toISOString().slice(0, 10);
      const manifest = await takeIn(bench, { looked, plans, held, draft, day, note, onStep });
      signal?.throwIfAborted();
      await draft.publish(manifest);
      return { findings, manifest, set: id };
    } finally {
      await bench.close();
    }
  } catch (error) {
    throw asFault(error);
  } finally {
    await draft.drop();
  }
}

function asFault(error: unknown): unknown {
  if (error instanceof OvertakenSet)
    return new FigureFault(
      "Other figures were imported in the meantime, so these were not. Look at what is held now and import them again.",
    );
  if (error instanceof Error && /ENOSPC|No space left/.test(error.message)) return new FigureFault(DISK_FULL);
  return error;
}
