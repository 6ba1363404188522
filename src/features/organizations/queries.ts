import { sql } from "kysely";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { readOnce } from "#platform/read-once.ts";
import type { OrganizationKind } from "./kinds.ts";
import "./tables.ts";

export interface Organization {
  id: string;
  /** Given once and kept: `/organizations/SLUG`. */
  slug: string;
  name: string;
  alsoKnownAs: string[];
  kind: OrganizationKind;
  /** Postal code, lower case; null where it is not known, or it works in all states. */
  stateCode: string | null;
  /** Town or address in words. */
  place: string;
  url: string | null;
  /** Where the facts come from. */
  source: string;
  version: number;
  changedAt: Date;
}

export interface OrganizationRow {
  id: string;
  slug: string;
  name: string;
  also_known_as: string[];
  kind: OrganizationKind;
  state_code: string | null;
  place: string;
  url: string | null;
  source: string;
  version: number;
  changed_at: Date;
}

/** All of a row but the words it is found by, which are longer than the rest of it and nobody reads. */
export const ORGANIZATION_COLUMNS = sql.join(
  [
    ...["id", "slug", "name", "also_known_as", "kind", "state_code"],
    ...["place", "url", "source", "version", "changed_at"],
  ].map((column) => sql.ref(`organizations.${column}`)),
);

export function organizationFrom(row: OrganizationRow): Organization {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    alsoKnownAs: row.also_known_as,
    kind: row.kind,
    stateCode: row.state_code,
    place: row.place,
    url: row.url,
    source: row.source,
    version: row.version,
    changedAt: row.changed_at,
  };
}

/** By the ids that were asked for; one that was merged since is answered by the one that stayed. One query. */
export async function organizationsByIds(
  ctx: Pick<Ctx, "db">,
  ids: readonly string[],
): Promise<Map<string, Organization>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrganizationRow & { asked: string }>`
    select given.id as asked, ${ORGANIZATION_COLUMNS} from organizations given
    join organizations on organizations.id = coalesce(given.merged_into, given.id)
    where given.id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.asked, organizationFrom(row)]));
}

/** Addresses of their pages by the ids that were asked for. One query for those that nobody asked for since a change. */
export async function organizationPaths(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const known = await readOnce(ctx, "addresses of organizations", [...new Set(ids)], async (missing) => {
    const found = await organizationsByIds(ctx, missing);
    return [...found].map(([id, { slug }]) => ({ id, path: `/organizations/${slug}` }));
  });
  return new Map(known.map(({ id, path }) => [id, path]));
}

export async function organizationById(ctx: Pick<Ctx, "db">, id: string): Promise<Organization | undefined> {
  return (await organizationsByIds(ctx, [id])).get(id);
}

/** At its address, or at one that it had before it became part of another: then its slug is not the one asked for. */
export async function organizationBySlug(
  ctx: Pick<Ctx, "db">,
  slug: string,
): Promise<Organization | undefined> {
  const { rows } = await sql<OrganizationRow>`
    select ${ORGANIZATION_COLUMNS} from organizations given
    join organizations on organizations.id = coalesce(given.merged_into, given.id)
    where given.slug = ${slug}`.execute(ctx.db);
  return rows[0] && organizationFrom(rows[0]);
}

/** By slug; those from before a merge are not among them. One query. */
export async function organizationsBySlugs(
  ctx: Pick<Ctx, "db">,
  slugs: readonly string[],
): Promise<Map<string, Organization>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<OrganizationRow>`
    select ${ORGANIZATION_COLUMNS} from organizations
    where merged_into is null and slug = any(${[...new Set(slugs)]}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.slug, organizationFrom(row)]));
}

/** For what somebody is typing, the beginning of each word being enough; names that begin with it come first. */
export async function findOrganizations(
  ctx: Pick<Ctx, "db">,
  text: string,
  limit: number,
): Promise<Organization[]> {
  const words = wordsOf(text.slice(0, 200)).slice(0, 8);
  if (words.length === 0) return [];
  const asked = words.map((word) => `'${word.replaceAll("'", "")}':*`).join(" & ");
  const { rows } = await sql<OrganizationRow>`
    select ${ORGANIZATION_COLUMNS} from organizations
    where merged_into is null and words @@ to_tsquery('simple', ${asked})
    order by not starts_with(lower(search_text(name)), ${words.join(" ")}), length(name), lower(name), id
    limit ${limit}`.execute(ctx.db);
  return rows.map(organizationFrom);
}
