import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Stage } from "../stages.ts";
import type { DocumentCommand } from "../submissions/documents.ts";
import { storeDocuments } from "../submissions/storing.ts";
import type { HappeningContent } from "../tables.ts";
import { createHappening, reviseHappening, writerFrom } from "../writing.ts";
import { type Editor, lockHappening, markRead, putInHand } from "./holding.ts";
import { contentsOf } from "./queries.ts";
import { deedsAt } from "./rules.ts";

/** A content whose new files have no rows yet. */
export interface WrittenContent {
  content: Omit<HappeningContent, "artefacts">;
  documents: DocumentCommand[];
  note: string;
}

/** An editor's own happening: in review from the start, in its writer's hand, published like any other. */
export async function writeHappening(ctx: Ctx, written: WrittenContent, by: Editor): Promise<string> {
  return transact(ctx, async (ctx) => {
    const artefacts = await storeDocuments(ctx, written.documents);
    const id = await createHappening(ctx, {
      content: { ...written.content, artefacts },
      stage: "in-review",
      by: writerFrom(ctx),
    });
    await putInHand(ctx, id, by);
    await markRead(ctx, id, by.id, 1);
    await tell(ctx, {
      name: "happening.written",
      subject: { kind: "happening", id },
      particulars: { title: written.content.title },
    });
    return id;
  });
}

/**
 * Saves an editor's changes as the next version.
 *
 * @param written.version the one the editor had before their eyes
 * @returns the new version's number
 * @throws Conflict when somebody saved meanwhile
 */
export async function editHappening(
  ctx: Ctx,
  id: string,
  written: WrittenContent & { version: number },
  by: Editor,
): Promise<number> {
  return transact(ctx, async (ctx) => {
    mustBeEditable(await lockHappening(ctx, id));
    const artefacts = await storeDocuments(ctx, written.documents);
    const content = { ...written.content, artefacts };
    return saveVersion(ctx, id, { content, version: written.version, note: written.note }, by);
  });
}

/**
 * Makes an earlier version the newest again, as a version of its own: nothing is lost by restoring.
 *
 * @param given.version the newest when the editor pressed the button
 * @throws Conflict when somebody saved meanwhile
 */
export async function restoreVersion(
  ctx: Ctx,
  id: string,
  given: { restore: number; version: number },
  by: Editor,
): Promise<number> {
  return transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    mustBeEditable(row);
    const content = (await contentsOf(ctx, id, [given.restore])).get(given.restore);
    if (!content) throw new NotFound("There is no such version.");
    const note = `Restored version ${given.restore}`;
    const next = await saveVersion(ctx, id, { content, version: given.version, note }, by);
    await tell(ctx, {
      name: "happening.restored",
      subject: { kind: "happening", id },
      particulars: { title: row.title, restored: given.restore, version: next },
    });
    return next;
  });
}

/** What its sender has not confirmed yet, or has taken back, is theirs alone. */
function mustBeEditable({ stage }: { stage: Stage }): void {
  if (!deedsAt(stage, false).edit)
    throw new Conflict("Its sender has taken this back, so it cannot be changed. Nothing was saved.");
}

async function saveVersion(
  ctx: Ctx,
  id: string,
  given: { content: HappeningContent; version: number; note: string },
  by: Editor,
): Promise<number> {
  const next = await reviseHappening(ctx, id, { ...given, by: writerFrom(ctx) });
  await markRead(ctx, id, by.id, next);
  // Whoever saves on top of the newest version has read it, so the planned time holds for what they saved.
  await ctx.db
    .updateTable("happenings")
    .set({ publish_version: next })
    .where("id", "=", id)
    .where("stage", "=", "scheduled")
    .execute();
  return next;
}
