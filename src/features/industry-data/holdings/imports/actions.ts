import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { FigureFault } from "#platform/figures/fault.ts";
import type { Findings } from "../findings.ts";
import { type ImportEnd, importFigures } from "../importing.ts";
import type { OnStep } from "../looking.ts";
import { filesInWords } from "./rules.ts";
import type { BroughtFile, FiguresImportState } from "./tables.ts";

const KEPT_DAYS = 400;

/** Takes received files as an import that a job looks at. Nothing of it counts until somebody takes it in. */
export async function bringFigures(ctx: Ctx, files: readonly BroughtFile[]): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = await writeDown(ctx, files, "looking");
    await ctx.jobs.enqueue(ctx, "industry.look", { id });
    await tell(ctx, {
      name: "industry.brought",
      subject: { kind: "industry-import", id },
      particulars: { files: filesInWords(files) },
    });
    return id;
  });
}

async function writeDown(
  ctx: Ctx,
  files: readonly BroughtFile[],
  state: FiguresImportState,
): Promise<string> {
  const id = ctx.random.id();
  const { actor } = ctx;
  await ctx.db
    .insertInto("industry_imports")
    .values({
      id,
      state,
      files: JSON.stringify(files),
      findings: null,
      held_set: null,
      new_set: null,
      problem: null,
      by_person: actor.kind === "person" ? actor.id : null,
      by_name: actor.kind === "guest" ? "A visitor" : actor.name,
      created_at: ctx.now,
      finished_at: null,
    })
    .execute();
  return id;
}

/** The dry run, carried out by a job. Beginning anew does no harm, so it may be cut off anywhere. */
export async function lookAtFigures(ctx: Ctx, id: string): Promise<void> {
  const one = await ctx.db.selectFrom("industry_imports").selectAll().where("id", "=", id).executeTakeFirst();
  if (one?.state !== "looking") return;
  await orSayWhy(ctx, id, "refused", async () => {
    const held = await ctx.figures.current();
    const files = await placesOf(ctx, one.files);
    const { findings } = await importFigures({
      ...task(ctx, id, files),
      goOn: () => false,
    });
    await ctx.db
      .updateTable("industry_imports")
      .set({
        state: "looked",
        findings: JSON.stringify(findings),
        held_set: held?.id ?? null,
        share: 0,
        doing: "",
      })
      .where("id", "=", id)
      .where("state", "=", "looking")
      .execute();
  });
}

/**
 * Somebody has read what would happen and says yes; a job does it, whole or not at all.
 *
 * @throws Conflict when it is not waiting for that (any more)
 */
export async function askToTakeIn(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("industry_imports")
      .set({ state: "taking-in", share: 0, doing: "" })
      .where("id", "=", id)
      .where("state", "=", "looked")
      .returning("id")
      .executeTakeFirst();
    if (!row)
      throw new Conflict(
        "These figures are not waiting to be taken in any more. Their page says what became of them.",
      );
    await ctx.jobs.enqueue(ctx, "industry.take-in", { id });
  });
}

/** Looks once more and takes in. Where something else was imported since the look, it is looked at anew instead. */
export async function takeFiguresIn(ctx: Ctx, id: string): Promise<void> {
  const one = await ctx.db.selectFrom("industry_imports").selectAll().where("id", "=", id).executeTakeFirst();
  if (one?.state !== "taking-in") return;
  await orSayWhy(ctx, id, "failed", async () => {
    const held = await ctx.figures.current();
    // A job that was killed after the figures counted only has its end to write down.
    if (held?.id === id) return finish(ctx, id, one.files, one.findings);
    if ((held?.id ?? null) !== one.held_set) return lookAgain(ctx, id);
    const files = await placesOf(ctx, one.files);
    const end = await importFigures({ ...task(ctx, id, files), goOn: () => true });
    await finish(ctx, id, one.files, end.findings);
  });
}

async function lookAgain(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db
      .updateTable("industry_imports")
      .set({
        state: "looking",
        share: 0,
        doing: "Other figures were imported in the meantime; looking again",
      })
      .where("id", "=", id)
      .execute();
    await ctx.jobs.enqueue(ctx, "industry.look", { id });
  });
}

