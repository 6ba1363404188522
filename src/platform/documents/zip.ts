import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A ZIP file, made as it is read. Names must be unique and safe; what comes packed already is not packed again. */
export function zipOf(
  entries: AsyncIterable<{ name: string; bytes: Uint8Array; packed?: boolean }>,
): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const filling = async () => {
    for await (const { name, bytes, packed } of entries)
      zip.addBuffer(Buffer.from(bytes), name, { compress: !packed });
    zip.end();
  };
  filling().catch((error: Error) => (zip.outputStream as Readable).destroy(error));
  return Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream<Uint8Array>;
}
