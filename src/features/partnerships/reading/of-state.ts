import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Stage } from "../stages.ts";
import "../tables.ts";

/** A partnership as its state's lead looks at it: how far it is, and what its page lacks. */
export interface LedPartnership {
  id: string;
  slug: string;
  name: string;
  stage: Stage;
  /** As much of a date as is known. */
  stageSince: string | null;
  /** Whether letters from its page reach those who look after it. */
  contactable: boolean;
  confirmedAt: Date | null;
  changedAt: Date;
  /** Organizations that convene it today. */
  conveners: number;
  /** Champions of today, whether or not they agreed to be named. */
  champions: number;
  counties: number;
  wholeState: boolean;
}

/** One page of a state's partnerships, those longest without a change or a word first, and how many there are. */
export async function partnershipsForLead(
  ctx: Ctx,
  state: string,
  page: { offset: number; limit: number },
): Promise<{ items: LedPartnership[]; total: number }> {
  const { rows } = await sql<LedPartnership & { total: number }>`
    select p.id, p.slug, p.name, p.stage, p.stage_since as "stageSince", p.contactable,
      p.confirmed_at as "confirmedAt", p.changed_at as "changedAt",
      jsonb_array_length(jsonb_path_query_array(p.content,
        '$.roles[*] ? (@.role == "convener" || @.role == "co-convener") ? (@.to == null)')) as conveners,
      jsonb_array_length(jsonb_path_query_array(p.content, '$.champions[*] ? (@.until == null)')) as champions,
      jsonb_array_length(coalesce(p.content -> 'counties', '[]')) as counties,
      p.content ->> 'countiesKnown' = 'whole-state' as "wholeState",
      count(*) over ()::integer as total
    from partnership_states s join partnerships p on p.id = s.partnership and p.hidden_at is null
    where s.state_code = ${state}
    order by p.stage in ('paused', 'closed'), greatest(p.changed_at, p.confirmed_at), lower(p.name), p.id
    offset ${page.offset} limit ${page.limit}`.execute(ctx.db);
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** An academy that a partnership's page names as a milestone. */
export interface AcademyMilestone {
  title: string;
  /** As much of its date as is known. */
  on: string | null;
  note: string;
  source: string;
  partnership: { name: string; slug: string };
}

const MOST_ACADEMIES = 40;

/** The academies that a state's partnerships went to, the newest first. One query. */
export async function academiesOfState(ctx: Ctx, state: string): Promise<AcademyMilestone[]> {
  const { rows } = await sql<Omit<AcademyMilestone, "partnership"> & { name: string; slug: string }>`
    select p.name, p.slug, m ->> 'title' as title, m ->> 'on' as "on", coalesce(m ->> 'note', '') as note,
      coalesce(m ->> 'source', '') as source
    from partnership_states s join partnerships p on p.id = s.partnership and p.hidden_at is null
    cross join lateral jsonb_array_elements(p.content -> 'milestones') m
    where s.state_code = ${state} and m ->> 'kind' = 'academy'
    order by m ->> 'on' desc nulls last, lower(p.name), p.id limit ${MOST_ACADEMIES}`.execute(ctx.db);
  return rows.map(({ name, slug, ...academy }) => ({ ...academy, partnership: { name, slug } }));
}
