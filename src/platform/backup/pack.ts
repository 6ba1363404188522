import { createHash } from "node:crypto";
import { once } from "node:events";
import { pack as openTar } from "tar-stream";

export interface Pack {
  readonly stream: ReturnType<typeof openTar>;
  /** Appends one entry of exactly `bytes`, and answers the SHA-256 of what was in it. */
  add(name: string, bytes: number, content: AsyncIterable<Uint8Array>): Promise<{ sha256: string }>;
  finish(): void;
}

/** A tar in the making; only as much of it is in memory as its reader lags behind. */
export function openPack(at: Date): Pack {
  const stream = openTar();

  function begin(name: string, size: number) {
    let finish: (error?: Error | null) => void = () => {};
    const done = new Promise<void>((resolve, reject) => {
      finish = (error) => (error ? reject(error) : resolve());
    });
    // Heard below; until then a failure of the pack must not count as one that nobody hears.
    done.catch(() => {});
    return { entry: stream.entry({ name, size, mode: 0o600, mtime: at }, finish), done };
  }

  return {
    stream,
    async add(name, bytes, content) {
      const hash = createHash("sha256");
      const { entry, done } = begin(name, bytes);
      for await (const chunk of content) {
        hash.update(chunk);
        if (!entry.write(chunk)) await Promise.race([once(entry, "drain"), done]);
      }
      entry.end(null);
      await done;
      return { sha256: hash.digest("hex") };
    },
    finish: () => stream.finalize(),
  };
}
