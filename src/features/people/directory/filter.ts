import { cleanLine } from "#base/clean-text.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { type Sector, sectorBySlug } from "#features/sectors/public.ts";
import { type Topic, topicBySlug } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { FIELD_ROLES, type FieldRole, isPhase, type Phase } from "../profiles/roles.ts";

/** Whom somebody looks for; all of it must hold. */
export interface PeopleFilter {
  state: State | undefined;
  sector: Sector | undefined;
  topic: Topic | undefined;
  phase: Phase | undefined;
  role: FieldRole | undefined;
  /** Words as typed, cleaned. */
  q: string;
  /** What was asked for and is not known here; nobody matches it. */
  unknown: { name: FilterName; value: string }[];
}

const NAMES = ["state", "sector", "topic", "phase", "role"] as const;
export type FilterName = (typeof NAMES)[number];

const LONGEST_WORDS = 200;
const LONGEST_VALUE = 60;

/** Reads a query of an address. Whatever stands in it, a filter comes out; of several values the last counts. */
export async function readPeopleFilter(ctx: Ctx, query: URLSearchParams): Promise<PeopleFilter> {
  const asked = (name: FilterName) => cut(query.getAll(name).at(-1) ?? "", LONGEST_VALUE).toLowerCase();
  const phase = asked("phase");
  const role = asked("role");
  const filter: PeopleFilter = {
    state: asked("state") ? stateByCode(asked("state")) : undefined,
    sector: asked("sector") ? await sectorBySlug(ctx, asked("sector")) : undefined,
    topic: asked("topic") ? await topicBySlug(ctx, asked("topic")) : undefined,
    phase: isPhase(phase) ? phase : undefined,
    role: role in FIELD_ROLES ? (role as FieldRole) : undefined,
    q: cut(query.get("q") ?? "", LONGEST_WORDS),
    unknown: [],
  };
  for (const name of NAMES)
    if (asked(name) && filter[name] === undefined) filter.unknown.push({ name, value: asked(name) });
  return filter;
}

function cut(text: string, most: number): string {
  return Array.from(cleanLine(text)).slice(0, most).join("").trim();
}

/** The one way to write a filter as a query, with its `?`, or nothing. */
export function peopleQuery(filter: PeopleFilter, after?: string): string {
  const query = new URLSearchParams();
  const values: Record<FilterName, string | undefined> = {
    state: filter.state?.code,
    sector: filter.sector?.slug,
    topic: filter.topic?.slug,
    phase: filter.phase,
    role: filter.role,
  };
  for (const name of NAMES) {
    const value = values[name] ?? filter.unknown.find((one) => one.name === name)?.value;
    if (value) query.set(name, value);
  }
  if (filter.q) query.set("q", filter.q);
  if (after) query.set("after", after);
  return query.size > 0 ? `?${query}` : "";
}

export function filtersInUse(filter: PeopleFilter): number {
  return NAMES.filter((name) => filter[name]).length + filter.unknown.length + (filter.q ? 1 : 0);
}
