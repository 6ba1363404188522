import { z } from "zod";
import { FILE_KINDS, type FileKind, fileKind } from "#base/file-kinds.ts";
import type { Ctx } from "#platform/context.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import { sameSecret } from "#platform/secrets.ts";
import { LARGEST_FILE_BYTES } from "./rules.ts";

const Record = z.object({
  id: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  name: z.string().min(1),
  kind: z.enum(FILE_KINDS.map(({ id }) => id)),
  keptAt: z.number(),
});

/** A file that came with a form which is not finished yet: it is in the store, and nothing names it so far. */
export interface WaitingFile {
  id: string;
  sha256: string;
  bytes: number;
  name: string;
  kind: FileKind;
  /** Milliseconds since 1970; the store sweeps what nobody names a day later. */
  keptAt: number;
}

/**
 * What the form carries along for a received file. Only our seal makes it count, so nobody can attach a file
 * that they did not send themselves; and what is never finished leaves no row behind.
 */
export function proofOf(ctx: Pick<Ctx, "seal">, file: WaitingFile): string {
  const record = Buffer.from(JSON.stringify({ ...file, kind: file.kind.id })).toString("base64url");
  return `${record}.${ctx.seal("shared file", record)}`;
}

export function waitingFile(ctx: Pick<Ctx, "random" | "now">, received: ReceivedFile): WaitingFile {
  const { sha256, bytes, name, kind } = received;
  return { id: ctx.random.id(), sha256, bytes, name, kind, keptAt: ctx.now.getTime() };
}

/** @returns undefined for whatever was not sealed here */
export function openProof(ctx: Pick<Ctx, "seal">, proof: string): WaitingFile | undefined {
  const [record = "", seal = ""] = proof.split(".");
  if (!sameSecret(seal, ctx.seal("shared file", record))) return undefined;
  const parsed = Record.parse(JSON.parse(Buffer.from(record, "base64url").toString("utf8")));
  const kind = fileKind(parsed.kind);
  return kind && { ...parsed, kind };
}

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/**
 * Keeps the content of a form that is worked on for long from being swept.
 *
 * @returns undefined when it is gone already, so the file must be sent again
 */
export async function keepWaiting(ctx: Ctx, file: WaitingFile): Promise<WaitingFile | undefined> {
  if (!(await ctx.files.has(file.sha256))) return undefined;
  if (ctx.now.getTime() - file.keptAt < HALF_A_DAY) return file;
  const { stream } = await ctx.files.open(file.sha256);
  await ctx.files.put(stream, { limitBytes: LARGEST_FILE_BYTES });
  return { ...file, keptAt: ctx.now.getTime() };
}
