import { renderPlainText } from "#base/markdown/plain-text.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { undrawable } from "#platform/documents/fonts.ts";
import { writePdf } from "#platform/documents/pdf.ts";
import { writeWord } from "#platform/documents/word.ts";
import { fillWordTemplate } from "#platform/documents/word-template.ts";
import { FIELDS, type FieldName, type Values } from "../fields.ts";
import { needsApproval } from "../kinds.ts";
import { withLines } from "../lines.ts";
import { lockRound } from "../rounds/actions.ts";
import { sharedValues, valuesFor } from "../rounds/facts.ts";
import type { Round } from "../rounds/queries.ts";
import { audienceOf, type Recipient } from "../rounds/recipients.ts";
import { tellOf } from "../telling.ts";
import { blocksOf, type PaperContent } from "./paper.ts";
import { wordFileById } from "./word-files.ts";

export const PRINT = "letters.print";

const AT_ONCE = 20;
const DAYS_KEPT = 14;

/**
 * Whom a letter on paper is made for: whoever gets it, or got it; a missing address keeps no letter from the post, a
 * missing yes does.
 */
export function printable(round: Round, recipients: readonly Recipient[]): Recipient[] {
  return recipients.filter(({ held, letter }) => {
    if (held === null || held.cause === "sent") return true;
    return held.cause === "no-address" && (!needsApproval(round) || letter?.state === "approved");
  });
}

/** Begins to make the letters of a round on paper; a job does it. */
export async function startPrint(
  ctx: Ctx,
  workspace: Workspace,
  roundId: string,
  wordFile: string | null,
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const round = await lockRound(ctx, workspace.id, roundId);
    if (wordFile && !(await wordFileById(ctx, workspace.id, wordFile)))
      return problem("wordFile", "This Word file is not there any more. Choose another one.");
    const { facts, recipients } = await audienceOf(ctx, workspace, round);
    const pile = printable(round, recipients);
    if (pile.length === 0)
      return problem(
        "",
        "No letter is ready for paper yet. Letters in a champion’s name are approved first.",
      );
    const shared = sharedValues(facts);
    const id = ctx.random.id();
    await ctx.db
      .insertInto("letter_prints")
      .values({ id, round: round.id, word_file: wordFile, created_at: ctx.now })
      .execute();
    const names = new Map<string, number>();
    const rows = pile.map((recipient, position) => ({
      print: id,
      position,
      contact: recipient.contact?.id ?? null,
      name: fileName(recipient.shown, names),
      content: JSON.stringify(contentOf(ctx, workspace, recipient, valuesFor(ctx, facts, shared, recipient))),
    }));
    for (let from = 0; from < rows.length; from += 500)
      await ctx.db
        .insertInto("letter_papers")
        .values(rows.slice(from, from + 500))
        .execute();
    await ctx.jobs.enqueue(ctx, PRINT, { print: id });
    await tellOf(ctx, "letters.printed", workspace.id, { round: round.id, letters: rows.length });
    return done(id);
  });
}

/** "ann-lee", and "ann-lee-2" for the next of that name. */
function fileName(shown: string, taken: Map<string, number>): string {
  const plain = shown
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const base =
    plain
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "letter";
  const count = (taken.get(base) ?? 0) + 1;
  taken.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}

function contentOf(
  ctx: Ctx,
  workspace: Workspace,
  { contact, guest, composed }: Recipient,
  values: Values,
): PaperContent {
  const date = new Intl.DateTimeFormat("en-US", { timeZone: workspace.timeZone, dateStyle: "long" }).format(
    ctx.now,
  );
  const letter = renderPlainText(withLines(composed.body), { links: true }).replaceAll("\u2060", "");
  const known = Object.keys(FIELDS).map((name): [string, string] => [name, plain(name as FieldName, values)]);
  return {
    partnership: workspace.name,
    date,
    to: {
      name: contact?.name ?? "",
      title: contact?.title ?? "",
      company: contact?.company?.name ?? guest?.company?.name ?? "",
    },
    subject: composed.subject.replaceAll("\u2060", ""),
    body: composed.body,
    fields: { ...Object.fromEntries(known), letter, date },
  };
}

function plain(name: FieldName, values: Values): string {
  const value = values[name] ?? "";
  return FIELDS[name].trust === "ours" ? renderPlainText(value, { links: true }) : value;
}

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
    await transact(ctx, async (ctx) => {
      for (const { position, ...files } of made)
        await ctx.db
          .updateTable("letter_papers")
          .set({ ...files, made_at: ctx.now })
          .where("print", "=", print)
          .where("position", "=", position)
          .execute();
    });
  }
  await ctx.db.updateTable("letter_prints").set({ finished_at: ctx.now }).where("id", "=", print).execute();
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

/** Paper is for printing, not for keeping: it can be made again at any time. */
export async function forgetOldPapers(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - DAYS_KEPT * 86_400_000);
  await ctx.db.deleteFrom("letter_prints").where("created_at", "<", before).execute();
}
