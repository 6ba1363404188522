import type { Ctx } from "#platform/context.ts";
import { PartnershipContent } from "../content.ts";
import type { Stage } from "../stages.ts";
import type { PartnershipsTable } from "../tables.ts";
import "../tables.ts";
import type { Selectable } from "kysely";

/** A partnership's page as those who look after it have it, hidden ones too. */
export interface Tended {
  id: string;
  slug: string;
  content: PartnershipContent;
  stage: Stage;
  stageSince: string | null;
  claimedAt: Date | null;
  contactable: boolean;
  confirmedAt: Date | null;
  remindedAt: Date | null;
  hiddenAt: Date | null;
  /** Why an editor took it off the site. */
  hiddenWord: string;
  version: number;
  changedAt: Date;
}

export function tendedFrom(row: Selectable<PartnershipsTable>): Tended {
  return {
    id: row.id,
    slug: row.slug,
    content: PartnershipContent.parse(row.content),
    stage: row.stage,
    stageSince: row.stage_since,
    claimedAt: row.claimed_at,
    contactable: row.contactable,
    confirmedAt: row.confirmed_at,
    remindedAt: row.reminded_at,
    hiddenAt: row.hidden_at,
    hiddenWord: row.hidden_word,
    version: row.version,
    changedAt: row.changed_at,
  };
}

export async function tendedBySlug(ctx: Pick<Ctx, "db">, slug: string): Promise<Tended | undefined> {
  const row = await ctx.db.selectFrom("partnerships").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row && tendedFrom(row);
}

export async function tendedById(ctx: Pick<Ctx, "db">, id: string): Promise<Tended | undefined> {
  const row = await ctx.db.selectFrom("partnerships").selectAll().where("id", "=", id).executeTakeFirst();
  return row && tendedFrom(row);
}

/** By id, in one query; what is not there is left out. */
export async function tendedByIds(
  ctx: Pick<Ctx, "db">,
  ids: readonly string[],
): Promise<Map<string, Tended>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.selectFrom("partnerships").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, tendedFrom(row)]));
}

/** The content as it was saved under a number; undefined where there is no such version. */
export async function contentAt(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  number: number,
): Promise<PartnershipContent | undefined> {
  const row = await ctx.db
    .selectFrom("partnership_versions")
    .select("content")
    .where("partnership", "=", partnership)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && PartnershipContent.parse(row.content);
}
