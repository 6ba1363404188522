import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { organizationKey } from "./key.ts";
import { type Organization, type OrganizationRow, organizationFrom } from "./queries.ts";

export interface NamedOrganization {
  name: string;
  /** Postal code, lower case; without it, a name that only one organization has is enough. */
  stateCode?: string | null | undefined;
}

/**
 * Who is meant by each name, whatever its accents, points and "Inc.": in the same state first, then one whose state
 * nobody has told, and where no state is asked for the only one of that name. Undefined where nobody is meant, or
 * several could be. One query for all.
 */
export async function organizationsNamed(
  ctx: Pick<Ctx, "db">,
  asked: readonly NamedOrganization[],
): Promise<(Organization | undefined)[]> {
  const keys = [...new Set(asked.map(({ name }) => organizationKey(name)))];
  if (keys.length === 0) return [];
  const { rows } = await sql<OrganizationRow & { key: string }>`
    select k.key, o.* from organization_keys k join organizations o on o.id = k.organization
    where k.key = any(${keys}::text[]) and o.merged_into is null
    order by o.created_at, o.id`.execute(ctx.db);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return asked.map(({ name, stateCode }) => {
    const row = meant(byKey.get(organizationKey(name)) ?? [], stateCode ?? null);
    return row && organizationFrom(row);
  });
}

function meant<Row extends OrganizationRow>(rows: Row[], stateCode: string | null): Row | undefined {
  const there = rows.filter((row) => row.state_code === stateCode);
  if (there.length > 0) return there[0];
  if (stateCode) return rows.find((row) => row.state_code === null);
  return rows.length === 1 ? rows[0] : undefined;
}
