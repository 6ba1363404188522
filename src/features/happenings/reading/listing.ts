import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { readOnce } from "#platform/read-once.ts";
import { askOf } from "#platform/words/ask.ts";
import type { ArtefactKind, DatePrecision, Kind } from "../kinds.ts";
import { type ListKey, listKey, listsOf, type Narrowing, newestOf } from "../lists.ts";
import { MOST_MATCHES, newestMatches } from "../matching.ts";
import { type Filter, matchesNothing } from "./filter.ts";

/** A happening as a card shows it. */
export interface ListedHappening {
  id: string;
  kind: Kind;
  title: string;
  summary: string;
  /** Postal code, lower case. */
  state: string;
  place: string;
  partnership: string;
  /** Ids, in no order. */
  sectors: string[];
  year: number;
  slug: string;
  at: Date;
  precision: DatePrecision;
  featured: boolean;
  artefacts: ListedArtefact[];
}

export interface ListedArtefact {
  kind: ArtefactKind;
  title: string;
  url: string | null;
  media: { id: string; name: string } | null;
}

export interface Listing {
  items: ListedHappening[];
  /** How many the whole list holds; undefined where only counting all of them would tell. */
  total: number | undefined;
  /** Whether older ones follow. */
  more: boolean;
  /** Mistyped words of the question and what was looked for instead. */
  corrected: { from: string; to: string }[];
}

/** Cards to a page. */
export const PAGE_SIZE = 15;

/** Lists with several values of one sort are put together from several, so their pages end somewhere. */
const MOST_JOINED = 1_000;

const NOTHING: Listing = { items: [], total: 0, more: false, corrected: [] };

/**
 * One page of what a filter finds, newest first. Without words one query, and one for cards that were not read since
 * the last change; their time depends on the page's size and number, not on how many happenings there are.
 */
export async function listHappenings(
  ctx: Ctx,
  filter: Filter,
  page: { offset: number; limit: number },
): Promise<Listing> {
  if (matchesNothing(filter)) return NOTHING;
  if (filter.q) return withWords(ctx, filter, page);
  const lists = listsOf(narrowingOf(filter));
  if (lists.length > 1 && page.offset >= MOST_JOINED) return NOTHING;
  const entries = newestOf(lists, { offset: page.offset, limit: page.limit + 1 });
  const found = await idsOf(ctx, entries, lists.length === 1 || onlyKindsDiffer(filter) ? lists : undefined);
  const items = await cardsOf(ctx, found.ids.slice(0, page.limit));
  const more = found.ids.length > page.limit;
  return { items, more, total: more || page.offset > 0 ? found.total : items.length, corrected: [] };
}

async function withWords(
  ctx: Ctx,
  filter: Filter,
  page: { offset: number; limit: number },
): Promise<Listing> {
  const question = await askOf(ctx, filter.q);
  if (!question.tsquery) return { ...NOTHING, corrected: question.corrected };
  const ids = await newestMatches(ctx, question.tsquery, narrowingOf(filter));
  const wanted = ids.slice(page.offset, page.offset + page.limit);
  const items = await happeningsByIds(ctx, wanted);
  return {
    items,
    total: ids.length < MOST_MATCHES ? ids.length : undefined,
    more: ids.length > page.offset + page.limit,
    corrected: question.corrected,
  };
}

/** Published happenings as cards, in the order of their ids; an id that is none of them is left out. */
export function happeningsByIds(ctx: Ctx, ids: readonly string[]): Promise<ListedHappening[]> {
  return cardsOf(ctx, ids);
}

/** What a partnership shared, by its page's slug, newest first. */
export async function happeningsOfPartnership(
  ctx: Ctx,
  slug: string,
  page: { offset?: number; limit: number },
): Promise<{ items: ListedHappening[]; more: boolean }> {
  const entries = sql`select id as happening, listed_at from happenings
    where partnership_slug = ${slug} and listed_at is not null
    order by listed_at desc, id desc offset ${page.offset ?? 0} limit ${page.limit + 1}`;
  const { ids } = await idsOf(ctx, entries, undefined);
  return { items: await cardsOf(ctx, ids.slice(0, page.limit)), more: ids.length > page.limit };
}

