import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { readWordTemplate } from "#platform/documents/word-template.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import { FIELDS } from "../fields.ts";
import { actorName, tellOf } from "../telling.ts";
import { PAPER_FIELDS } from "./paper.ts";
import "../tables.ts";

export const WORD_FILE_BYTES = 5 * 2 ** 20;
const MOST_FILES = 20;

/** Everything that may stand in braces in a partnership's own Word file. */
export const WORD_FIELDS: readonly { name: string; words: string }[] = [
  ...Object.entries(PAPER_FIELDS).map(([name, words]) => ({ name, words })),
  ...Object.entries(FIELDS).map(([name, { words }]) => ({ name, words })),
];

export interface WordFile {
  id: string;
  name: string;
  fields: string[];
  bytes: number;
  createdAt: Date;
  byName: string;
}

/** Newest first. */
export async function wordFilesOf(ctx: Pick<Ctx, "db">, partnership: string): Promise<WordFile[]> {
  const rows = await ctx.db
    .selectFrom("letter_word_files")
    .select((all) => [
      "id",
      "name",
      "fields",
      "created_at",
      "by_name",
      all.fn<number>("length", ["bytes"]).as("size"),
    ])
    .where("partnership", "=", partnership)
    .orderBy("created_at", "desc")
    .limit(MOST_FILES)
    .execute();
  return rows.map(({ id, name, fields, size, created_at, by_name }) => ({
    id,
    name,
    fields,
    bytes: Number(size),
    createdAt: created_at,
    byName: by_name,
  }));
}

/** @param id well-formed */
export async function wordFileById(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  id: string,
): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom("letter_word_files")
    .select("id")
    .where("id", "=", id)
    .where("partnership", "=", partnership)
    .executeTakeFirst();
}

/** Takes a Word file in, once it is sure that it can be filled in. */
export async function addWordFile(
  ctx: Ctx,
  workspace: Workspace,
  file: ReceivedFile,
): Promise<Outcome<string>> {
  const bytes = await ctx.files.read(file.sha256);
  const read = await readWordTemplate(
    bytes,
    WORD_FIELDS.map(({ name }) => name),
  );
  if (!read.ok) return read;
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    if ((await wordFilesOf(ctx, workspace.id)).length >= MOST_FILES)
      return problem(
        "wordFile",
        `There are ${MOST_FILES} Word files already. Take away one that you do not use.`,
      );
    const id = ctx.random.id();
    await ctx.db
      .insertInto("letter_word_files")
      .values({
        id,
        partnership: workspace.id,
        name: file.name,
        bytes,
        fields: read.value.fields,
        created_at: ctx.now,
        by_name: actorName(ctx),
      })
      .execute();
    await tellOf(ctx, "letters.word-file-added", workspace.id, {});
    return done(id);
  });
}

/** @throws NotFound */
export async function removeWordFile(ctx: Ctx, workspace: Workspace, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const gone = await ctx.db
      .deleteFrom("letter_word_files")
      .where("id", "=", id)
      .where("partnership", "=", workspace.id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw new NotFound();
    await tellOf(ctx, "letters.word-file-removed", workspace.id, {});
  });
}
