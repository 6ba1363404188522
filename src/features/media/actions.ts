import { cleanLine } from "#base/clean-text.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import { type MediaFile, mediaFrom } from "./queries.ts";
import { isPicture } from "./rules.ts";
import type { Visibility } from "./tables.ts";

/** What is known of a file that was received; its content is in the store already. */
export type KeptFile = Pick<ReceivedFile, "sha256" | "bytes" | "name" | "kind">;

export interface Description {
  /** Empty or null: nobody has said it yet. */
  alt: string | null;
  /** Default false; a decorative picture has no alt text. */
  decorative?: boolean;
}

const cleanDescription = ({ alt, decorative = false }: Description) => ({
  alt: decorative ? null : cleanLine(alt ?? "") || null,
  decorative,
});

/**
 * Gives a received file its row, private at first, in the caller's transaction; a picture's sizes are made soon
 * after. The content was kept before, within the last day: should the transaction fail, the sweep finds content
 * that no row names, and a row without content can never be.
 */
export async function addMedia(ctx: Ctx, file: KeptFile, description?: Description): Promise<MediaFile> {
  if (!(await ctx.files.has(file.sha256))) throw new Error(`The store does not hold ${file.sha256}`);
  return transact(ctx, async (ctx) => {
    const picture = isPicture({ kind: file.kind.id });
    const row = await ctx.db
      .insertInto("media")
      .values({
        id: ctx.random.id(),
        sha256: file.sha256,
        bytes: file.bytes,
        kind: file.kind.id,
        name: file.name,
        ...cleanDescription(description ?? { alt: null }),
        visibility: "private",
        prepared_at: picture ? null : ctx.now,
        created_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (picture) await ctx.jobs.enqueue(ctx, "media.prepare", { media: row.id });
    await tell(ctx, {
      name: "media.added",
      subject: { kind: "media", id: row.id },
      particulars: { name: row.name, kind: row.kind, bytes: row.bytes },
    });
    return mediaFrom(row);
  });
}

/** Says what is on a picture. Nothing happens where it says so already. */
export async function describeMedia(ctx: Ctx, id: string, description: Description): Promise<void> {
  const words = cleanDescription(description);
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("media")
      .set(words)
      .where("id", "=", id)
      .where((is) =>
        is.or([is("alt", "is distinct from", words.alt), is("decorative", "!=", words.decorative)]),
      )
      .returning("name")
      .executeTakeFirst();
    if (!row) return;
    await tell(ctx, {
      name: "media.described",
      subject: { kind: "media", id },
      particulars: { name: row.name, ...words },
    });
  });
}

/** Shows files to everyone, or takes them back; those that are so already are left alone. */
export async function setVisibility(ctx: Ctx, ids: readonly string[], visibility: Visibility): Promise<void> {
  if (ids.length === 0) return;
  await transact(ctx, async (ctx) => {
    const rows = await ctx.db
      .updateTable("media")
      .set({ visibility })
      .where("id", "in", ids)
      .where("visibility", "!=", visibility)
      .returning(["id", "name"])
      .execute();
    const name = visibility === "public" ? "media.shown" : "media.hidden";
    for (const row of rows) {
      await tell(ctx, { name, subject: { kind: "media", id: row.id }, particulars: { name: row.name } });
    }
  });
}

/** Takes the rows away, and with them the addresses. The content goes with the next sweep, unless another row names it. */
export async function removeMedia(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transact(ctx, async (ctx) => {
    const rows = await ctx.db.deleteFrom("media").where("id", "in", ids).returning(["id", "name"]).execute();
    for (const row of rows) {
      await tell(ctx, {
        name: "media.removed",
        subject: { kind: "media", id: row.id },
        particulars: { name: row.name },
      });
    }
  });
}
