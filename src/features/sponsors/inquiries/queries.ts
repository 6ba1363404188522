import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { InquiryState } from "../tables.ts";

export interface Inquiry {
  id: string;
  receivedAt: Date;
  name: string;
  organization: string;
  email: string;
  opportunity: string | null;
  message: string;
  state: InquiryState;
  inHand: { personId: string; name: string } | null;
  doubt: string | null;
  version: number;
}

function inquiryQuery(ctx: Ctx) {
  return ctx.db
    .selectFrom("sponsor_inquiries as inquiry")
    .leftJoin("sponsor_opportunities as opportunity", "opportunity.id", "inquiry.opportunity")
    .leftJoin("people as holder", "holder.id", "inquiry.in_hand")
    .selectAll("inquiry")
    .select(["opportunity.name as opportunity_name", "holder.name as holder_name"]);
}

type InquiryRow = Awaited<ReturnType<ReturnType<typeof inquiryQuery>["executeTakeFirstOrThrow"]>>;

function inquiryFrom(row: InquiryRow): Inquiry {
  return {
    id: row.id,
    receivedAt: row.received_at,
    name: row.name,
    organization: row.organization,
    email: row.email,
    opportunity: row.opportunity_name,
    message: row.message,
    state: row.state,
    inHand: row.in_hand ? { personId: row.in_hand, name: row.holder_name ?? "an editor" } : null,
    doubt: row.doubt,
    version: row.version,
  };
}

/** Inquiries in one of the states, oldest first. */
export async function inquiries(
  ctx: Ctx,
  filter: { states: InquiryState[]; limit: number; offset?: number; inHandOf?: string; doubtful?: boolean },
): Promise<Inquiry[]> {
  let query = inquiryQuery(ctx).where("inquiry.state", "in", filter.states);
  if (filter.inHandOf) query = query.where("inquiry.in_hand", "=", filter.inHandOf);
  if (filter.doubtful) query = query.where("inquiry.doubt", "is not", null);
  const rows = await query
    .orderBy("inquiry.received_at")
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(inquiryFrom);
}

/** @param person whose hand is counted */
export async function countNewInquiries(
  ctx: Ctx,
  person: string | null,
): Promise<{ all: number; mine: number; doubtful: number }> {
  return ctx.db
    .selectFrom("sponsor_inquiries")
    .select([
      sql<number>`count(*)`.as("all"),
      sql<number>`count(*) filter (where in_hand = ${person})`.as("mine"),
      sql<number>`count(*) filter (where doubt is not null)`.as("doubtful"),
    ])
    .where("state", "=", "new")
    .executeTakeFirstOrThrow();
}

export async function inquiryById(ctx: Ctx, id: string) {
  const row = await inquiryQuery(ctx).where("inquiry.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const answers = await ctx.db
    .selectFrom("sponsor_answers")
    .selectAll()
    .where("inquiry", "=", id)
    .orderBy("at")
    .execute();
  return { ...inquiryFrom(row), answers };
}
