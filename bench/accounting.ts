import { readFileSync, writeFileSync } from "node:fs";

/** Memory that a process holds in RAM now, in megabytes; NaN where the system does not tell. */
export function residentMegabytes(pid: number): number {
  return fieldOf(pid, /^VmRSS:\s+(\d+) kB/m);
}

/** The most it ever held. */
export function peakMegabytes(pid: number): number {
  return fieldOf(pid, /^VmHWM:\s+(\d+) kB/m);
}

function fieldOf(pid: number, pattern: RegExp): number {
  if (process.platform !== "linux") return Number.NaN;
  const found = pattern.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return found ? Math.round(Number(found[1]) / 1024) : Number.NaN;
}

/** Seconds of processor time that a process has used so far, in hundredths. */
export function processorSeconds(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** From now on the most memory that a process ever held counts anew; only a process of the same user may be asked. */
export function forgetPeak(pid: number): void {
  if (process.platform === "linux") writeFileSync(`/proc/${pid}/clear_refs`, "5");
}
