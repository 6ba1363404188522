import { sql } from "kysely";
import type { Actor, Ctx } from "#platform/context.ts";
import type { AuditFilter } from "./forms.ts";

/** One deed as it was told. */
export interface LoggedEvent {
  id: number;
  at: Date;
  name: string;
  actor: { kind: Actor["kind"]; id: string | null; name: string };
  subject: { kind: string; id: string };
  particulars: Record<string, unknown>;
}

/** What matches, newest first. @param before shows only events with a smaller number */
export async function loggedEvents(
  ctx: Ctx,
  filter: AuditFilter,
  page: { before?: number | undefined; limit: number },
): Promise<LoggedEvent[]> {
  let query = ctx.db.selectFrom("events").selectAll().orderBy("id", "desc").limit(page.limit);
  if (page.before) query = query.where("id", "<", page.before);
  if (filter.who === "guest" || filter.who === "system") query = query.where("actor_kind", "=", filter.who);
  else if (filter.who) query = query.where("actor_id", "=", filter.who);
  if (filter.deed) query = query.where("name", "=", filter.deed);
  if (filter.kind) query = query.where("subject_kind", "=", filter.kind);
  if (filter.about) {
    const [kind = "", id = ""] = filter.about.split(":");
    query = query.where("subject_kind", "=", kind).where("subject_id", "=", id);
  }
  const zone = ctx.site.timeZone;
  if (filter.from) {
    query = query.where(sql<boolean>`at >= ${filter.from}::date::timestamp at time zone ${zone}::text`);
  }
  if (filter.to) {
    query = query.where(sql<boolean>`at < (${filter.to}::date + 1)::timestamp at time zone ${zone}::text`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.name,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    subject: { kind: row.subject_kind, id: row.subject_id },
    particulars: row.particulars,
  }));
}

export interface AuditChoices {
  people: { id: string; name: string }[];
  deeds: string[];
  kinds: string[];
}

/** More would not fit a select; the others are reached by the link at their name. */
const MOST_PEOPLE = 300;

/**
 * What the log can be filtered by. Each list jumps through its index from value to value, so that it costs the
 * same however long the log is.
 */
export async function auditChoices(ctx: Ctx): Promise<AuditChoices> {
  const distinct = async (column: "name" | "subject_kind") => {
    const of = sql.ref(column);
    const { rows } = await sql<{ value: string | null }>`
      with recursive found as (
        select min(${of}) as value from events
        union all
        select (select min(${of}) from events where ${of} > found.value) from found where found.value is not null
      ) select value from found where value is not null`.execute(ctx.db);
    return rows.map((row) => row.value as string);
  };
  const people = await sql<{ id: string; name: string }>`
    with recursive found as (
      (select actor_id as id, actor_name as name from events where actor_id is not null
        order by actor_id, events.id desc limit 1)
      union all
      select next.id, next.name from found cross join lateral (
        select actor_id as id, actor_name as name from events where actor_id > found.id
        order by actor_id, events.id desc limit 1) next
    ) select id, name from found limit ${MOST_PEOPLE}`.execute(ctx.db);
  return {
    people: people.rows.sort((a, b) => a.name.localeCompare(b.name, "en")),
    deeds: await distinct("name"),
    kinds: await distinct("subject_kind"),
  };
}
