import { z } from "zod";

/** A file that figures came from. */
const Source = z.object({
  fileName: z.string(),
  sha256: z.string(),
  rows: z.int(),
  /** The day, `2018-03-01`. */
  importedOn: z.string(),
});

/**
 * What the nation's row of a period stands on.
 * - `published`: BLS's own file.
 * - `reconstructed`: a file whose rows carry an error bound.
 * - `added-up`: the 50 states and the District of Columbia were added up here.
 * - `missing`: nothing; shares and quotients cannot be told.
 */
const Base = z.object({
  kind: z.enum(["published", "reconstructed", "added-up", "missing"]),
  /** All jobs of the nation. */
  jobs: z.number().nullable(),
  /** The deepest NAICS digits for which the nation has rows. */
  digits: z.int(),
  /** Of the series that have a number, the largest half width of the bounds, as a fraction of the number. */
  largestError: z.number(),
  series: z.int(),
  /** Of the added-up series those whose number is BLS's own, from its time series. */
  fromTimeSeries: z.int(),
  /** Series without a number, only with bounds. */
  withoutNumber: z.int(),
});

const HeldPeriod = z.object({
  /** `SET/FILE`, this set's or an earlier one's; see `FileSet.pathOf`. */
  file: z.string().regex(/^[\w-]+\/[\w.-]+$/),
  rows: z.int(),
  areas: z.object({ nation: z.int(), states: z.int(), counties: z.int() }),
  /** Rows whose jobs and wages are withheld, in rows that came from files. */
  withheld: z.int(),
  /** The edition of NAICS that BLS used in that year. */
  naics: z.int(),
  /** The deepest NAICS digits of any area: 3 in what the project ships, 6 in a whole import. */
  deepestDigits: z.int(),
  /** Industries of more digits that areas have all the same, although others of so many digits are not held. */
  alsoHeld: z.array(z.string()).default([]),
  base: Base,
  /** Areas whose rows were added up here, since no file had them: `06000`, `US000`. */
  addedUp: z.array(z.string()),
  /** Jobs of added-up areas that are BLS's own, from its time series: area, ownership, industry, jobs. */
  timeSeries: z.array(z.tuple([z.string(), z.int(), z.string(), z.int()])).default([]),
  sources: z.array(Source),
  importedOn: z.string(),
  /** Where it came from, in one sentence. */
  words: z.string(),
  /** Things that must be known beside its figures. */
  notes: z.array(z.string()),
});

export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  deepestDigits: z.int(),
  periods: z.record(z.string(), HeldPeriod),
});

export type Manifest = z.infer<typeof Manifest>;
export type HeldPeriod = z.infer<typeof HeldPeriod>;
export type HeldBase = z.infer<typeof Base>;
export type HeldSource = z.infer<typeof Source>;
