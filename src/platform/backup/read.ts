import { createHash } from "node:crypto";
import { access, constants } from "node:fs/promises";
import { entryName, FORMAT, Manifest } from "./manifest.ts";
import { BackupProblem, DamagedBackup } from "./problems.ts";
import { type Content, unpack } from "./unpack.ts";

/** Takes the parts it needs, each under its entry's name; what it leaves is read all the same, to be checked. */
export type TakePart = (entry: string, content: Content) => Promise<void>;

interface Part {
  bytes: number;
  lines: number;
  sha256: string;
}

/**
 * Reads a backup from beginning to end and checks every byte of it against its manifest, which it answers. Only
 * when it returns was the backup whole: what was taken before may be anything.
 *
 * @throws DamagedBackup, or BackupProblem when there is no such file or a newer release wrote it
 */
export async function readBackup(path: string, take: TakePart = async () => {}): Promise<Manifest> {
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw new BackupProblem(`There is no readable file ${path}.`, { cause: error });
  });
  const parts = new Map<string, Part>();
  let manifest: Manifest | undefined;
  await unpack(path, async (name, content) => {
    if (manifest || parts.has(name))
      throw new DamagedBackup(path, `it holds ${name} where nothing should be`);
    if (name === entryName.manifest) {
      manifest = parseManifest(path, await gather(content));
      return;
    }
    const { part, passing } = watched(content);
    await take(name, passing);
    for await (const _ of passing);
    parts.set(name, part);
  });
  if (!manifest) throw new DamagedBackup(path, "it has no manifest, so it is no backup, or not all of one");
  compare(path, manifest, parts);
  return manifest;
}

export async function gather(content: Content): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function watched(content: Content): { part: Part; passing: AsyncGenerator<Buffer> } {
  const hash = createHash("sha256");
  const part: Part = { bytes: 0, lines: 0, sha256: "" };
  async function* passing() {
    for await (const chunk of content) {
      hash.update(chunk);
      part.bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) part.lines += 1;
      yield chunk;
    }
    part.sha256 = hash.digest("hex");
  }
  return { part, passing: passing() };
}

function parseManifest(path: string, text: string): Manifest {
  let given: { format?: unknown; release?: unknown };
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new DamagedBackup(path, "its manifest has been damaged", { cause: error });
  }
  if (typeof given.format === "number" && given.format > FORMAT) {
    throw new BackupProblem(
      `${path} was written by a newer release of Sector Commons (${given.release}). Restore it with that one.`,
    );
  }
  const result = Manifest.safeParse(given);
  if (!result.success)
    throw new DamagedBackup(path, "its manifest has been damaged", { cause: result.error });
  return result.data;
}

/** What is there, and what the manifest says is there, must be the same to the last byte. */
function compare(path: string, manifest: Manifest, parts: Map<string, Part>): void {
  const expected = [
    ...manifest.tables.map(({ name, ...part }) => ({ entry: entryName.table(name), ...part })),
    ...manifest.uploads.map(({ name, ...part }) => ({ entry: entryName.upload(name), ...part })),
    ...(manifest.figures?.files ?? []).map(({ name, ...part }) => ({
      entry: entryName.figures(name),
      ...part,
    })),
    { entry: entryName.secret, ...manifest.secret },
  ];
  for (const { entry, bytes, sha256, ...rest } of expected) {
    const part = parts.get(entry);
    parts.delete(entry);
    if (!part) throw new DamagedBackup(path, `${entry} is missing`);
    const sameRows = !("rows" in rest) || rest.rows === part.lines;
    if (part.sha256 !== sha256 || part.bytes !== bytes || !sameRows)
      throw new DamagedBackup(path, `${entry} has been changed`);
  }
  const [stray] = parts.keys();
  if (stray) throw new DamagedBackup(path, `it holds ${stray}, which its manifest does not know`);
}
