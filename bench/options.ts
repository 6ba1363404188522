import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DatabaseKind } from "./report.ts";

/** Parts of the table that have a site of their own, in its order. */
export const PARTS = ["network", "industry", "launch", "letters"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Fewer and shorter measurements, to see whether all of it works. */
  quick: boolean;
  /** Smallest first. */
  sizes: number[];
  databases: DatabaseKind[];
  /** One part of it alone. */
  only: Part | undefined;
  /** Folder of BLS's figures by state, which are no part of the project. */
  figures: string;
  /** Whether the table goes into `docs/benchmarks.md`. */
  write: boolean;
}

const SIZES = [1000, 10_000, 100_000];
const QUICK_SIZES = [1000, 10_000];

/** @throws with a sentence for whoever typed them */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      sizes: { type: "string" },
      only: { type: "string" },
      figures: { type: "string", default: "../shared/data/qcew/states-2015-2016-annual-derived" },
      database: { type: "string", default: "both" },
    },
  });
  const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? QUICK_SIZES : SIZES);
  if (sizes.length < 2 || sizes.some((size) => !Number.isInteger(size) || size < 100)) {
    throw new Error("--sizes takes at least two whole numbers from 100 on, such as 1000,10000.");
  }
  const databases = {
    embedded: ["embedded"],
    postgres: ["postgres"],
    both: ["embedded", "postgres"],
  } as const;
  const chosen = databases[values.database as keyof typeof databases];
  if (!chosen) throw new Error("--database takes embedded, postgres or both.");
  const only = PARTS.find((part) => part === values.only);
  if (values.only !== undefined && !only) throw new Error(`--only takes ${PARTS.join(", ")}.`);
  return {
    quick: values.quick,
    only,
    figures: resolve(values.figures),
    write: values.write,
    sizes: sizes.sort((a, b) => a - b),
    databases: [...chosen],
  };
}
