import { open } from "node:fs/promises";
import { fileKind } from "#base/file-kinds.ts";
import type { Detection } from "../files/detect.ts";

/** Whether a received file may hold figures; what is really in it is said when it is looked through. */
export async function detectFigures(path: string, name: string): Promise<Detection> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8) });
    const head = buffer.subarray(0, bytesRead).toString("latin1");
    if (/^(%PDF|\x89PNG|GIF8|\xff\xd8\xff|\{\\rtf|<\?xml|<!doctype|<html|PAR1)/i.test(head))
      return {
        refusal: `“${name}” holds no figures of BLS. Choose its CSV files, or the ZIP file they came in.`,
      };
    return { kind: fileKind("csv")!, name };
  } finally {
    await file.close();
  }
}
