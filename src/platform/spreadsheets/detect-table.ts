import { open } from "node:fs/promises";
import { fileKind } from "#base/file-kinds.ts";
import type { Detection } from "../files/detect.ts";

/**
 * Whether a received file may be a table. Which one it is is told by its content, so that a CSV file in any encoding and
 * under any ending is read; what is neither is refused when it is read, in words about what is in it.
 */
export async function detectTable(path: string, name: string): Promise<Detection> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8) });
    const head = buffer.subarray(0, bytesRead).toString("latin1");
    if (/^(%PDF|\x89PNG|GIF8|\xff\xd8\xff|\{\\rtf|<\?xml|<!doctype|<html)/i.test(head))
      return {
        refusal: `“${name}” is no table. Send the file that the template was filled into, as .xlsx or .csv.`,
      };
    return { kind: fileKind(head.startsWith("PK\x03\x04") ? "xlsx" : "csv")!, name };
  } finally {
    await file.close();
  }
}
