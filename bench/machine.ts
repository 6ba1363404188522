import { cpus, loadavg, release, totalmem, type } from "node:os";

/** What the run ran on, in words. */
export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() ?? "unknown processor";
  return `${processors.length} × ${model}, ${memory} GB of memory, ${type()} ${release()}, Node ${process.version}`;
}

/** How much others use the machine: the load average before our own work began. */
export function describeLoad(): string {
  return loadavg()[0]!.toFixed(1);
}
