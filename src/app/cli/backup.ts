import { resolve } from "node:path";
import { writeBackup } from "#platform/backup/write.ts";
import type { SharedCommand } from "./command.ts";
import { inMegabytes, partsOf, stamp } from "./site-parts.ts";

export const backup: SharedCommand = {
  name: "backup",
  works: "with-the-site",
  usage: "[FILE]",
  about:
    "Writes the whole site into one file while it runs. It holds the site's secret: keep it as safe as the site.",
  words: [0, 1],
  prepare: ([file], { folder, now }) => [resolve(folder, file ?? `sector-commons-${stamp(now)}.tar.gz`)],
  async run([path = ""], { ground, say, signal }) {
    const written = await writeBackup(await partsOf(ground), path, { now: ground.clock.now(), signal });
    const { rows, uploads, bytes } = written;
    say(`Backed up ${rows} rows and ${uploads} uploads into ${written.path} (${inMegabytes(bytes)}).`);
    if (written.damaged.length === 0) return 0;
    say(
      `This disk has damaged uploads, and the backup holds them as they are: ${written.damaged.join(", ")}.`,
    );
    say("Take an older backup that still has them, and look after the disk.");
    return 1;
  },
};
