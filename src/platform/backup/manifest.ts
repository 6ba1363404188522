import { z } from "zod";

/**
 * Raised when an older release could not read what a newer one writes. Without figures of its own a site is still written
 * as 1, which every release reads.
 */
export const FORMAT = 2;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

const TablePart = z.object({
  name: z.string().min(1),
  /** Every column that is stored and not computed, in the table's order. */
  columns: z.array(z.string()),
  rows: Count,
  bytes: Count,
  sha256: Sha256,
});

const UploadPart = z.object({
  /** The SHA-256 it had when it came. Another `sha256` beside it says that the site's disk had damaged it by then. */
  name: Sha256,
  bytes: Count,
  sha256: Sha256,
});

/** A file of a set of figures: `SET/FILE`. Never more than one folder deep, whatever a backup says. */
const FigurePart = z.object({
  name: z.string().regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9-]+\.(parquet|json)$/),
  bytes: Count,
  sha256: Sha256,
});

/** What a backup holds; the last entry of the file, so that a file without its end has none. */
export const Manifest = z.object({
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  madeAt: z.iso.datetime(),
  release: z.string(),
  databaseKind: z.enum(["embedded", "server"]),
  /** Every migration that had run, oldest first; their number is the schema's. */
  migrations: z.array(z.object({ number: z.int().positive(), name: z.string(), checksum: Sha256 })).min(1),
  tables: z.array(TablePart).min(1),
  /** Where each sequence stood: the number it gave last. One that never gave any is missing. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^-?\d+$/) })),
  uploads: z.array(UploadPart),
  /** Figures that were imported: the set that counts, and every file it names. */
  figures: z.object({ set: z.string().regex(/^[A-Za-z0-9-]+$/), files: z.array(FigurePart) }).optional(),
  secret: z.object({ bytes: Count, sha256: Sha256 }),
});

export type Manifest = z.output<typeof Manifest>;
export type TablePart = z.output<typeof TablePart>;
export type UploadPart = z.output<typeof UploadPart>;
export type FigurePart = z.output<typeof FigurePart>;

/** Names of the entries in the file. */
export const entryName = {
  manifest: "manifest.json",
  secret: "secret",
  table: (name: string) => `database/${encodeURIComponent(name)}.jsonl`,
  figures: (name: string) => `figures/${name}`,
  upload: (sha256: string) => `uploads/${sha256}`,
};
