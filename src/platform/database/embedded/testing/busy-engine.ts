import { readFile } from "node:fs/promises";
import { openEmbedded } from "../embedded.ts";
import { spareSmallMachine } from "../small-machine.ts";

// A process of its own that keeps an engine busy on a machine with the given bytes of memory, and tells its peak.
const [folder, memory] = process.argv.slice(2);
spareSmallMachine(Number(memory));
const { pool, close } = await openEmbedded({ folder: folder! });
await pool.query(
  "create table if not exists note as select n, md5(n::text) as text from generate_series(1, 20000) n",
);
for (let round = 0; round < 30; round++) {
  await pool.query("select count(*) from note where length(text || n) > 30 and text like '%a%'");
}
await close();
process.send?.(await peakOfThisProgram());

/** In bytes. What `resourceUsage` tells on Linux holds the peak of the process that forked this one, too. */
async function peakOfThisProgram(): Promise<number> {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const status = await readFile("/proc/self/status", "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
