import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { KnownRow } from "./columns.ts";
import "../tables.ts";

const COLUMNS = sql`p.id, p.slug, p.version, p.stage, p.stage_since as "stageSince", p.content`;

/** Everything there is, by name, some at a time; pages that are hidden too. */
export async function* allKnown(ctx: Ctx, atOnce = 200): AsyncGenerator<KnownRow[]> {
  for (let after: { name: string; id: string } | undefined; ; ) {
    const from = after ? sql`where (lower(p.name), p.id) > (lower(${after.name}), ${after.id}::uuid)` : sql``;
    const { rows } = await sql<KnownRow & { name: string }>`
      select ${COLUMNS}, p.name from partnerships p ${from} order by lower(p.name), p.id limit ${atOnce}`.execute(
      ctx.db,
    );
    if (rows.length > 0) yield rows;
    after = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}

export interface AskedRow {
  slug: string;
  name: string;
  /** Postal codes, lower case. */
  states: readonly string[];
}

/** Whom each row means: by slug, or by any of its names in one of its states. One query for all. */
export async function knownTo(ctx: Ctx, asked: readonly AskedRow[]): Promise<(KnownRow | undefined)[]> {
  const slugs = asked.flatMap(({ slug }) => slug || []);
  const names = asked.flatMap(({ slug, name }) => (slug ? [] : [name.toLowerCase()]));
  const { rows } = await sql<KnownRow & { names: string[]; states: string[] }>`
    select ${COLUMNS},
      array(select lower(n.name) from partnership_names n where n.partnership = p.id) as names,
      array(select s.state_code from partnership_states s where s.partnership = p.id) as states
    from partnerships p
    where p.slug = any(${slugs}::text[])
      or p.id in (select n.partnership from partnership_names n where lower(n.name) = any(${names}::text[]))
    order by p.created_at, p.id`.execute(ctx.db);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const byName = Map.groupBy(
    rows.flatMap((row) => row.names.map((name) => ({ name, row }))),
    ({ name }) => name,
  );
  return asked.map(({ slug, name, states }) => {
    if (slug) return bySlug.get(slug);
    return byName
      .get(name.toLowerCase())
      ?.find(({ row }) => row.states.some((state) => states.includes(state)))?.row;
  });
}
