import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Stage } from "../../stages.ts";
import type { ProposalState } from "../../tables.ts";
import "../../tables.ts";

export interface Proposal {
  id: string;
  person: { id: string; name: string; email: string };
  name: string;
  state: string;
  region: string;
  summary: string;
  stage: Stage;
  role: string;
  message: string;
  standing: ProposalState;
  reason: string;
  /** The page that came of it. */
  slug: string | null;
  madeAt: Date;
  inHand: { personId: string; name: string } | null;
}

// The person's own name and address, as they themselves sent them along.
function proposalQuery(ctx: Pick<Ctx, "db">) {
  return ctx.db
    .selectFrom("partnership_proposals as r")
    .innerJoin("people as who", "who.id", "r.person")
    .leftJoin("people as holder", "holder.id", "r.in_hand")
    .leftJoin("partnerships as p", "p.id", "r.partnership")
    .selectAll("r")
    .select([
      "who.name as person_name",
      "who.email as person_email",
      "holder.name as holder_name",
      "p.slug as slug",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof proposalQuery>["executeTakeFirstOrThrow"]>>;

function proposalFrom(row: Row): Proposal {
  return {
    id: row.id,
    person: {
      id: row.person,
      name: row.person_name || (row.person_email?.split("@")[0] ?? "Somebody"),
      email: row.person_email ?? "",
    },
    name: row.name,
    state: row.state_code,
    region: row.region,
    summary: row.summary,
    stage: row.stage,
    role: row.role,
    message: row.message,
    standing: row.state,
    reason: row.reason,
    slug: row.slug,
    madeAt: row.made_at,
    inHand: row.in_hand ? { personId: row.in_hand, name: row.holder_name || "an editor" } : null,
  };
}

export async function proposalById(ctx: Pick<Ctx, "db">, id: string): Promise<Proposal | undefined> {
  const row = await proposalQuery(ctx).where("r.id", "=", id).executeTakeFirst();
  return row && proposalFrom(row);
}

/** What one person has proposed, the newest first. */
export async function proposalsOf(ctx: Pick<Ctx, "db">, person: string): Promise<Proposal[]> {
  const rows = await proposalQuery(ctx)
    .where("r.person", "=", person)
    .orderBy("r.made_at", "desc")
    .limit(50)
    .execute();
  return rows.map(proposalFrom);
}

/** Those that wait for the editors, the longest first. */
export async function waitingProposals(
  ctx: Pick<Ctx, "db">,
  filter: { limit: number; inHandOf?: string; untaken?: boolean },
): Promise<Proposal[]> {
  let query = proposalQuery(ctx).where("r.state", "=", "waiting");
  if (filter.inHandOf) query = query.where("r.in_hand", "=", filter.inHandOf);
  if (filter.untaken) query = query.where("r.in_hand", "is", null);
  const rows = await query.orderBy("r.made_at").limit(filter.limit).execute();
  return rows.map(proposalFrom);
}

/** @param person whose hand is counted */
/** How many there are in each view of the desk, as a query to be asked with others. */
export function countsOfProposals(ctx: Pick<Ctx, "db">, person: string | null) {
  return ctx.db
    .selectFrom("partnership_proposals")
    .select([
      sql<number>`count(*)`.as("all"),
      sql<number>`count(*) filter (where in_hand is null)`.as("new"),
      sql<number>`count(*) filter (where in_hand = ${person})`.as("mine"),
    ])
    .where("state", "=", "waiting");
}

/** A page that has this name in this state already, also under a former name. */
export async function pageNamed(
  ctx: Pick<Ctx, "db">,
  name: string,
  state: string,
): Promise<{ slug: string; name: string; isHidden: boolean } | undefined> {
  const { rows } = await sql<{ slug: string; name: string; isHidden: boolean }>`
    select p.slug, p.name, p.hidden_at is not null as "isHidden" from partnerships p
    join partnership_names n on n.partnership = p.id
    join partnership_states s on s.partnership = p.id and s.state_code = ${state}
    where lower(n.name) = lower(${name}) order by p.hidden_at nulls first, p.created_at limit 1`.execute(
    ctx.db,
  );
  return rows[0];
}
