import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import "../tables.ts";

/** Files that are read at once, while all of them are packed into one. */
const AT_ONCE = 20;

export interface Print {
  id: string;
  round: string;
  wordFile: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  made: number;
  total: number;
}

/** A print of this round. @throws NotFound */
export async function printById(ctx: Pick<Ctx, "db">, round: string, id: string): Promise<Print> {
  const row = await ctx.db
    .selectFrom("letter_prints as p")
    .innerJoin("letter_papers as s", "s.print", "p.id")
    .select((all) => [
      "p.id",
      "p.round",
      "p.word_file",
      "p.created_at",
      "p.finished_at",
      all.fn.count<number>("s.made_at").as("made"),
      all.fn.countAll<number>().as("total"),
    ])
    .where("p.id", "=", id)
    .where("p.round", "=", round)
    .groupBy("p.id")
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return {
    id: row.id,
    round: row.round,
    wordFile: row.word_file,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    made: Number(row.made),
    total: Number(row.total),
  };
}

export interface Paper {
  position: number;
  name: string;
  to: string;
  hasPdf: boolean;
  note: string;
}

/** A page of a print's letters, in the order of the pile. */
export async function papersOf(
  ctx: Pick<Ctx, "db">,
  print: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Paper[]; more: boolean }> {
  const rows = await ctx.db
    .selectFrom("letter_papers")
    .select((all) => ["position", "name", "content", "note", all("pdf", "is not", null).as("has_pdf")])
    .where("print", "=", print)
    .where("made_at", "is not", null)
    .orderBy("position")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(({ position, name, content, note, has_pdf }) => ({
    position,
    name,
    to: content.to.name || content.to.company || name,
    hasPdf: Boolean(has_pdf),
    note,
  }));
  return { items, more: rows.length > limit };
}

/** @throws NotFound */
export async function paperFile(
  ctx: Pick<Ctx, "db">,
  print: string,
  position: number,
  kind: "docx" | "pdf",
): Promise<{ name: string; bytes: Buffer }> {
  const row = await ctx.db
    .selectFrom("letter_papers")
    .select(["name", kind])
    .where("print", "=", print)
    .where("position", "=", position)
    .executeTakeFirst();
  const bytes = row?.[kind];
  if (!row || !bytes) throw new NotFound();
  return { name: `${row.name}.${kind}`, bytes };
}

/** Every file of a print, read a few at a time. */
export async function* filesOf(
  ctx: Pick<Ctx, "db">,
  print: string,
): AsyncGenerator<{ name: string; bytes: Buffer; packed: boolean }> {
  for (let after = -1; ; ) {
    const rows = await ctx.db
      .selectFrom("letter_papers")
      .select(["position", "name", "docx", "pdf"])
      .where("print", "=", print)
      .where("position", ">", after)
      .orderBy("position")
      .limit(AT_ONCE)
      .execute();
    for (const { name, docx, pdf } of rows) {
      if (docx) yield { name: `word/${name}.docx`, bytes: docx, packed: true };
      if (pdf) yield { name: `pdf/${name}.pdf`, bytes: pdf, packed: true };
    }
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.position;
  }
}
