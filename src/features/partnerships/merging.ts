import { sql } from "kysely";
import { organizationsByIds } from "#features/organizations/public.ts";
import { personById } from "#features/people/public.ts";
import type { Ctx, Listener } from "#platform/context.ts";
import type { NamedBy } from "#platform/exchange.ts";
import type { PartnershipContent } from "./content.ts";
import "./tables.ts";
import { revisePartnership } from "./writing.ts";

type Named = { name: string; id: string | null };

/** What a page names of the one that went, it names of the one that stays: as a new version that says why. */
export const organizationMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  const stays = (await organizationsByIds(ctx, [subject.id])).get(subject.id);
  if (!stays || !gone) return;
  const renamed = <T extends Named | null>(one: T): T =>
    one?.id === gone ? { ...one, id: stays.id, name: stays.name } : one;
  await renameIn(ctx, "organization", gone, "Two entries of one organization became one", (content) => ({
    ...content,
    roles: content.roles.map((role) => ({ ...role, organization: renamed(role.organization) })),
    champions: content.champions.map((one) => ({ ...one, organization: renamed(one.organization) })),
  }));
};

export const personMerged: Listener = async (ctx, { subject, particulars }) => {
  const gone = String(particulars?.goneId ?? "");
  const stays = await personById(ctx, subject.id);
  if (!stays || !gone) return;
  // How a page writes their name is what they agreed to there.
  const moved = <T extends Named | null>(one: T): T => (one?.id === gone ? { ...one, id: stays.id } : one);
  await renameIn(ctx, "person", gone, "Two entries of one person became one", (content) => ({
    ...content,
    roles: content.roles.map((role) => ({ ...role, person: moved(role.person) })),
    champions: content.champions.map((one) => ({ ...one, person: moved(one.person)! })),
    priorities: content.priorities.map((one) => ({ ...one, lead: moved(one.lead) })),
  }));
  await sql`update partnership_claims c set person = ${stays.id} where person = ${gone}
    and (state <> 'waiting' or not exists (select from partnership_claims o
      where o.partnership = c.partnership and o.person = ${stays.id} and o.state = 'waiting'))`.execute(
    ctx.db,
  );
  await sql`update partnership_proposals c set person = ${stays.id} where person = ${gone}
    and (state <> 'waiting' or not exists (select from partnership_proposals o
      where lower(o.name) = lower(c.name) and o.person = ${stays.id} and o.state = 'waiting'))`.execute(
    ctx.db,
  );
  for (const table of ["partnership_versions", "partnership_stages"])
    await sql`update ${sql.table(table)} set by_person = ${stays.id} where by_person = ${gone}`.execute(
      ctx.db,
    );
};

async function renameIn(
  ctx: Ctx,
  who: "organization" | "person",
  gone: string,
  note: string,
  change: (content: PartnershipContent) => PartnershipContent,
): Promise<void> {
  // The rows know most of them; a priority's lead stands in the page alone.
  const { rows } = await sql<{ id: string; content: PartnershipContent; version: number }>`
    select id, content, version from partnerships
    where id in (select partnership from partnership_roles where ${sql.ref(who)} = ${gone}::uuid)
      or content::text like ${`%${gone}%`}
    order by id for update`.execute(ctx.db);
  for (const { id, content, version } of rows)
    await revisePartnership(ctx, id, { content: withoutDoubles(change(content)), version, note });
}

/** Both may have stood in one role, which is one line now. */
function withoutDoubles(content: PartnershipContent): PartnershipContent {
  const seen = new Set<string>();
  const roles = content.roles.filter(({ role, organization, person, from, to, title }) => {
    if (!organization?.id && !person?.id) return true;
    const line = JSON.stringify([role, organization?.id, person?.id ?? person?.name, from, to, title]);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
  return { ...content, roles };
}

function partnershipsNaming(kind: string, who: "organization" | "person"): NamedBy {
  return {
    kind,
    label: "partnerships",
    async count(ctx, ids) {
      const { rows } = await sql<{ id: string; count: number }>`
        select ${sql.ref(who)} as id, count(distinct partnership)::integer as count from partnership_roles
        where ${sql.ref(who)} = any(${ids}::uuid[]) group by 1`.execute(ctx.db);
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
  };
}

export const namedByPartnerships: readonly NamedBy[] = [
  partnershipsNaming("organizations", "organization"),
  partnershipsNaming("people", "person"),
];
