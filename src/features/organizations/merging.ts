import { sql } from "kysely";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Mergeable, MergeSide } from "#platform/exchange.ts";
import { updateOrganizations } from "./actions.ts";
import { organizationKey } from "./key.ts";
import { ORGANIZATION_KIND_WORDS } from "./kinds.ts";
import { findOrganizations, type Organization, organizationsByIds } from "./queries.ts";
import { whereWords } from "./views/list-page.tsx";

export const mergeableOrganizations: Mergeable = {
  kind: "organizations",
  title: "Organizations",
  async alike(ctx, limit) {
    const { rows } = await sql<{ a: string; b: string; why: string }>`
      with standing as (
        select o.id, coalesce(o.state_code, '') as state, left(k.key, 6) as beginning, k.key, regexp_replace(lower(o.url), '^https?://(www[.])?|/.*$', '', 'g') as host
        from organizations o join organization_keys k on k.organization = o.id where o.merged_into is null
      ), pairs as (
        select a.id as a, b.id as b, 3 as score, 'They have the same name.' as why
        from standing a join standing b on a.key = b.key and a.id < b.id
        union all
        select a.id, b.id, 2, 'They have the same website.'
        from standing a join standing b on a.host = b.host and a.host <> '' and a.id < b.id
        union all
        select a.id, b.id, similarity(a.key, b.key), 'Their names are much alike.'
        from standing a join standing b on a.beginning = b.beginning
          and a.state = b.state and a.id < b.id and a.key <> b.key
          and length(a.key) between length(b.key) * 0.6 and length(b.key) * 1.7
        where similarity(a.key, b.key) >= 0.6
      )
      select a, b, (array_agg(why order by score desc))[1] as why from pairs
      group by a, b order by max(score) desc, a, b limit ${limit}`.execute(ctx.db);
    const found = await organizationsByIds(
      ctx,
      rows.flatMap(({ a, b }) => [a, b]),
    );
    return rows.map(({ a, b, why }) => ({ a: sideOf(found.get(a)!), b: sideOf(found.get(b)!), why }));
  },
  async find(ctx, text, limit) {
    return (await findOrganizations(ctx, text, limit)).map(sideOf);
  },
  async side(ctx, id) {
    return sideOf(await standing(ctx, id));
  },
  merge,
};

async function standing(ctx: Ctx, id: string): Promise<Organization> {
  const one = (await organizationsByIds(ctx, [id])).get(id);
  if (!one || one.id !== id) throw new NotFound();
  return one;
}

function sideOf(one: Organization): MergeSide {
  const facts = [
    { label: "Other names", value: one.alsoKnownAs.join("; ") },
    { label: "Kind", value: ORGANIZATION_KIND_WORDS[one.kind].one },
    { label: "Where", value: whereWords(one) },
    { label: "Website", value: one.url ?? "" },
    { label: "Source", value: one.source },
    { label: "Address", value: `/organizations/${one.slug}` },
  ];
  return { id: one.id, name: one.name, facts: facts.filter(({ value }) => value !== "") };
}

/**
 * What the one that goes has and the other lacks stays with the other: its names, its place, its website. Its address
 * leads there from now on. Rooms that name organizations hear of it and move their own rows in this transaction.
 */
async function merge(ctx: Ctx, stays: string, gone: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await sql`select id from organizations where id in (${stays}::uuid, ${gone}::uuid) order by id for update`.execute(
      ctx.db,
    );
    const keeps = await standing(ctx, stays);
    const leaves = await standing(ctx, gone);
    if (stays === gone) throw new NotFound();
    const { id, version, slug: _, changedAt: __, ...facts } = keeps;
    const names = [...keeps.alsoKnownAs, leaves.name, ...leaves.alsoKnownAs];
    await updateOrganizations(ctx, [
      {
        id,
        version,
        facts: {
          ...facts,
          alsoKnownAs: distinct(names).filter((name) => name !== keeps.name),
          kind: keeps.kind === "other" ? leaves.kind : keeps.kind,
          stateCode: keeps.stateCode ?? leaves.stateCode,
          place: keeps.place || leaves.place,
          url: keeps.url ?? leaves.url,
          source: keeps.source || leaves.source,
        },
      },
    ]);
    await ctx.db
      .updateTable("organizations")
      .set({ merged_into: stays, changed_at: ctx.now })
      .where((is) => is.or([is("id", "=", gone), is("merged_into", "=", gone)]))
      .execute();
    await ctx.db.deleteFrom("organization_keys").where("organization", "=", gone).execute();
    await tell(ctx, {
      name: "organization.merged",
      subject: { kind: "organization", id: stays },
      particulars: { name: keeps.name, gone: leaves.name, goneId: gone },
    });
  });
}

/** Names that differ in more than points and accents, the first of each. */
function distinct(names: string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(organizationKey(name))) byKey.set(organizationKey(name), name);
  return [...byKey.values()];
}
