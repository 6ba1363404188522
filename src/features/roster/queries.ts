import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { CompanySize, Consent, Side, Standing } from "./standings.ts";
import "./tables.ts";

/** A company or body as one partnership's team knows it. */
export interface Company {
  id: string;
  partnership: string;
  /** Its id in the network's directory, where it is the same. */
  organization: string | null;
  name: string;
  side: Side;
  place: string;
  size: CompanySize | null;
  note: string;
  version: number;
}

/** Somebody on a partnership's roster. */
export interface Contact {
  id: string;
  partnership: string;
  company: { id: string; name: string } | null;
  /** Their account. */
  person: string | null;
  /** Empty where only the address is known; `nameOrAddress` says what to call them. */
  name: string;
  greeting: string;
  title: string;
  /** Lower case. */
  email: string | null;
  phone: string;
  side: Side;
  standing: Standing;
  isChampion: boolean;
  assistant: { name: string; email: string } | null;
  segments: string[];
  consent: Consent;
  consentSource: string;
  consentAt: Date | null;
  caresAbout: string;
  note: string;
  version: number;
  changedAt: Date;
}

export interface ContactFilter {
  side?: Side | undefined;
  standing?: Standing | undefined;
  champions?: boolean | undefined;
  segment?: string | undefined;
  company?: string | undefined;
  /** Part of a name, a company or an address. */
  q?: string | undefined;
}

function contactsWith(ctx: Pick<Ctx, "db">) {
  return ctx.db
    .selectFrom("roster_contacts as c")
    .leftJoin("roster_companies as o", "o.id", "c.company")
    .selectAll("c")
    .select("o.name as company_name");
}

type Row = Awaited<ReturnType<ReturnType<typeof contactsWith>["execute"]>>[number];

function contactFrom(row: Row): Contact {
  return {
    id: row.id,
    partnership: row.partnership,
    company: row.company && row.company_name ? { id: row.company, name: row.company_name } : null,
    person: row.person,
    name: row.name,
    greeting: row.greeting,
    title: row.title,
    email: row.email,
    phone: row.phone,
    side: row.side,
    standing: row.standing,
    isChampion: row.is_champion,
    assistant: row.assistant_email ? { name: row.assistant_name, email: row.assistant_email } : null,
    segments: row.segments,
    consent: row.consent,
    consentSource: row.consent_source,
    consentAt: row.consent_at,
    caresAbout: row.cares_about,
    note: row.note,
    version: row.version,
    changedAt: row.changed_at,
  };
}

/** Where contacts of lists stand: by name, those without one last, by their address. */
const byName = sql`c.name = '', lower(c.name), c.email, c.id`;

