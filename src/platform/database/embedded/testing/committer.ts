import { openEmbedded } from "../embedded.ts";
import { randomFrom, writeEntry, writers } from "./ledger.ts";

// A process of its own that writes entries until it is killed, and tells of each that was acknowledged.
const [folder, seed] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const { pool } = await openEmbedded({ folder: folder! });
process.send?.({ ready: true });
await Promise.all(
  writers.map(async (writer) => {
    for (;;) {
      const entry = await writeEntry(pool, writer, random);
      process.send?.({ writer, entry });
    }
  }),
);
