import { cleanLine } from "#base/clean-text.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { type Sector, sectorBySlug } from "#features/sectors/public.ts";
import { type Topic, topicBySlug } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { KINDS, type Kind } from "../kinds.ts";

/** What a reader wants to see: several sectors, topics or kinds mean any of them; all sorts together must hold. */
export interface Filter {
  state: State | undefined;
  sectors: Sector[];
  topics: Topic[];
  kinds: Kind[];
  /** Words as typed, cleaned. */
  q: string;
  /** What was asked for and is not known here; nothing matches it. */
  unknown: { name: FilterName; value: string }[];
}

export type FilterName = "state" | "sector" | "topic" | "kind";

export const NO_FILTER: Filter = { state: undefined, sectors: [], topics: [], kinds: [], q: "", unknown: [] };

/** Words longer than this are no question. The search itself looks at no more. */
const LONGEST_WORDS = 200;
/** More values of one sort than this nobody ticks. */
const MOST_VALUES = 12;
const LONGEST_VALUE = 60;
const LAST_PAGE = 1_000_000;

/** Reads a query of an address. Whatever stands in it, a filter comes out. */
export async function readFilter(ctx: Ctx, query: URLSearchParams): Promise<Filter> {
  const filter: Filter = { ...NO_FILTER, sectors: [], topics: [], kinds: [], unknown: [] };
  filter.q = Array.from(cleanLine(query.get("q") ?? ""))
    .slice(0, LONGEST_WORDS)
    .join("")
    .trim();
  // Only the last state counts: the field takes one.
  for (const value of valuesOf(query, "state").slice(-1)) {
    const state = stateByCode(value);
    if (state) filter.state = state;
    else filter.unknown.push({ name: "state", value });
  }
  for (const value of valuesOf(query, "sector")) {
    const sector = await sectorBySlug(ctx, value);
    if (sector) filter.sectors.push(sector);
    else filter.unknown.push({ name: "sector", value });
  }
  for (const value of valuesOf(query, "topic")) {
    const topic = await topicBySlug(ctx, value);
    if (topic) filter.topics.push(topic);
    else filter.unknown.push({ name: "topic", value });
  }
  for (const value of valuesOf(query, "kind")) {
    const kind = KINDS.find((one) => one === value);
    if (kind) filter.kinds.push(kind);
    else filter.unknown.push({ name: "kind", value });
  }
  return filter;
}

function valuesOf(query: URLSearchParams, name: FilterName): string[] {
  const values = query
    .getAll(name)
    .map((value) => Array.from(cleanLine(value).toLowerCase()).slice(0, LONGEST_VALUE).join("").trim())
    .filter((value) => value !== "");
  const distinct = [...new Set(values)];
  return name === "state" ? distinct : distinct.sort().slice(0, MOST_VALUES);
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
export function queryOf(filter: Filter, page = 1): string {
  const unknown = (name: FilterName) =>
    filter.unknown.filter((one) => one.name === name).map(({ value }) => value);
  const query = new URLSearchParams();
  const add = (name: FilterName, values: string[]) => {
    for (const value of [...values, ...unknown(name)].sort()) query.append(name, value);
  };
  add("state", filter.state ? [filter.state.code] : []);
  add(
    "sector",
    filter.sectors.map(({ slug }) => slug),
  );
  add(
    "topic",
    filter.topics.map(({ slug }) => slug),
  );
  add("kind", filter.kinds);
  if (filter.q) query.set("q", filter.q);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

/** How many sorts of filter are set. */
export function filtersSet(filter: Filter): number {
  const sorts = new Set<string>(filter.unknown.map(({ name }) => name));
  if (filter.state) sorts.add("state");
  if (filter.sectors.length > 0) sorts.add("sector");
  if (filter.topics.length > 0) sorts.add("topic");
  if (filter.kinds.length > 0) sorts.add("kind");
  if (filter.q) sorts.add("q");
  return sorts.size;
}

/** Whether something is asked for of which nothing is known, so that no happening can match. */
export function matchesNothing(filter: Filter): boolean {
  const known = {
    state: filter.state ? 1 : 0,
    sector: filter.sectors.length,
    topic: filter.topics.length,
    kind: filter.kinds.length,
  };
  return filter.unknown.some(({ name }) => known[name] === 0);
}