/** One page of a partnership's people, by name, and whether there are more. One query. */
export async function contactsOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  filter: ContactFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Contact[]; more: boolean }> {
  let query = contactsWith(ctx).where("c.partnership", "=", partnership);
  if (filter.side) query = query.where("c.side", "=", filter.side);
  if (filter.standing) query = query.where("c.standing", "=", filter.standing);
  if (filter.champions) query = query.where("c.is_champion", "=", true);
  if (filter.segment) query = query.where(sql<boolean>`${filter.segment} = any(c.segments)`);
  if (filter.company) query = query.where("c.company", "=", filter.company);
  if (filter.q) {
    const part = `%${filter.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<boolean>`lower(c.name) like ${part} or c.email like ${part} or lower(o.name) like ${part}`,
    );
  }
  const rows = await query
    .orderBy(byName)
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit).map(contactFrom), more: rows.length > limit };
}

/** Of one partnership, by id and in order of name; those that are not its own are left out. One query. */
export async function contactsByIds(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  ids: readonly string[],
): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await contactsWith(ctx)
    .where("c.partnership", "=", partnership)
    .where("c.id", "in", ids)
    .orderBy(byName)
    .execute();
  return rows.map(contactFrom);
}

export async function contactById(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  id: string,
): Promise<Contact | undefined> {
  return (await contactsByIds(ctx, partnership, [id]))[0];
}

/** @param email lower case */
export async function contactByEmail(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  email: string,
): Promise<Contact | undefined> {
  const row = await contactsWith(ctx)
    .where("c.partnership", "=", partnership)
    .where("c.email", "=", email)
    .executeTakeFirst();
  return row && contactFrom(row);
}

/** Its champions by name: few, so all of them. */
export async function championsOf(ctx: Pick<Ctx, "db">, partnership: string): Promise<Contact[]> {
  return (await contactsOf(ctx, partnership, { champions: true }, { offset: 0, limit: 60 })).items;
}

/** Companies by name; at most `limit`. One query. */
export async function companiesOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  { side, limit = 500 }: { side?: Side; limit?: number } = {},
): Promise<Company[]> {
  let query = ctx.db
    .selectFrom("roster_companies")
    .select(["id", "partnership", "organization", "name", "side", "place", "size", "note", "version"])
    .where("partnership", "=", partnership);
  if (side) query = query.where("side", "=", side);
  return query.orderBy(sql`lower(name)`).orderBy("id").limit(limit).execute();
}

export async function companyById(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  id: string,
): Promise<Company | undefined> {
  return ctx.db
    .selectFrom("roster_companies")
    .select(["id", "partnership", "organization", "name", "side", "place", "size", "note", "version"])
    .where("partnership", "=", partnership)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** How many stand where, by side; what is not there is none. One query. */
export async function standingCounts(
  ctx: Pick<Ctx, "db">,
  partnership: string,
): Promise<{ side: Side; standing: Standing; people: number; champions: number }[]> {
  return ctx.db
    .selectFrom("roster_contacts")
    .select([
      "side",
      "standing",
      sql<number>`count(*)::int`.as("people"),
      sql<number>`(count(*) filter (where is_champion))::int`.as("champions"),
    ])
    .where("partnership", "=", partnership)
    .groupBy(["side", "standing"])
    .execute();
}

/** A step of somebody's way, as it was said. */
export interface Move {
  at: Date;
  standing: Standing;
  word: string;
  byName: string;
}

/** Who knows them, by name, and how they came this far, the newest first. Two queries. */
export async function wayOf(
  ctx: Pick<Ctx, "db">,
  contact: string,
): Promise<{ knownBy: { id: string; name: string; email: string | null }[]; moves: Move[] }> {
  const knownBy = await ctx.db
    .selectFrom("roster_ties as t")
    .innerJoin("roster_contacts as k", "k.id", "t.known_by")
    .select(["k.id", "k.name", "k.email"])
    .where("t.contact", "=", contact)
    .orderBy(sql`lower(k.name)`)
    .execute();
  const moves = await ctx.db
    .selectFrom("roster_moves")
    .select(["at", "standing", "word", "by_name as byName"])
    .where("contact", "=", contact)
    .orderBy("at", "desc")
    .limit(30)
    .execute();
  return { knownBy, moves };
}

/** Companies with how many of their people are on the roster; one page of them by name. One query. */
export async function companiesPage(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: (Company & { people: number; champions: number })[]; more: boolean }> {
  const { rows } = await sql<Company & { people: number; champions: number }>`
    select o.id, o.partnership, o.organization, o.name, o.side, o.place, o.size, o.note, o.version,
      count(c.id)::int as people, (count(c.id) filter (where c.is_champion))::int as champions
    from roster_companies o left join roster_contacts c on c.company = o.id
    where o.partnership = ${partnership} group by o.id order by lower(o.name), o.id
    offset ${offset} limit ${limit + 1}`.execute(ctx.db);
  return { items: rows.slice(0, limit), more: rows.length > limit };
}

/** Every segment in use, by name; at most a hundred. One query. */
export async function segmentsOf(ctx: Pick<Ctx, "db">, partnership: string): Promise<string[]> {
  const { rows } = await sql<{ segment: string }>`
    select distinct segment from roster_contacts, unnest(segments) as segment
    where partnership = ${partnership} order by segment limit 100`.execute(ctx.db);
  return rows.map(({ segment }) => segment);
}
