import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import "../tables.ts";

const KEPT_DAYS = 30;

/** Takes a received file as an import that a job tries out. Nothing of it counts until somebody takes it in. */
export async function beginImport(
  ctx: Ctx,
  given: { kind: string; fileName: string; sha256: string; bytes: number },
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const { actor } = ctx;
    await ctx.db
      .insertInto("imports")
      .values({
        id,
        kind: given.kind,
        file_name: given.fileName,
        sha256: given.sha256,
        bytes: given.bytes,
        state: "reading",
        by_person: actor.kind === "person" ? actor.id : null,
        by_name: actor.kind === "guest" ? "A visitor" : actor.name,
        by_email: actor.kind === "person" ? actor.email : "",
        created_at: ctx.now,
        finished_at: null,
        read_at: null,
        rows_total: null,
        problem: null,
      })
      .execute();
    await ctx.jobs.enqueue(ctx, "exchange.try", { id });
    await tell(ctx, {
      name: "table.brought",
      subject: { kind: "import", id },
      particulars: { table: given.kind, file: given.fileName },
    });
    return id;
  });
}

/**
 * An editor has read what would happen and says yes; a job does it, whole or not at all.
 *
 * @param given.tries the dry run that they have read
 * @param given.leavesOut they have also said to leave the refused rows out
 * @throws Conflict when it is not waiting for that (any more)
 */
export async function askToTakeIn(
  ctx: Ctx,
  id: string,
  { tries, leavesOut }: { tries: number; leavesOut: boolean },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom("imports")
      .select(["state", "counts", "tries"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.state !== "tried")
      throw new Conflict(
        "This table is not waiting to be taken in any more. Its page says what became of it.",
      );
    if (row.tries !== tries)
      throw new Conflict(
        "This table was tried again since you read it. Please read once more what would happen.",
      );
    if ((row.counts.refused ?? 0) > 0 && !leavesOut)
      throw new Conflict("Some rows are refused. Mend them in the file, or say that they may be left out.");
    await ctx.db
      .updateTable("imports")
      .set({ state: "taking-in", leaves_out: leavesOut })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, "exchange.take-in", { id });
  });
}

/** Nothing will come of it: its rows are deleted, and the line in the list stays until its time is over. */
export async function dropImport(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("imports")
      .set({ state: "dropped", finished_at: ctx.now })
      .where("id", "=", id)
      .where("state", "in", ["tried", "refused", "failed"])
      .returning(["kind", "file_name"])
      .executeTakeFirst();
    if (!row) throw new Conflict("This table cannot be dropped now. Its page says what becomes of it.");
    await ctx.db.deleteFrom("import_rows").where("import", "=", id).execute();
    await tell(ctx, {
      name: "table.dropped",
      subject: { kind: "import", id },
      particulars: { table: row.kind, file: row.file_name },
    });
  });
}

/** What was brought a month ago is of no use any more, and may name people. */
export async function clearOldImports(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom("imports")
    .where("created_at", "<", new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
    .execute();
}
