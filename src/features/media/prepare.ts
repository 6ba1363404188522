import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { makeSizes } from "#platform/pictures/resize.ts";
import { type MediaFile, mediaById, mediaFrom } from "./queries.ts";
import type { MadePicture } from "./tables.ts";

/** Answers the file once it is prepared; undefined when its row is gone. */
export type Prepare = (ctx: Ctx, id: string) => Promise<MediaFile | undefined>;

/**
 * Makes of a picture what readers get, unless that has been done. What it finds wrong with a picture it notes on the
 * row. Throws what is not the picture's fault, such as a full disk, so that the job is tried again.
 */
async function prepareMedia(ctx: Ctx, id: string): Promise<MediaFile | undefined> {
  const file = await mediaById(ctx, id);
  if (!file || file.preparedAt) return file;
  // Outside of any transaction: drawing takes seconds, and the embedded database has one connection.
  const made = await makeSizes(ctx.files, file.sha256);
  const found = made.ok
    ? {
        width: made.value.width,
        height: made.value.height,
        cleaned: JSON.stringify({
          ...made.value.clean,
          width: made.value.width,
          height: made.value.height,
        } satisfies MadePicture),
        sizes: JSON.stringify(
          made.value.sizes.map(({ format, ...size }): MadePicture => ({ ...size, kind: format })),
        ),
      }
    : { problem: Object.values(made.problems).flat().join(" ") };
  // The house's own deed, whoever's visit set it off.
  const house: Ctx = { ...ctx, actor: { kind: "system", name: ctx.site.name } };
  return transact(house, async (ctx) => {
    const row = await ctx.db
      .updateTable("media")
      .set({ ...found, prepared_at: ctx.now })
      .where("id", "=", id)
      .where("prepared_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return mediaById(ctx, id);
    // Pages that show it name its sizes; what no page shows is nobody's news.
    if (row.visibility === "public") {
      await tell(ctx, {
        name: "media.prepared",
        subject: { kind: "media", id },
        particulars: { name: row.name, ...(row.problem ? { problem: row.problem } : {}) },
      });
    }
    return mediaFrom(row);
  });
}

/** A page with ten new pictures asks for each while its job runs: each is drawn once all the same. */
export function preparer(): Prepare {
  const underWay = new Map<string, Promise<MediaFile | undefined>>();
  return (ctx, id) => {
    const already = underWay.get(id);
    if (already) return already;
    const work = prepareMedia(ctx, id).finally(() => underWay.delete(id));
    underWay.set(id, work);
    return work;
  };
}
