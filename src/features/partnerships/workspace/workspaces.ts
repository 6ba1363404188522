import { sql } from "kysely";
import { zoneOfState } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import "../tables.ts";

/** What a team's work needs to know of its partnership, whether its page is public or not. */
export interface Workspace {
  /** The partnership's id. */
  id: string;
  slug: string;
  name: string;
  region: string;
  /** Lower-case postal codes, the main one first. */
  states: string[];
  /** Ids, the main one first. */
  sectors: string[];
  /** IANA name; its main state's, unless the team says otherwise. */
  timeZone: string;
  /** Where answers to its mails go; null until the team says. */
  repliesTo: { name: string; email: string } | null;
  /** Of its settings; 0 until something was said. */
  version: number;
}

export async function workspaceBySlug(ctx: Ctx, slug: string): Promise<Workspace | undefined> {
  return (await workspaces(ctx, sql`p.slug = ${slug}`))[0];
}

export async function workspaceById(ctx: Ctx, id: string): Promise<Workspace | undefined> {
  return (await workspaces(ctx, sql`p.id = ${id}::uuid`))[0];
}

/** Several at once, in no order; an id that is none of them is left out. */
export async function workspacesByIds(ctx: Ctx, ids: readonly string[]): Promise<Workspace[]> {
  return workspaces(ctx, sql`p.id = any(${ids}::uuid[])`);
}

async function workspaces(ctx: Ctx, which: ReturnType<typeof sql>): Promise<Workspace[]> {
  const { rows } = await sql<
    Omit<Workspace, "repliesTo" | "timeZone"> & {
      timeZone: string | null;
      replyName: string | null;
      replyEmail: string | null;
    }
  >`
    select p.id, p.slug, p.name, p.region, w.time_zone as "timeZone", w.reply_name as "replyName",
      w.reply_email as "replyEmail", coalesce(w.version, 0) as version,
      array(select s.state_code from partnership_states s where s.partnership = p.id order by s.position) as states,
      array(select s.sector::text from partnership_sectors s where s.partnership = p.id order by s.position) as sectors
    from partnerships p left join workspaces w on w.partnership = p.id where ${which}`.execute(ctx.db);
  return rows.map(({ timeZone, replyName, replyEmail, ...row }) => ({
    ...row,
    timeZone: timeZone ?? zoneOfState(row.states[0] ?? "") ?? ctx.site.timeZone,
    repliesTo: replyEmail === null ? null : { name: replyName ?? "", email: replyEmail },
  }));
}
