import type { Readable } from "node:stream";
import type { FileKind } from "#base/file-kinds.ts";
import { cleanFileName } from "#base/file-name.ts";
import { type Detection, detectFileKind } from "./detect.ts";
import * as say from "./sentences.ts";
import type { FileStore, IncomingFile } from "./store.ts";
import { DiskFull, TooLarge } from "./surprises.ts";

/** One file part of a form, as it starts to come in. */
export type FilePart = {
  field: string;
  filename: string | undefined;
  bytes: Readable;
  /** Answers false once as many files as may be sent have taken theirs. */
  takePlace(): boolean;
};

/** What became of it. A failure is a value too, for whoever waits must first see the whole form go by. */
export type Arrival =
  | { is: "unused" }
  | { is: "taken"; field: string; name: string; kind: FileKind; file: IncomingFile }
  | { is: "refused"; field: string; message: string; diskFull: boolean }
  | { is: "failed"; failure: unknown };

export type ArrivalLimits = {
  files: number;
  fileBytes: number;
  /** Says what a file is where it is not one that people share; by default, by `detectFileKind`. */
  detect?: (path: string, name: string) => Promise<Detection>;
};

/** Takes one file to disk and looks inside. Always reads the part to its end, or the rest of the form would wait for ever. */
export async function arrive(part: FilePart, limits: ArrivalLimits, store: FileStore): Promise<Arrival> {
  const { field, filename = "", bytes } = part;
  const name = cleanFileName(filename.replaceAll("%22", '"'));
  const refused = (message: string, diskFull = false): Arrival => ({
    is: "refused",
    field,
    message,
    diskFull,
  });
  // Not to be destroyed when left early: the parser would never learn that this part is over.
  const chunks = bytes.iterator({ destroyOnReturn: false });
  try {
    const first = await chunks.next();
    if (first.done) return filename ? refused(say.isEmpty(name)) : { is: "unused" };
    if (!part.takePlace()) return refused(say.isOneTooMany(name, limits.files));

    const file = await store.receive(startingWith(first.value, chunks), { limitBytes: limits.fileBytes });
    const detection = await (limits.detect ?? detectFileKind)(file.path, name);
    if ("kind" in detection) return { is: "taken", field, file, ...detection };
    await file.drop();
    return refused(detection.refusal);
  } catch (failure) {
    if (failure instanceof TooLarge) return refused(say.isTooLarge(name, limits.fileBytes));
    if (failure instanceof DiskFull) return refused(say.hadNoRoom(name), true);
    return { is: "failed", failure };
  } finally {
    // Until its reader has let go, a stream that is told to flow on stands still.
    await chunks.return?.();
    bytes.resume();
  }
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array> & AsyncIterable<Uint8Array>) {
  yield first;
  yield* rest;
}
