import { sql } from "kysely";
import { Conflict, NotFound } from "#base/surprises.ts";
import { setVisibility } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { columnsOf, contentOf, learnContent, writeParts } from "./content.ts";
import type { Stage } from "./stages.ts";
import type { HappeningContent } from "./tables.ts";

/** Whose hand wrote a version. */
export interface Writer {
  kind: "submitter" | "editor" | "system";
  personId: string | null;
  name: string;
}

export function writerFrom(ctx: Ctx): Writer {
  const { actor } = ctx;
  if (actor.kind === "person") return { kind: "editor", personId: actor.id, name: actor.name };
  return { kind: "system", personId: null, name: actor.kind === "system" ? actor.name : "A visitor" };
}

/** Writes a new happening with its first version. It is on no public page until it is moved to `published`. */
export async function createHappening(
  ctx: Ctx,
  given: {
    content: HappeningContent;
    stage: Exclude<Stage, "published" | "scheduled">;
    by: Writer;
    doubt?: string | null;
    id?: string;
  },
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = given.id ?? ctx.random.id();
    await ctx.db
      .insertInto("happenings")
      .values({
        id,
        stage: given.stage,
        ...columnsOf(given.content),
        year: null,
        slug: null,
        published_at: null,
        publish_at: null,
        featured_at: null,
        in_hand: null,
        in_hand_since: null,
        doubt: given.doubt ?? null,
        created_at: ctx.now,
        changed_at: ctx.now,
        stage_since: ctx.now,
      })
      .execute();
    await writeParts(ctx, id, given.content);
    await refreshWords(ctx, id);
    await writeVersion(ctx, id, 1, given.content, given.by, "");
    return id;
  });
}

/**
 * Saves a changed content as the next version. Of something published, readers see it at once.
 *
 * @param given.version the version that the writer had before their eyes
 * @returns the new version's number
 * @throws Conflict when somebody saved meanwhile; nothing is overwritten
 */
export async function reviseHappening(
  ctx: Ctx,
  id: string,
  given: { content: HappeningContent; version: number; by: Writer; note?: string },
): Promise<number> {
  return transact(ctx, async (ctx) => {
    const next = given.version + 1;
    const before = await contentOf(ctx, id);
    const row = await ctx.db
      .updateTable("happenings")
      .set({ ...columnsOf(given.content), version: next, changed_at: ctx.now })
      .where("id", "=", id)
      .where("version", "=", given.version)
      .returning(["stage", "title"])
      .executeTakeFirst();
    if (!row) {
      const there = await ctx.db
        .selectFrom("happenings")
        .select("id")
        .where("id", "=", id)
        .executeTakeFirst();
      throw there ? new Conflict() : new NotFound();
    }
    await writeParts(ctx, id, given.content);
    await refreshWords(ctx, id);
    if (row.stage === "published") {
      const kept = mediaIds(given.content);
      const dropped = before ? mediaIds(before.content).filter((media) => !kept.includes(media)) : [];
      // A file that was taken out, perhaps because it should never have been shown, is closed with it.
      await setVisibility(ctx, dropped, "private");
      await setVisibility(ctx, kept, "public");
      await learnContent(ctx, given.content);
    }
    await writeVersion(ctx, id, next, given.content, given.by, given.note ?? "");
    await tell(ctx, {
      name: "happening.changed",
      subject: { kind: "happening", id },
      particulars: { title: row.title, version: next, by: given.by.kind },
    });
    return next;
  });
}

export function mediaIds(content: HappeningContent): string[] {
  return content.artefacts.flatMap((artefact) => artefact.media ?? []);
}

async function writeVersion(
  ctx: Ctx,
  happening: string,
  number: number,
  content: HappeningContent,
  by: Writer,
  note: string,
): Promise<void> {
  await ctx.db
    .insertInto("happening_versions")
    .values({
      happening,
      number,
      content: JSON.stringify(content),
      at: ctx.now,
      by_kind: by.kind,
      by_person: by.personId,
      by_name: by.name,
      note,
    })
    .execute();
}

/** Artefacts stand in a table of their own, so the row's words are made again once they are there. */
async function refreshWords(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.updateTable("happenings").set({ changed_at: sql`changed_at` }).where("id", "=", id).execute();
}
