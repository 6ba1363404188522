import { renderPlainText } from "#base/markdown/plain-text.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { FIELDS, type FieldName, type Values } from "../fields.ts";
import { needsApproval } from "../kinds.ts";
import { withLines } from "../lines.ts";
import { lockRound } from "../rounds/actions.ts";
import { sharedValues, valuesFor } from "../rounds/facts.ts";
import type { Round } from "../rounds/queries.ts";
import { audienceOf, type Recipient } from "../rounds/recipients.ts";
import { tellOf } from "../telling.ts";
import type { PaperContent } from "./paper.ts";
import { wordFileById } from "./word-files.ts";

export const PRINT = "letters.print";

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