/** The import as a whole, at once, for the command line. */
export async function importNow(
  ctx: Ctx,
  files: readonly { path: string; name: string; bytes: number }[],
  given: { dryRun: boolean; onStep?: OnStep; signal?: AbortSignal },
): Promise<ImportEnd> {
  const { dryRun, onStep, signal } = given;
  if (dryRun)
    return importFigures({ ...task(ctx, ctx.random.id(), files), goOn: () => false, onStep, signal });
  const brought = files.map(({ name, bytes }) => ({ name, bytes, sha256: "" }));
  const id = await writeDown(ctx, brought, "taking-in");
  let end: ImportEnd | undefined;
  const failure = await orSayWhy(ctx, id, "refused", async () => {
    end = await importFigures({ ...task(ctx, id, files), goOn: () => true, onStep, signal });
    await finish(ctx, id, end.findings.files, end.findings);
  });
  if (failure || !end) throw failure ?? new Error("An import ended without an end.");
  return end;
}

function task(ctx: Ctx, id: string, files: readonly { path: string; name: string }[]) {
  let told = 0;
  const onStep: OnStep = (share, doing) => {
    // Each step is a commit; a bar that moves twenty times moves well enough.
    if (share - told < 0.05 && share > 0) return;
    told = share;
    void ctx.db
      .updateTable("industry_imports")
      .set({ share, doing })
      .where("id", "=", id)
      .where("state", "in", ["looking", "taking-in"])
      .execute()
      .catch((error: unknown) =>
        ctx.log.warn({ err: error }, "how far an import is could not be written down"),
      );
  };
  return { figures: ctx.figures, files, id, now: ctx.now, onStep };
}

async function placesOf(ctx: Ctx, files: readonly BroughtFile[]): Promise<{ path: string; name: string }[]> {
  try {
    return await Promise.all(
      files.map(async ({ name, sha256 }) => ({ name, path: await ctx.files.place(sha256) })),
    );
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new FigureFault("The files are kept for a day, and are not here any more. Please send them again.");
  }
}

async function finish(
  ctx: Ctx,
  id: string,
  files: readonly BroughtFile[],
  findings: Findings | null,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db
      .updateTable("industry_imports")
      .set({
        state: "done",
        new_set: id,
        share: 1,
        doing: "",
        finished_at: ctx.now,
        findings: JSON.stringify(findings),
        files: JSON.stringify(files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes }))),
      })
      .where("id", "=", id)
      .execute();
    await tell(ctx, {
      name: "industry.imported",
      subject: { kind: "industry-import", id },
      particulars: {
        files: filesInWords(files),
        periods: findings?.periods.map(({ period }) => period).join(", "),
      },
    });
  });
}

/** Writes down what went wrong in words for whoever brought the files; answers it where there was anything. */
async function orSayWhy(
  ctx: Ctx,
  id: string,
  state: "refused" | "failed",
  work: () => Promise<void>,
): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const known = error instanceof FigureFault;
    if (!known) ctx.log.error({ err: error, import: id }, "figures could not be imported");
    await ctx.db
      .updateTable("industry_imports")
      .set({
        state: known ? state : "failed",
        problem: known ? error.message : UNFORESEEN,
        finished_at: ctx.now,
      })
      .where("id", "=", id)
      .where("state", "in", ["looking", "taking-in"])
      .execute();
    return error instanceof Error ? error : new Error(String(error));
  }
}

const UNFORESEEN =
  "Something went wrong that nobody foresaw. Nothing was changed. The server’s log says more; please tell whoever runs this site.";

/** Nothing will come of it. */
export async function dropFigures(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("industry_imports")
      .set({ state: "dropped", finished_at: ctx.now })
      .where("id", "=", id)
      .where("state", "in", ["looked", "refused", "failed"])
      .returning("files")
      .executeTakeFirst();
    if (!row)
      throw new Conflict("These figures cannot be dropped now. Their page says what becomes of them.");
    await tell(ctx, {
      name: "industry.dropped",
      subject: { kind: "industry-import", id },
      particulars: { files: filesInWords(row.files) },
    });
  });
}

/** Old lines of the list, and sets of figures that nothing names since a day. */
export async function clearOldFigures(ctx: Ctx, named: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom("industry_imports")
    .where("created_at", "<", new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
    .execute();
  const gone = await ctx.figures.sweepSets({ named, now: ctx.now });
  if (gone.length > 0) ctx.log.info({ sets: gone }, "sets of figures that nothing names were removed");
}
