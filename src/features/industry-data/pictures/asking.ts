import { z } from "zod";
import { SHAPES, THEMES } from "./picture.ts";

/** Pictures that stand at an address of their own. */
export const KINDS = ["bubble", "shift-share", "trend", "map", "compare", "screen"] as const;
export type Kind = (typeof KINDS)[number];

export const FORMATS = ["svg", "png", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** How wide a PNG may be asked for, in pixels. */
export const PNG_WIDTH = { least: 320, most: 3_000, usual: { wide: 2_000, narrow: 1_020 } } as const;

/** "bubble.svg", or "bubble" for the page that has the picture, its table and its files. */
export function kindAndFormat(file: string): { kind: Kind; format: Format | "page" } | undefined {
  const [name, extension, ...more] = file.split(".");
  const kind = KINDS.find((one) => one === name);
  const format = extension === undefined ? "page" : FORMATS.find((one) => one === extension);
  return kind && format && more.length === 0 ? { kind, format } : undefined;
}

const oneOf = <T extends readonly [string, ...string[]]>(field: string, known: T) =>
  z
    .enum(known, { error: `The ${field} of a picture is one of: ${known.join(", ")}.` })
    .default(known[0] as T[number]);

/** What an address says of how a picture is to look. */
export const LookQuery = z.object({
  theme: oneOf("theme", THEMES),
  shape: oneOf("shape", SHAPES),
  width: z.coerce
    .number({ error: "A width is a whole number of pixels." })
    .int("A width is a whole number of pixels.")
    .min(PNG_WIDTH.least, `A picture is at least ${PNG_WIDTH.least} pixels wide.`)
    .max(PNG_WIDTH.most, `A picture is at most ${PNG_WIDTH.most} pixels wide.`)
    .optional(),
  /** Anything but nothing: with title and source, to be saved. */
  download: z.string().optional(),
});
