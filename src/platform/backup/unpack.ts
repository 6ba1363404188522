import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { DamagedBackup } from "./problems.ts";

export type Content = AsyncIterable<Buffer>;

/**
 * Hands over the entries of a compressed tar one after the other. What goes wrong in `take` is thrown as it is.
 *
 * @throws DamagedBackup when the file is no such thing, is cut short, or does not fit its own checksums
 */
export async function unpack(
  path: string,
  take: (name: string, content: Content) => Promise<void>,
): Promise<void> {
  const entries = extract();
  const unpacked = pipeline(createReadStream(path), createGunzip(), entries).then(
    () => undefined,
    (error: Error) => error,
  );
  const failed = await takeAll(path, entries, take).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (failed) entries.destroy();
  const broken = await unpacked;
  // Where the taker stopped the reading, that is why the reading broke, and not the other way round.
  if (failed?.error instanceof TakerFailed) throw failed.error.reason;
  if (failed?.error instanceof DamagedBackup) throw failed.error;
  const error = broken ?? failed?.error;
  if (error) throw new DamagedBackup(path, wordsFor(error), { cause: error });
}

class TakerFailed extends Error {
  constructor(readonly reason: unknown) {
    super("What was read could not be used.");
  }
}

async function takeAll(
  path: string,
  entries: Extract,
  take: (name: string, content: Content) => Promise<void>,
): Promise<void> {
  for await (const entry of entries) {
    const { name, type } = entry.header;
    if (type !== "file") throw new DamagedBackup(path, `it holds ${name}, which is not a file`);
    let broken = false;
    const content = (async function* () {
      try {
        yield* entry as AsyncIterable<Buffer>;
      } catch (error) {
        broken = true;
        throw error;
      }
    })();
    try {
      await take(name, content);
    } catch (reason) {
      if (broken) throw reason;
      throw new TakerFailed(reason);
    }
    for await (const _ of content);
  }
}

function wordsFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "Z_DATA_ERROR" && message === "incorrect header check")
    return "it is no backup of Sector Commons";
  if (code === "Z_BUF_ERROR" || message === "Unexpected end of data") return "it ends before its end";
  if (code?.startsWith("Z_") || message?.startsWith("Invalid tar header"))
    return "its content has been damaged";
  return `it cannot be read (${code ?? message})`;
}
