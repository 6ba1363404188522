import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { TeamRole } from "./statuses.ts";
import "./tables.ts";

type Reads = Pick<Ctx, "db">;

export interface Member {
  priority: string;
  contact: string;
  role: TeamRole;
}

/** Who is in the teams of a plan. One query. */
export async function membersOf(ctx: Reads, partnership: string): Promise<Member[]> {
  return ctx.db
    .selectFrom("plan_members as m")
    .innerJoin("plan_priorities as p", "p.id", "m.priority")
    .select(["m.priority", "m.contact", "m.role"])
    .where("p.partnership", "=", partnership)
    .orderBy("m.added_at")
    .orderBy("m.contact")
    .execute();
}

export interface TeamMeeting {
  id: string;
  metOn: string;
  word: string;
  byName: string;
}

/** When a team met, the newest first; at most sixty. */
export async function teamMeetingsOf(ctx: Reads, priority: string): Promise<TeamMeeting[]> {
  return ctx.db
    .selectFrom("plan_team_meetings")
    .select(["id", "met_on as metOn", "word", "by_name as byName"])
    .where("priority", "=", priority)
    .orderBy("met_on", "desc")
    .orderBy("at", "desc")
    .limit(60)
    .execute();
}

/** Of each team the last day it met. One query. */
export async function lastMetOf(ctx: Reads, partnership: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ priority: string; met: string }>`
    select m.priority, max(m.met_on)::text as met from plan_team_meetings m
    join plan_priorities p on p.id = m.priority where p.partnership = ${partnership}::uuid
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ priority, met }) => [priority, met]));
}
