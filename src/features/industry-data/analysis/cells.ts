import type { Ctx } from "#platform/context.ts";
import type { FigureStore } from "#platform/figures/store.ts";

export type Geography = "county" | "state" | "nation";

/** One industry of one area, ownership and period, as README.md describes the columns of a file. */
export interface Cell {
  area: string;
  digits: number;
  industry: string;
  parent: string | null;
  ownership: number;
  establishments: number;
  jobs: number | null;
  wages: number | null;
  withheld: boolean;
  low: number;
  high: number | null;
}

const COLUMNS =
  "area, digits::integer as digits, industry, parent, ownership::integer as ownership, establishments::double as establishments, jobs::double as jobs, wages::double as wages, withheld, low::double as low, high::double as high";

/** What is wanted of one period's file. */
export interface CellsWanted {
  path: string;
  geography: Geography;
  digits: readonly number[];
  areas: readonly string[];
}

/** About 100 bytes each. A region of 15 counties at 4 digits has some 15,000 in two periods. */
const MOST_KEPT = 400_000;

/** Cells of areas that were asked for, by file, digits and area: files never change, so they stay right. */
class Shelf {
  readonly #kept = new Map<string, Promise<readonly Cell[]>>();
  #cells = 0;

  get(key: string): Promise<readonly Cell[]> | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    // What was just wanted goes to the end, and the beginning is given up first.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  put(key: string, coming: Promise<readonly Cell[]>): void {
    this.#kept.set(key, coming);
    coming.then(
      (cells) => this.#add(cells.length),
      // What could not be read is asked for again.
      () => this.#kept.delete(key),
    );
  }

  async #add(cells: number): Promise<void> {
    this.#cells += cells;
    for (const [key, coming] of this.#kept) {
      if (this.#cells <= MOST_KEPT) return;
      this.#kept.delete(key);
      this.#cells -= (await coming).length;
    }
  }
}

const shelves = new WeakMap<FigureStore, Shelf>();

function shelfOf(figures: FigureStore): Shelf {
  const known = shelves.get(figures);
  if (known) return known;
  const shelf = new Shelf();
  shelves.set(figures, shelf);
  return shelf;
}

/**
 * Every cell of some areas. A team looks at its region again and again, so an area is read once and kept: what is
 * missing on the shelf is fetched by one statement for each number of digits.
 */
export async function cellsOf({ figures }: Pick<Ctx, "figures">, wanted: CellsWanted): Promise<Cell[]> {
  const shelf = shelfOf(figures);
  const all = wanted.digits.map(async (digits) => {
    const keyOf = (area: string) => `${wanted.path} ${digits} ${area}`;
    const missing = wanted.areas.filter((area) => !shelf.get(keyOf(area)));
    if (missing.length > 0) {
      const coming = fetchAreas(figures, wanted, digits, missing);
      for (const area of missing)
        shelf.put(
          keyOf(area),
          coming.then((found) => found.get(area) ?? []),
        );
    }
    return Promise.all(wanted.areas.map((area) => shelf.get(keyOf(area)) ?? []));
  });
  return (await Promise.all(all)).flat(2);
}

async function fetchAreas(
  figures: FigureStore,
  { path, geography }: CellsWanted,
  digits: number,
  areas: readonly string[],
): Promise<Map<string, Cell[]>> {
  // Plain comparisons joined by "and" let the engine skip what it need not read.
  const rows = await figures.rows<Cell>(
    `select ${COLUMNS} from read_parquet({file})
      where geography = '${geography}' and digits = ${digits} and area in (${areas.map(quoted).join(", ")})`,
    { paths: { file: path } },
  );
  return Map.groupBy(rows, ({ area }) => area);
}

/** Some industries of every county, of one state or of all: too much to keep, and asked for seldom. */
export async function cellsEverywhere(
  { figures }: Pick<Ctx, "figures">,
  wanted: { path: string; industries: readonly string[]; digits: readonly number[]; state?: string },
): Promise<Cell[]> {
  const { path, industries, digits, state } = wanted;
  const within = state ? `and area >= ${quoted(`${state}000`)} and area <= ${quoted(`${state}999`)}` : "";
  const select = (more: string) =>
    figures.rows<Cell>(
      `select ${COLUMNS} from read_parquet({file}) where geography = 'county' ${within} ${more}`,
      {
        paths: { file: path },
      },
    );
  const totals = select("and digits = 0 and ownership in (0, 5)");
  if (industries.length === 0) return totals;
  const rows = select(
    `and digits in (${digits.join(", ")}) and industry in (${industries.map(quoted).join(", ")})`,
  );
  return (await Promise.all([totals, rows])).flat();
}

/** Codes were checked against what exists; text in quotes is still only let in where it looks like one. */
function quoted(code: string): string {
  if (!/^[\dA-Z-]{2,6}$/.test(code)) throw new TypeError(`${code} is neither an area nor an industry.`);
  return `'${code}'`;
}
