import type { ColumnType } from "kysely";
import type { FileKindId } from "#base/file-kinds.ts";

export type Visibility = "private" | "public";

/** A picture made from an uploaded one, in the file store. */
export interface MadePicture {
  sha256: string;
  bytes: number;
  kind: FileKindId;
  /** In pixels, as it is shown (turned upright). */
  width: number;
  height: number;
}

type Json<T, Insert extends string | undefined = string> = ColumnType<T, Insert, string>;

export interface MediaTable {
  id: string;
  sha256: string;
  bytes: number;
  kind: FileKindId;
  name: string;
  alt: string | null;
  decorative: boolean;
  visibility: Visibility;
  width: number | null;
  height: number | null;
  cleaned: Json<MadePicture | null, undefined>;
  sizes: Json<MadePicture[], undefined>;
  prepared_at: Date | null;
  problem: string | null;
  created_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    media: MediaTable;
  }
}
