import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { undrawable } from "#platform/documents/fonts.ts";
import { writePdf } from "#platform/documents/pdf.ts";
import { writeWord } from "#platform/documents/word.ts";
import { fillWordTemplate } from "#platform/documents/word-template.ts";
import { blocksOf, type PaperContent } from "./paper.ts";
import "../tables.ts";

const AT_ONCE = 20;
const DAYS_KEPT = 14;

/** Makes what is missing of a print, a few at a time; cut short, it goes on where it was. */
export async function makePapers(ctx: Ctx, print: string): Promise<void> {
  const row = await ctx.db.selectFrom("letter_prints").selectAll().where("id", "=", print).executeTakeFirst();
  if (!row || row.finished_at) return;
  const template = row.word_file ? await wordFileBytes(ctx, row.word_file) : null;
  for (;;) {
    const waiting = await ctx.db
      .selectFrom("letter_papers")
      .select(["position", "content"])
      .where("print", "=", print)
      .where("made_at", "is", null)
      .orderBy("position")
      .limit(AT_ONCE)
      .execute();
    if (waiting.length === 0) break;
    const made: Made[] = [];
    for (const { position, content } of waiting)
      made.push({ position, ...(await makeOne(ctx, content, template)) });
    await keepMade(ctx, print, made);
  }
  await ctx.db.updateTable("letter_prints").set({ finished_at: ctx.now }).where("id", "=", print).execute();
}

async function keepMade(ctx: Ctx, print: string, made: readonly Made[]): Promise<void> {
  const each = <K extends keyof Made>(key: K) => made.map((one) => one[key]);
  await sql`
    update letter_papers p set docx = m.docx, pdf = m.pdf, note = m.note, made_at = ${ctx.now}
    from unnest(${each("position")}::int[], ${each("docx")}::bytea[], ${each("pdf")}::bytea[], ${each("note")}::text[])
      as m(position, docx, pdf, note)
    where p.print = ${print}::uuid and p.position = m.position`.execute(ctx.db);
}

async function wordFileBytes(ctx: Ctx, id: string): Promise<Buffer | null> {
  const row = await ctx.db
    .selectFrom("letter_word_files")
    .select("bytes")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

interface Made {
  position: number;
  docx: Buffer;
  pdf: Buffer | null;
  note: string;
}

async function makeOne(
  ctx: Ctx,
  content: PaperContent,
  template: Buffer | null,
): Promise<Omit<Made, "position">> {
  const blocks = blocksOf(content);
  const about = { title: content.subject, author: content.partnership };
  const docx = template
    ? await fillWordTemplate(template, content.fields)
    : await writeWord({ ...about, blocks });
  const strange = await undrawable(blocks.map((block) => ("words" in block ? block.words : "")).join(" "));
  if (strange)
    return {
      docx: Buffer.from(docx),
      pdf: null,
      note: `Our typeface for PDF has no letters such as “${strange}”. Print the Word file instead.`,
    };
  const pdf = await writePdf({
    ...about,
    subject: content.subject,
    foot: content.partnership,
    madeAt: ctx.now,
    blocks,
  });
  return { docx: Buffer.from(docx), pdf: Buffer.from(pdf), note: "" };
}

/** Paper is for printing, not for keeping: it can be made again at any time. */
export async function forgetOldPapers(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - DAYS_KEPT * 86_400_000);
  await ctx.db.deleteFrom("letter_prints").where("created_at", "<", before).execute();
}
