import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { MergeSide } from "#platform/exchange.ts";
import "../grants/tables.ts";
import "../profiles/tables.ts";
import type { Audience } from "../profiles/tables.ts";
import { personFrom } from "../queries.ts";
import type { PeopleTable } from "../tables.ts";

const LISTED: Record<Audience, string> = {
  public: "Yes, listed for everyone",
  members: "Yes, listed for members",
  nobody: "Yes, listed for nobody",
};

/** People as an administrator tells them apart. What a profile says in parts that are hidden is not among it. */
export async function sidesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, MergeSide>> {
  const { rows } = await sql<PeopleTable & { listed_for: Audience | null; pages: number }>`
    select people.*, p.listed_for,
      (select count(*)::integer from grants g where g.person = people.id and g.ended_at is null) as pages
    from people left join profiles p on p.person = people.id
    where people.id = any(${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, sideOf(ctx, row)]));
}

function sideOf(ctx: Ctx, row: PeopleTable & { listed_for: Audience | null; pages: number }): MergeSide {
  const day = (at: Date) =>
    at.toLocaleDateString("en-US", { dateStyle: "long", timeZone: ctx.site.timeZone });
  return {
    id: row.id,
    name: personFrom(row).name,
    facts: [
      { label: "E-mail address", value: row.email ?? "None known" },
      {
        label: "Role",
        value: { member: "Member", editor: "Editor", administrator: "Administrator" }[row.role],
      },
      { label: "Profile", value: row.listed_for ? LISTED[row.listed_for] : "None" },
      { label: "Roles for partnerships and states", value: String(row.pages) },
      { label: "Known since", value: day(row.created_at) },
      { label: "Last seen", value: row.last_seen_at ? day(row.last_seen_at) : "Never signed in" },
    ],
  };
}
