import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../content.ts";
import type { Stage } from "../stages.ts";
import { publicFace } from "./public-face.ts";
import "../tables.ts";

/** What other rooms need to know of a partnership: what it is called and who may do what there. */
export interface KnownPartnership {
  id: string;
  slug: string;
  name: string;
  region: string;
  /** Lower-case postal codes, the main one first. */
  states: string[];
  /** Ids, the main one first. */
  sectors: string[];
  stage: Stage;
  /** As much of a date as is known. */
  stageSince: string | null;
  claimedAt: Date | null;
  contactable: boolean;
  /** When those who look after it last said that all of it is true. */
  confirmedAt: Date | null;
  changedAt: Date;
}

/** A public partnership; a hidden one is not found. */
export async function partnershipById(ctx: Ctx, id: string): Promise<KnownPartnership | undefined> {
  return (await known(ctx, sql`p.id = ${id}::uuid`))[0];
}

export async function partnershipBySlug(ctx: Ctx, slug: string): Promise<KnownPartnership | undefined> {
  return (await known(ctx, sql`p.slug = ${slug}`))[0];
}

async function known(ctx: Ctx, which: ReturnType<typeof sql>): Promise<KnownPartnership[]> {
  const { rows } = await sql<KnownPartnership>`
    select p.id, p.slug, p.name, p.region, p.stage, p.stage_since as "stageSince", p.claimed_at as "claimedAt",
      p.contactable, p.confirmed_at as "confirmedAt", p.changed_at as "changedAt",
      array(select s.state_code from partnership_states s where s.partnership = p.id order by s.position) as states,
      array(select s.sector::text from partnership_sectors s where s.partnership = p.id order by s.position) as sectors
    from partnerships p where p.hidden_at is null and ${which}`.execute(ctx.db);
  return rows;
}

/** Names and addresses by id; hidden ones and what is none are left out. One query. */
export async function partnershipNames(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, { name: string; slug: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; slug: string }>`
    select id, name, slug from partnerships where hidden_at is null and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }]));
}

/** One part that a person or an organization has in a partnership, as its page shows it to readers. */
export interface PublicPart {
  /** Of whom: the id that was asked for. */
  of: string;
  slug: string;
  name: string;
  stage: Stage;
  states: string[];
  /** One of `ROLES_IN_PARTNERSHIP`, or `champion`. */
  role: string;
  /** What they are called in it: "Chief nursing officer". */
  title: string;
  from: string | null;
  to: string | null;
}

/** More partnerships than this nobody serves; a list that is longer ends here. */
const MOST_PARTS = 200;

/** Where readers see these people at work, by partnership; parts without consent or not shown are not among them. */
export function partnershipsOfPeople(ctx: Ctx, ids: readonly string[]): Promise<PublicPart[]> {
  return partsOf(ctx, "person", ids);
}

/** Where readers see these organizations at work, by partnership. */
export function partnershipsOfOrganizations(ctx: Ctx, ids: readonly string[]): Promise<PublicPart[]> {
  return partsOf(ctx, "organization", ids);
}

async function partsOf(
  ctx: Ctx,
  who: "person" | "organization",
  ids: readonly string[],
): Promise<PublicPart[]> {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const { rows } = await sql<{ slug: string; name: string; stage: Stage; content: PartnershipContent }>`
    select p.slug, p.name, p.stage, p.content from partnerships p
    where p.hidden_at is null
      and p.id in (select r.partnership from partnership_roles r where r.${sql.ref(who)} = any(${ids}::uuid[]))
    order by lower(p.name), p.id limit ${MOST_PARTS}`.execute(ctx.db);
  return rows.flatMap(({ slug, name, stage, content }) => {
    const face = publicFace(content);
    const parts = [
      ...face.champions.map(({ since, until, ...one }) => ({
        ...one,
        role: "champion",
        from: since,
        to: until,
      })),
      ...face.roles,
    ];
    return parts.flatMap((part) => {
      const of = part[who]?.id;
      if (!of || !wanted.has(of)) return [];
      const { role, title, from, to } = part;
      return [{ of, slug, name, stage, states: face.states, role, title, from, to }];
    });
  });
}
