import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { ClaimState } from "../../tables.ts";
import "../../tables.ts";

export interface Claim {
  id: string;
  partnership: { id: string; slug: string; name: string; isClaimed: boolean };
  person: { id: string; name: string; email: string };
  role: string;
  message: string;
  state: ClaimState;
  reason: string;
  madeAt: Date;
  decidedAt: Date | null;
  inHand: { personId: string; name: string } | null;
}

// The person's own name and address, as they themselves sent them along with the claim.
function claimQuery(ctx: Pick<Ctx, "db">) {
  return ctx.db
    .selectFrom("partnership_claims as c")
    .innerJoin("partnerships as p", "p.id", "c.partnership")
    .innerJoin("people as who", "who.id", "c.person")
    .leftJoin("people as holder", "holder.id", "c.in_hand")
    .selectAll("c")
    .select([
      "p.slug",
      "p.name as partnership_name",
      "p.claimed_at",
      "who.name as person_name",
      "who.email as person_email",
      "holder.name as holder_name",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof claimQuery>["executeTakeFirstOrThrow"]>>;

function claimFrom(row: Row): Claim {
  return {
    id: row.id,
    partnership: {
      id: row.partnership,
      slug: row.slug,
      name: row.partnership_name,
      isClaimed: row.claimed_at !== null,
    },
    person: {
      id: row.person,
      name: row.person_name || (row.person_email?.split("@")[0] ?? "Somebody"),
      email: row.person_email ?? "",
    },
    role: row.role,
    message: row.message,
    state: row.state,
    reason: row.reason,
    madeAt: row.made_at,
    decidedAt: row.decided_at,
    inHand: row.in_hand ? { personId: row.in_hand, name: row.holder_name || "an editor" } : null,
  };
}

export async function claimById(ctx: Pick<Ctx, "db">, id: string): Promise<Claim | undefined> {
  const row = await claimQuery(ctx).where("c.id", "=", id).executeTakeFirst();
  return row && claimFrom(row);
}

/** What one person has asked for, the newest first. */
export async function claimsOf(ctx: Pick<Ctx, "db">, person: string): Promise<Claim[]> {
  const rows = await claimQuery(ctx)
    .where("c.person", "=", person)
    .orderBy("c.made_at", "desc")
    .limit(50)
    .execute();
  return rows.map(claimFrom);
}

/** A person's newest claim on one page. */
export async function lastClaim(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  person: string,
): Promise<Claim | undefined> {
  const row = await claimQuery(ctx)
    .where("c.partnership", "=", partnership)
    .where("c.person", "=", person)
    .orderBy("c.made_at", "desc")
    .executeTakeFirst();
  return row && claimFrom(row);
}

/** Who asks to look after these pages, the longest waiting first. One query, whatever the number of pages. */
export async function waitingClaimsFor(
  ctx: Pick<Ctx, "db">,
  partnerships: readonly string[],
): Promise<Claim[]> {
  if (partnerships.length === 0) return [];
  const rows = await claimQuery(ctx)
    .where("c.partnership", "in", partnerships)
    .where("c.state", "=", "waiting")
    .orderBy("c.made_at")
    .limit(200)
    .execute();
  return rows.map(claimFrom);
}

/** Those that wait, the longest first; of claimed pages, those who look after it are asked first. */
export async function waitingClaims(
  ctx: Pick<Ctx, "db">,
  filter: { limit: number; inHandOf?: string; claimed?: boolean; untaken?: boolean },
): Promise<Claim[]> {
  let query = claimQuery(ctx).where("c.state", "=", "waiting");
  if (filter.inHandOf) query = query.where("c.in_hand", "=", filter.inHandOf);
  if (filter.claimed !== undefined)
    query = query.where("p.claimed_at", filter.claimed ? "is not" : "is", null);
  if (filter.untaken) query = query.where("c.in_hand", "is", null);
  const rows = await query.orderBy("c.made_at").limit(filter.limit).execute();
  return rows.map(claimFrom);
}

/** @param person whose hand is counted */
/** How many there are in each view of the desk, as a query to be asked with others. */
export function countsOfClaims(ctx: Pick<Ctx, "db">, person: string | null) {
  return ctx.db
    .selectFrom("partnership_claims as c")
    .innerJoin("partnerships as p", "p.id", "c.partnership")
    .select([
      sql<number>`count(*)`.as("all"),
      sql<number>`count(*) filter (where p.claimed_at is null and c.in_hand is null)`.as("new"),
      sql<number>`count(*) filter (where c.in_hand = ${person})`.as("mine"),
      sql<number>`count(*) filter (where p.claimed_at is not null)`.as("asked"),
    ])
    .where("c.state", "=", "waiting");
}