function narrowingOf(filter: Filter): Narrowing {
  return {
    states: filter.state ? [filter.state.code] : [],
    sectors: filter.sectors.map(({ id }) => id),
    topics: filter.topics.map(({ id }) => id),
    kinds: filter.kinds,
  };
}

/** A happening has one kind, so lists that differ by it alone share none and their lengths add up. */
function onlyKindsDiffer({ sectors, topics }: Filter): boolean {
  return sectors.length < 2 && topics.length < 2;
}

interface CardRow extends Omit<ListedHappening, "artefacts"> {
  artefacts: {
    kind: ArtefactKind;
    title: string;
    url: string | null;
    media: string | null;
    name: string | null;
  }[];
}

/** Which happenings the entries are, newest first, and how many the counted lists hold together. One query. */
async function idsOf(
  ctx: Ctx,
  entries: RawBuilder<unknown>,
  counted: ListKey[] | undefined,
): Promise<{ ids: string[]; total: number | undefined }> {
  const total = counted
    ? sql`(select sum(entries)::integer from list_lengths where list in (${sql.join(counted.map(listKey))}))`
    : sql`null::integer`;
  const { rows } = await sql<{ id: string; total: number | null }>`
    select entry.happening as id, ${total} as total from (${entries}) as entry
    order by entry.listed_at desc, entry.happening desc`.execute(ctx.db);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? undefined };
}

/** In the order of the ids. One query for all that nobody asked for since something changed. */
function cardsOf(ctx: Ctx, ids: readonly string[]): Promise<ListedHappening[]> {
  return readOnce(ctx, "cards of happenings", ids, async (missing) => {
    const { rows } = await sql<CardRow>`
      select h.id, h.kind, h.title, h.summary, h.state_code as state, h.place, h.partnership, h.year, h.slug,
        h.published_at as at, h.date_precision as precision, h.featured_at is not null as featured,
        array(select s.sector::text from happening_sectors s where s.happening = h.id) as sectors,
        (select coalesce(json_agg(json_build_object('kind', a.kind, 'title', a.title, 'url', a.url,
            'media', m.id, 'name', m.name) order by a.position), '[]')
          from artefacts a left join media m on m.id = a.media where a.happening = h.id) as artefacts
      from happenings h where h.id = any(${missing}::uuid[]) and h.listed_at is not null`.execute(ctx.db);
    return rows.map(cardFrom);
  });
}

function cardFrom({ artefacts, ...row }: CardRow): ListedHappening {
  return {
    ...row,
    artefacts: artefacts.map(({ media, name, ...artefact }) => ({
      ...artefact,
      media: media && name ? { id: media, name } : null,
    })),
  };
}

/** How many happenings each state has, whether as the main one or one of several; of one sector, where it is given. */
export async function happeningsByState(
  ctx: Ctx,
  codes: readonly string[],
  sector?: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; entries: number }>`
    select code, l.entries from unnest(${codes}::text[]) as code
    join list_lengths l on l.list = list_of(code, ${sector ?? null}::uuid, null, null)
    where l.entries > 0`.execute(ctx.db);
  return new Map(rows.map(({ code, entries }) => [code, entries]));
}

/** How many happenings each sector has, by the sector's id; of one state, where it is given. */
export async function happeningsBySector(
  ctx: Ctx,
  ids: readonly string[],
  state?: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; entries: number }>`
    select id, l.entries from unnest(${ids}::uuid[]) as id
    join list_lengths l on l.list = list_of(${state ?? null}::text, id, null, null)
    where l.entries > 0`.execute(ctx.db);
  return new Map(rows.map(({ id, entries }) => [id, entries]));
}
