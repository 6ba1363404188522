import type { Cell } from "./cells.ts";

/** What was added up for one row (an industry, a named sector, a total) in one place, in both periods. */
export interface CellSum {
  /** Industry code or sector slug; `all` and `private` are the totals of all industries. */
  key: string;
  first: PeriodSum;
  last: PeriodSum;
  /** In how many areas something is withheld in either period. */
  withheld: number;
}

export interface PeriodSum {
  establishments: number;
  /** Of what is visible, and wages of the same cells. */
  jobs: number;
  wages: number;
  /** Jobs lie between; a null `high`: nobody can say. */
  low: number;
  high: number | null;
  /** In how many areas something is withheld. */
  withheld: number;
}

/** Where nothing of a key was found there are no establishments: a zero that is published. */
export const NOTHING: PeriodSum = { establishments: 0, jobs: 0, wages: 0, low: 0, high: 0, withheld: 0 };

/** Which rows a cell counts in; none where it is not asked for. */
export type KeysOf = (cell: Cell) => readonly string[];

/** Adds the cells of both periods up by the keys of their rows. */
export function sumCells(
  cells: readonly [readonly Cell[], readonly Cell[]],
  keysOf: readonly [KeysOf, KeysOf],
): Map<string, CellSum> {
  const [first, last] = cells.map((some, at) => sumsOf(some, keysOf[at]!)) as [
    Map<string, Sum>,
    Map<string, Sum>,
  ];
  const keys = new Set([...first.keys(), ...last.keys()]);
  return new Map(
    [...keys].map((key) => {
      const [one, other] = [first.get(key), last.get(key)];
      const withheld = new Set([...(one?.hiding ?? []), ...(other?.hiding ?? [])]).size;
      return [key, { key, first: told(one), last: told(other), withheld }];
    }),
  );
}

interface Sum {
  establishments: number;
  jobs: number;
  wages: number;
  low: number;
  /** Of what is visible. */
  high: number;
  /** Areas in which something is withheld. */
  hiding: Set<string>;
  /** What is hidden at most in each family of siblings; null where nobody can say. */
  hidden: Map<string, number | null>;
}

function sumsOf(cells: readonly Cell[], keysOf: KeysOf): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const cell of cells) {
    for (const key of keysOf(cell)) {
      const sum = sums.get(key) ?? emptySum();
      sums.set(key, sum);
      add(sum, cell);
    }
  }
  return sums;
}

function emptySum(): Sum {
  return { establishments: 0, jobs: 0, wages: 0, low: 0, high: 0, hiding: new Set(), hidden: new Map() };
}

function add(sum: Sum, { area, ownership, parent, establishments, jobs, wages, low, high }: Cell): void {
  sum.establishments += establishments;
  sum.jobs += jobs ?? 0;
  sum.wages += wages ?? 0;
  sum.low += low;
  // A figure of the nation may be worked out although states withhold parts of it: it has a number between its bounds.
  if (jobs !== null) {
    sum.high += high ?? 0;
    return;
  }
  sum.hiding.add(area);
  // Each of withheld siblings has all that is hidden among them as its `high`: together they hide it once. Rows of
  // states and of the nation may be added up from counties, and then have bounds of their own, which are added.
  const family = area.endsWith("000") ? `${area} ${sum.hidden.size}` : `${area} ${ownership} ${parent}`;
  const before = sum.hidden.get(family);
  sum.hidden.set(family, before === null || high === null ? null : Math.max(before ?? 0, high));
}

function told(sum: Sum | undefined): PeriodSum {
  if (!sum) return NOTHING;
  const { establishments, jobs, wages, low, hiding } = sum;
  const hidden = [...sum.hidden.values()];
  const high = hidden.includes(null) ? null : hidden.reduce<number>((all, one) => all + (one ?? 0), sum.high);
  return { establishments, jobs, wages, low, high, withheld: hiding.size };
}
