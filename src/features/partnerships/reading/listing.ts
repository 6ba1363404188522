import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { readOnce } from "#platform/read-once.ts";
import type { PartnershipContent } from "../content.ts";
import type { Stage } from "../stages.ts";
import type { Theme } from "../themes.ts";
import { filtersSet, NO_FILTER, type PartnershipFilter, type Setting } from "./filter.ts";
import { narrowingOf } from "./narrowing.ts";
import "../tables.ts";

/** A partnership as a card shows it: nothing in it names a person. */
export interface ListedPartnership {
  id: string;
  slug: string;
  name: string;
  /** The source gives place and industry only, and we put the two together. */
  nameIsOurs: boolean;
  summary: string;
  region: string;
  /** Lower-case postal codes, the main one first. */
  states: string[];
  /** FIPS text of five digits. */
  counties: string[];
  countiesKnown: PartnershipContent["countiesKnown"];
  setting: Setting | null;
  /** Ids, the main one first. */
  sectors: string[];
  stage: Stage;
  /** As much of a date as is known: `2018`, `2018-03` or `2018-03-14`. */
  since: string | null;
  themes: Theme[];
  /** Names of the organizations that convene it today. */
  conveners: string[];
  website: string | null;
  createdAt: Date;
  changedAt: Date;
  /** When those who look after it last said that all of it is true. */
  confirmedAt: Date | null;
}

export interface PartnershipListing {
  items: ListedPartnership[];
  /** How many the whole list holds; 0 for a page beyond its end. */
  total: number;
  more: boolean;
  /** Mistyped words of the question and what was looked for instead. */
  corrected: { from: string; to: string }[];
}

/** Cards to a page. */
export const PAGE_SIZE = 20;

const NOTHING: PartnershipListing = { items: [], total: 0, more: false, corrected: [] };

const BY_NAME = sql`lower(p.name), p.id`;
const NEWEST_CHANGE = sql`p.changed_at desc, p.id`;

/**
 * One page of what a filter finds, by name. One query and one for cards that were not read since the last change; one
 * more where it asks for words.
 */
export async function listPartnerships(
  ctx: Ctx,
  filter: PartnershipFilter,
  page: { offset: number; limit: number },
): Promise<PartnershipListing> {
  const narrowing = await narrowingOf(ctx, filter);
  if (!narrowing) return NOTHING;
  // All of them are counted once until something changes; what a filter finds is counted as it is found.
  const all = filtersSet(filter) === 0;
  const found = await idsOf(ctx, narrowing.where, BY_NAME, page, { counted: !all });
  const total = found.ids.length === 0 ? 0 : all ? await countAll(ctx) : found.total;
  return {
    items: await cardsOf(ctx, found.ids),
    total,
    more: total > page.offset + found.ids.length,
    corrected: narrowing.corrected,
  };
}

function countAll(ctx: Ctx): Promise<number> {
  return ctx.keep("how many partnerships", async () => {
    const { rows } = await sql<{ total: number }>`
      select count(*)::integer as total from partnerships where hidden_at is null`.execute(ctx.db);
    return rows[0]!.total;
  });
}

/** What a filter finds, what changed last first. */
export async function latestPartnerships(
  ctx: Ctx,
  filter: PartnershipFilter,
  limit: number,
): Promise<ListedPartnership[]> {
  const narrowing = await narrowingOf(ctx, filter);
  if (!narrowing) return [];
  const { ids } = await idsOf(ctx, narrowing.where, NEWEST_CHANGE, { offset: 0, limit });
  return cardsOf(ctx, ids);
}

/** Public partnerships as cards, in the order of their ids; an id that is none of them is left out. */
export function partnershipsByIds(ctx: Ctx, ids: readonly string[]): Promise<ListedPartnership[]> {
  return cardsOf(ctx, ids);
}

/** A state's partnerships, wherever in it and beyond it they lie, by name, with how many there are in all. */
export function partnershipsOfState(
  ctx: Ctx,
  state: NonNullable<PartnershipFilter["state"]>,
  limit: number,
): Promise<PartnershipListing> {
  return listPartnerships(ctx, { ...NO_FILTER, state }, { offset: 0, limit });
}

/** One page of ids along an index; where it is `counted`, `total` is all that the condition finds. One query. */
async function idsOf(
  ctx: Ctx,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  { offset, limit }: { offset: number; limit: number },
  { counted } = { counted: false },
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select p.id, ${counted ? sql`count(*) over ()` : sql`0`}::integer as total from partnerships p
    where ${where} order by ${order} offset ${offset} limit ${limit}`.execute(ctx.db);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

interface CardRow extends Omit<ListedPartnership, "conveners"> {
  conveners: { organization: { name: string } | null; to: string | null }[];
}

/** In the order of the ids. One query for all that nobody asked for since something changed. */
function cardsOf(ctx: Ctx, ids: readonly string[]): Promise<ListedPartnership[]> {
  return readOnce(ctx, "cards of partnerships", ids, async (missing) => {
    const { rows } = await sql<CardRow>`
      select p.id, p.slug, p.name, (p.content ->> 'nameIsOurs')::boolean as "nameIsOurs", p.summary, p.region,
        p.content ->> 'countiesKnown' as "countiesKnown", p.setting, p.stage, p.stage_since as since,
        p.content ->> 'website' as website, p.created_at as "createdAt", p.changed_at as "changedAt",
        p.confirmed_at as "confirmedAt",
        array(select s.state_code from partnership_states s where s.partnership = p.id order by s.position) as states,
        array(select c.county from partnership_counties c where c.partnership = p.id order by c.county) as counties,
        array(select s.sector::text from partnership_sectors s where s.partnership = p.id order by s.position) as sectors,
        array(select t.theme from partnership_themes t where t.partnership = p.id order by t.theme) as themes,
        jsonb_path_query_array(p.content,
          '$.roles[*] ? (@.role == "convener" || @.role == "co-convener") ? (@.shown == true)') as conveners
      from partnerships p where p.hidden_at is null and p.id = any(${missing}::uuid[])`.execute(ctx.db);
    return rows.map(cardFrom);
  });
}

function cardFrom({ conveners, ...row }: CardRow): ListedPartnership {
  const present = conveners.filter(({ to }) => to === null);
  return {
    ...row,
    conveners: [...new Set(present.flatMap(({ organization }) => organization?.name ?? []))],
  };
}
