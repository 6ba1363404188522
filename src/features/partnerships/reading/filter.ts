import { cleanLine } from "#base/clean-text.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { type Sector, sectorBySlug } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { STAGES, type Stage } from "../stages.ts";
import { THEME_SLUGS, type Theme } from "../themes.ts";

export const SETTINGS = ["rural", "metro", "both"] as const;
export type Setting = (typeof SETTINGS)[number];

/** Which partnerships a reader wants to see: several of one sort mean any of them; all sorts together must hold. */
export interface PartnershipFilter {
  state: State | undefined;
  sectors: Sector[];
  stages: Stage[];
  themes: Theme[];
  /** Who asks for rural or metro wants those that are both as well. */
  setting: Setting | undefined;
  /** Words as typed, cleaned. */
  q: string;
  /** What was asked for and is not known here; nothing matches it. */
  unknown: { name: FilterName; value: string }[];
}

export type FilterName = "state" | "sector" | "stage" | "theme" | "setting";

export const NO_FILTER: PartnershipFilter = {
  state: undefined,
  sectors: [],
  stages: [],
  themes: [],
  setting: undefined,
  q: "",
  unknown: [],
};

/** Words longer than this are no question. The search itself looks at no more. */
const LONGEST_WORDS = 200;
/** More values of one sort than this nobody ticks. */
const MOST_VALUES = 14;
const LONGEST_VALUE = 60;
const LAST_PAGE = 1_000_000;

/** Reads a query of an address. Whatever stands in it, a filter comes out. */
export async function readFilter(ctx: Ctx, query: URLSearchParams): Promise<PartnershipFilter> {
  const filter: PartnershipFilter = {
    ...NO_FILTER,
    sectors: [],
    stages: [],
    themes: [],
    q: cut(cleanLine(query.get("q") ?? ""), LONGEST_WORDS),
    unknown: [],
  };
  const take = <T>(name: FilterName, value: string, found: T | undefined, put: (found: T) => void) =>
    found === undefined ? filter.unknown.push({ name, value }) : put(found);
  for (const value of valuesOf(query, "state"))
    take("state", value, stateByCode(value), (state) => {
      filter.state = state;
    });
  for (const value of valuesOf(query, "sector"))
    take("sector", value, await sectorBySlug(ctx, value), (sector) => filter.sectors.push(sector));
  for (const value of valuesOf(query, "stage"))
    take("stage", value, oneOf(STAGES, value), (stage) => filter.stages.push(stage));
  for (const value of valuesOf(query, "theme"))
    take("theme", value, oneOf(THEME_SLUGS, value), (theme) => filter.themes.push(theme));
  for (const value of valuesOf(query, "setting"))
    take("setting", value, oneOf(SETTINGS, value), (setting) => {
      filter.setting = setting;
    });
  return filter;
}

function oneOf<T extends string>(known: readonly T[], value: string): T | undefined {
  return known.find((one) => one === value);
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join("").trim();
}

function valuesOf(query: URLSearchParams, name: FilterName): string[] {
  const values = query
    .getAll(name)
    .map((value) => cut(cleanLine(value).toLowerCase(), LONGEST_VALUE))
    .filter((value) => value !== "");
  const distinct = [...new Set(values)];
  // Only the last one counts where the field takes one.
  return name === "state" || name === "setting" ? distinct.slice(-1) : distinct.sort().slice(0, MOST_VALUES);
}

/** The page that an address asks for, from 1; what is no number counts as none. */
export function readPage(query: URLSearchParams): number {
  const page = query.get("page") ?? "";
  return /^[1-9]\d{0,6}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1;
}

/**
 * The one way to write a filter as a query, with its `?`, or nothing: sorts in a fixed order, values by name. So the
 * same view always has the same address.
 */
export function queryOf(filter: PartnershipFilter, page = 1): string {
  const query = new URLSearchParams();
  const add = (name: FilterName, values: readonly string[]) => {
    const unknown = filter.unknown.filter((one) => one.name === name).map(({ value }) => value);
    for (const value of [...values, ...unknown].sort()) query.append(name, value);
  };
  add("state", filter.state ? [filter.state.code] : []);
  add(
    "sector",
    filter.sectors.map(({ slug }) => slug),
  );
  add("stage", filter.stages);
  add("theme", filter.themes);
  add("setting", filter.setting ? [filter.setting] : []);
  if (filter.q) query.set("q", filter.q);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

/** How many sorts of filter are set. */
export function filtersSet(filter: PartnershipFilter): number {
  const sorts = new Set<string>(filter.unknown.map(({ name }) => name));
  for (const name of ["state", "sector", "stage", "theme", "setting"] as const)
    if (knownValues(filter, name) > 0) sorts.add(name);
  if (filter.q) sorts.add("q");
  return sorts.size;
}

/** Whether something is asked for of which nothing is known, so that no partnership can match. */
export function matchesNothing(filter: PartnershipFilter): boolean {
  return filter.unknown.some(({ name }) => knownValues(filter, name) === 0);
}

function knownValues(filter: PartnershipFilter, name: FilterName): number {
  const known: Record<FilterName, number> = {
    state: filter.state ? 1 : 0,
    sector: filter.sectors.length,
    stage: filter.stages.length,
    theme: filter.themes.length,
    setting: filter.setting ? 1 : 0,
  };
  return known[name];
}
