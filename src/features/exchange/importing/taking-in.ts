import { sql } from "kysely";
import { Conflict } from "#base/surprises.ts";
import type { Actor, Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { judgeRows, type TriedRow } from "./judging.ts";
import { endImport } from "./trying.ts";

const AT_ONCE = 250;
const MANY = 1_000;

/** What the editor read is not what would happen any more. */
class ChangedMeanwhile extends Error {}

/**
 * Takes an import in: every row is judged once more inside the transaction that writes them all. Where one would come
 * out other than the editor has read, nothing is written and the whole is tried again. So it stands or falls as one,
 * also when the process is killed in the middle of it.
 */
export async function takeIn(ctx: Ctx, tables: readonly ExchangeTable[], id: string): Promise<void> {
  const one = await ctx.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
  if (one?.state !== "taking-in") return;
  const table = tables.find(({ kind }) => kind === one.kind);
  try {
    if (!table) throw new Error(`Nobody offers the table ${one.kind}`);
    const written = await transact({ ...ctx, actor: actorOf(one) }, (ctx) => writeAll(ctx, one, table));
    // What was planned for a small table is slow on a large one, and the next reader should not wait for the upkeep.
    if (written >= MANY) await sql`analyze`.execute(ctx.db);
  } catch (error) {
    if (error instanceof ChangedMeanwhile || error instanceof Conflict) return tryAgain(ctx, id);
    ctx.log.error({ err: error, import: id }, "an import could not be taken in");
    await endImport(ctx, id, {
      state: "failed",
      problem:
        "Something went wrong that nobody foresaw while the rows were written, so none of them was. The server’s log says more; please tell whoever runs this site.",
    });
  }
}

interface Import {
  id: string;
  kind: string;
  file_name: string;
  by_person: string | null;
  by_name: string;
  by_email: string;
  leaves_out: boolean;
}

/** The editor who said yes, since the job itself acts for nobody. */
function actorOf({ by_person, by_name, by_email }: Import): Actor {
  if (!by_person) return { kind: "system", name: by_name };
  return { kind: "person", id: by_person, name: by_name, email: by_email, role: "editor", grants: [] };
}

/** @returns how many rows were written */
async function writeAll(ctx: Ctx, one: Import, table: ExchangeTable): Promise<number> {
  // Two tables at once would each judge what the other is writing.
  await sql`select pg_advisory_xact_lock(hashtext('exchange'))`.execute(ctx.db);
  const counts: Partial<Record<JudgedRow["outcome"], number>> = {};
  const todo: JudgedRow[] = [];
  for await (const rows of judgeRows(ctx, one.id, table)) {
    for (const row of rows) {
      if (!isAsRead(row)) throw new ChangedMeanwhile();
      const { judged } = row;
      counts[judged.outcome] = (counts[judged.outcome] ?? 0) + 1;
      if (judged.outcome === "new" || judged.outcome === "changed") todo.push(judged);
    }
  }
  if ((counts.refused ?? 0) > 0 && !one.leaves_out) throw new ChangedMeanwhile();
  for (let at = 0; at < todo.length; at += AT_ONCE) await table.apply(ctx, todo.slice(at, at + AT_ONCE));
  await ctx.db
    .updateTable("imports")
    .set({ state: "done", finished_at: ctx.now, counts: JSON.stringify(counts) })
    .where("id", "=", one.id)
    .execute();
  await tell(ctx, {
    name: "table.taken-in",
    subject: { kind: "import", id: one.id },
    particulars: { table: one.kind, file: one.file_name, ...counts },
  });
  return todo.length;
}

function isAsRead({ judged, before }: TriedRow): boolean {
  if (judged.outcome !== before.outcome || judged.target !== before.target) return false;
  return (
    judged.changes.length === before.changes.length &&
    judged.changes.every(({ column, from, to }) =>
      before.changes.some((was) => was.column === column && was.from === from && was.to === to),
    )
  );
}

/** Nothing was written; the editor reads it anew before saying yes again. */
async function tryAgain(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db
      .updateTable("imports")
      .set({
        state: "reading",
        rows_tried: 0,
        leaves_out: false,
        notes: sql`notes || ${JSON.stringify([CHANGED])}::jsonb` as never,
      })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, "exchange.try", { id });
  });
}

const CHANGED =
  "The directory changed after this table was tried, so nothing was taken in and it was tried again. Please read once more what would happen.";
