import { type Selectable, sql } from "kysely";
import type { FileKindId } from "#base/file-kinds.ts";
import type { Db } from "#platform/database/tables.ts";
import type { MadePicture, MediaTable, Visibility } from "./tables.ts";

/** One uploaded file, as rooms show it. */
export interface MediaFile {
  id: string;
  /** Of the content as it came; readers of a picture get `cleaned` instead. */
  sha256: string;
  bytes: number;
  kind: FileKindId;
  /** Safe to show. */
  name: string;
  /** What is on a picture, in words; null until somebody says it. */
  alt: string | null;
  /** Says nothing that is not said beside it, so screen readers pass over it. */
  decorative: boolean;
  visibility: Visibility;
  /** Of a picture as it is shown; null until it is prepared, and for all other files. */
  width: number | null;
  height: number | null;
  /** A picture without what the camera wrote into it (place, time, device); null until prepared. */
  cleaned: MadePicture | null;
  /** Smaller WebP versions, smallest first. */
  sizes: readonly MadePicture[];
  /** Null while a picture waits for its sizes. */
  preparedAt: Date | null;
  /** Why a picture cannot be shown, as a sentence for the person who sent it. */
  problem: string | null;
  createdAt: Date;
}

export function mediaFrom(row: Selectable<MediaTable>): MediaFile {
  return {
    id: row.id,
    sha256: row.sha256,
    bytes: row.bytes,
    kind: row.kind,
    name: row.name,
    alt: row.alt,
    decorative: row.decorative,
    visibility: row.visibility,
    width: row.width,
    height: row.height,
    cleaned: row.cleaned,
    sizes: row.sizes,
    preparedAt: row.prepared_at,
    problem: row.problem,
    createdAt: row.created_at,
  };
}

/** The files in the order of the ids; what is not there is left out. One query, none for an empty list. */
export async function mediaByIds(ctx: { db: Db }, ids: readonly string[]): Promise<MediaFile[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.selectFrom("media").selectAll().where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, mediaFrom(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function mediaById(ctx: { db: Db }, id: string): Promise<MediaFile | undefined> {
  const [file] = await mediaByIds(ctx, [id]);
  return file;
}

/** Every stored content that a row names, once, with a name that people know it by. */
export async function namedContents(ctx: { db: Db }): Promise<{ sha256: string; name: string }[]> {
  const { rows } = await sql<{ sha256: string; name: string }>`
    select sha256, min(name) as name from (
      select sha256, name from media
      union all select cleaned ->> 'sha256', name from media where cleaned is not null
      union all select size ->> 'sha256', name from media cross join jsonb_array_elements(sizes) as size
    ) as named group by sha256 order by 2, 1`.execute(ctx.db);
  return rows;
}
