import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { FileKind } from "#base/file-kinds.ts";
import type { Problems } from "#base/outcome.ts";
import { type Arrival, type ArrivalLimits, arrive } from "./arrival.ts";
import * as say from "./sentences.ts";
import type { FileStore, StoredFile } from "./store.ts";
import { BrokenUpload, DiskFull, TooLarge } from "./surprises.ts";

export type UploadLimits = {
  files: number;
  fileBytes: number;
  fields: number;
  /** Of one field, and of all fields together: they are held in memory. */
  fieldBytes: number;
  allFieldBytes: number;
  /** Of the whole request. What is refused still has to be read, so that the fields behind it are not lost. */
  totalBytes: number;
};

export const UPLOAD_LIMITS: UploadLimits = {
  files: 10,
  fileBytes: 25 * 2 ** 20,
  fields: 300,
  fieldBytes: 2 ** 19,
  allFieldBytes: 2 ** 22,
  totalBytes: 2 ** 30,
};

/** `field` is the name of the form field it came in; `name` is safe to show and to store. */
export type ReceivedFile = StoredFile & { field: string; name: string; kind: FileKind };

export type Received = {
  /** Every value in the order it came, without null bytes; broken UTF-8 is replaced by U+FFFD. */
  fields: Map<string, string[]>;
  /** What was taken and kept, in the order it came. */
  files: ReceivedFile[];
  /** Sentences about what was refused, keyed by form field. The rest of the form was taken all the same. */
  problems: Problems;
  /** A file had to be refused for want of room: somebody who runs the site should know. */
  diskFull: boolean;
};

/**
 * Reads a `multipart/form-data` request as it comes in: files go straight to disk and are never held in memory.
 * Nothing is kept unless the whole form arrived. Throws `BrokenUpload` (the connection broke, or it is no such
 * form) and `TooLarge` (the request is beyond `totalBytes`); both leave nothing behind.
 */
export async function receiveMultipart(
  request: Request,
  limits: UploadLimits & Pick<ArrivalLimits, "detect">,
  store: FileStore,
): Promise<Received> {
  if (Number(request.headers.get("content-length")) > limits.totalBytes)
    throw new TooLarge(limits.totalBytes);
  const { body, parser } = openForm(request, limits);
  const received = { fields: new Map<string, string[]>(), files: [] as ReceivedFile[], diskFull: false };
  // A map, for a field may be called "toString".
  const problems = new Map<string, Set<string>>();
  const complain = (field: string, message: string) => {
    problems.set(field, (problems.get(field) ?? new Set()).add(message));
  };

  let fieldBytes = 0;
  parser.on("field", (name: string | undefined, value, { valueTruncated }) => {
    if (name === undefined) return;
    fieldBytes += value.length;
    if (fieldBytes > limits.allFieldBytes) return complain("", say.TOO_MUCH);
    if (valueTruncated) complain(name, say.FIELD_TOO_LONG);
    received.fields.set(name, [...(received.fields.get(name) ?? []), value.replaceAll("\0", "")]);
  });
  for (const event of ["fieldsLimit", "filesLimit", "partsLimit"] as const) {
    parser.on(event, () => complain("", say.TOO_MUCH));
  }

  const arrivals: Promise<Arrival>[] = [];
  let places = limits.files;
  const takePlace = () => places-- > 0;
  parser.on("file", (field: string | undefined, bytes, { filename }: { filename?: string }) => {
    arrivals.push(arrive({ field: field ?? "", filename, bytes, takePlace }, limits, store));
  });

  const broken = await pipeline(counted(body, limits.totalBytes), parser).then(() => undefined, asBroken);
  const arrived = await Promise.all(arrivals);
  try {
    const failed = arrived.find((each) => each.is === "failed");
    if (broken ?? failed) throw broken ?? failed?.failure;
    for (const each of arrived) {
      const outcome = each.is === "taken" ? await kept(each) : each;
      if (outcome.is === "kept") received.files.push(outcome.file);
      if (outcome.is !== "refused") continue;
      complain(outcome.field, outcome.message);
      received.diskFull ||= outcome.diskFull;
    }
    const told = [...problems].map(([field, messages]) => [field, [...messages]] as [string, string[]]);
    return { ...received, problems: Object.fromEntries(told) };
  } finally {
    await Promise.all(arrived.map((each) => each.is === "taken" && each.file.drop()));
  }
}

function openForm(request: Request, limits: UploadLimits) {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type))
    throw new BrokenUpload("This is no form with files.");
  try {
    const parser = busboy({
      headers: { "content-type": type },
      // What browsers send; the parser's own default is Latin-1.
      defParamCharset: "utf8",
      limits: {
        fields: limits.fields,
        // It calls a value of exactly the limit cut.
        fieldSize: limits.fieldBytes + 1,
        // Beyond `limits.files` each is refused by its name; far beyond, nobody reads the names.
        files: limits.files + 100,
        parts: limits.fields + limits.files + 200,
        headerPairs: 20,
      },
    });
    return { body: request.body, parser };
  } catch (failure) {
    throw new BrokenUpload("This form is not built as a form should be.", { cause: failure });
  }
}

async function* counted(body: AsyncIterable<Uint8Array>, limitBytes: number) {
  let total = 0;
  for await (const chunk of body) {
    total += chunk.byteLength;
    if (total > limitBytes) throw new TooLarge(limitBytes);
    yield chunk;
  }
}

function asBroken(failure: unknown): Error {
  if (failure instanceof TooLarge) return failure;
  return new BrokenUpload("The form did not arrive whole.", { cause: failure });
}

async function kept({ field, name, kind, file }: Extract<Arrival, { is: "taken" }>) {
  try {
    return { is: "kept", file: { field, name, kind, ...(await file.keep()) } } as const;
  } catch (failure) {
    if (!(failure instanceof DiskFull)) throw failure;
    return { is: "refused", field, message: say.hadNoRoom(name), diskFull: true } as const;
  }
}
