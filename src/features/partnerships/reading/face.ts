import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../content.ts";
import type { Stage } from "../stages.ts";
import { publicFace } from "./public-face.ts";
import "../tables.ts";

/** A partnership with everything that readers may see of it. */
export interface PartnershipFace {
  id: string;
  slug: string;
  stage: Stage;
  /** As much of a date as is known. */
  since: string | null;
  /** Where it stood before and why it moved, the oldest first; who wrote it down is not told. */
  stages: { stage: Stage; since: string | null; word: string }[];
  content: PartnershipContent;
  claimed: boolean;
  /** Those who look after it take letters from its page. */
  contactable: boolean;
  confirmedAt: Date | null;
  createdAt: Date;
  changedAt: Date;
}

/** Undefined for a hidden one as for none. One query. */
export async function faceOf(ctx: Ctx, slug: string): Promise<PartnershipFace | undefined> {
  const { rows } = await sql<Omit<PartnershipFace, "content"> & { content: unknown }>`
    select p.id, p.slug, p.stage, p.stage_since as since, p.content, p.claimed_at is not null as claimed,
      p.contactable, p.confirmed_at as "confirmedAt", p.created_at as "createdAt", p.changed_at as "changedAt",
      (select coalesce(json_agg(json_build_object('stage', s.stage, 'since', s.since, 'word', s.word)
          order by s.at, s.id), '[]')
        from partnership_stages s where s.partnership = p.id) as stages
    from partnerships p where p.slug = ${slug} and p.hidden_at is null`.execute(ctx.db);
  const [row] = rows;
  return row && { ...row, content: publicFace(row.content) };
}
