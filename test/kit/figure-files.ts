import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { ZipFile } from "yazl";

const FOLDER = join(import.meta.dirname, "../figures");

/** A slice of BLS's files as test/figures holds it, as text. */
export async function figureText(name: string): Promise<string> {
  return gunzipSync(await readFile(join(FOLDER, `${name}.csv.gz`))).toString("utf8");
}

export function figureFile(name: string): { path: string; name: string } {
  return { path: join(FOLDER, `${name}.csv.gz`), name: `${name}.csv.gz` };
}

/** Writes a file into `folder`, packed where its name ends so. */
export async function put(
  folder: string,
  name: string,
  content: string | Buffer,
): Promise<{ path: string; name: string }> {
  const path = join(folder, name);
  await writeFile(path, name.endsWith(".gz") && typeof content === "string" ? gzipSync(content) : content);
  return { path, name };
}

export async function zipped(entries: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Only the rows for which `keep` holds, the headings first. */
export function rowsWhere(text: string, keep: (cells: string[]) => boolean): string {
  const [head = "", ...rows] = text.trim().split("\n");
  return `${[head, ...rows.filter((row) => keep(row.split(",")))].join("\n")}\n`;
}
