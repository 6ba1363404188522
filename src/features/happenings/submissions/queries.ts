import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Kind } from "../kinds.ts";
import type { Stage } from "../stages.ts";
import type { HappeningContent } from "../tables.ts";

/** A happening as the person who sent it in sees it. */
export interface Submission {
  /** The happening's own. */
  id: string;
  name: string;
  email: string;
  role: string;
  organization: string;
  sentAt: Date;
  confirmedAt: Date | null;
  linkKey: string;
  stage: Stage;
  kind: Kind;
  title: string;
  summary: string;
  version: number;
  doubt: string | null;
  inHand: string | null;
  publishAt: Date | null;
  /** Its path once it is on the site; null before, and after it was taken off. */
  publicHref: string | null;
}

function submissions(ctx: Ctx) {
  return ctx.db
    .selectFrom("submissions as s")
    .innerJoin("happenings as h", "h.id", "s.happening")
    .select([
      "h.id",
      "s.name",
      "s.email",
      "s.role",
      "s.organization",
      "s.sent_at as sentAt",
      "s.confirmed_at as confirmedAt",
      "s.link_key as linkKey",
      "h.stage",
      "h.kind",
      "h.title",
      "h.summary",
      "h.version",
      "h.doubt",
      "h.in_hand as inHand",
      "h.publish_at as publishAt",
      sql<
        string | null
      >`case when h.stage = 'published' then '/happenings/' || h.year || '/' || h.slug end`.as("publicHref"),
    ]);
}

export async function submissionById(ctx: Ctx, id: string): Promise<Submission | undefined> {
  return submissions(ctx).where("s.happening", "=", id).executeTakeFirst();
}

export async function submissionByRequest(ctx: Ctx, requestKey: string): Promise<Submission | undefined> {
  return submissions(ctx).where("s.request_key", "=", requestKey).executeTakeFirst();
}

/** What one address has sent, newest first, with how many there are in all. @param email lower case */
export async function submissionsBy(
  ctx: Ctx,
  email: string,
  page: { limit: number; offset: number },
): Promise<{ items: Submission[]; total: number }> {
  const rows = await submissions(ctx)
    .select(sql<number>`(count(*) over ())::int`.as("total"))
    .where("s.email", "=", email)
    .orderBy("s.sent_at", "desc")
    .orderBy("s.happening")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { items: rows, total: rows[0]?.total ?? 0 };
}

export interface Message {
  at: Date;
  kind: "changes-asked" | "answer" | "declined" | "letter";
  bySubmitter: boolean;
  byName: string;
  text: string;
}

/** What the two sides wrote to each other, oldest first; notes among editors are not for the submitter. */
export async function messagesOf(ctx: Ctx, id: string): Promise<Message[]> {
  const rows = await ctx.db
    .selectFrom("happening_messages")
    .select(["at", "kind", "by_kind", "by_name", "text"])
    .where("happening", "=", id)
    .where("kind", "!=", "note")
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind as Message["kind"],
    bySubmitter: row.by_kind === "submitter",
    byName: row.by_name,
    text: row.text,
  }));
}

/** Every saved version of its content, the newest first. */
export async function versionsOf(
  ctx: Ctx,
  id: string,
): Promise<{ number: number; content: HappeningContent }[]> {
  return ctx.db
    .selectFrom("happening_versions")
    .select(["number", "content"])
    .where("happening", "=", id)
    .orderBy("number", "desc")
    .execute();
}

export interface Passage {
  stage: Stage;
  at: Date;
}

const STAGE_AFTER: Record<string, Stage> = {
  "happening.received": "received",
  "happening.taken-up": "in-review",
  "happening.changes-asked": "changes-asked",
  "happening.scheduled": "scheduled",
  "happening.published": "published",
  "happening.unpublished": "unpublished",
  "happening.declined": "declined",
  "happening.withdrawn": "withdrawn",
};

/** The stages it went through, in order, as the record of events tells them. */
export async function passagesOf(ctx: Ctx, id: string): Promise<Passage[]> {
  const rows = await ctx.db
    .selectFrom("events")
    .select(["name", "at"])
    .where("subject_kind", "=", "happening")
    .where("subject_id", "=", id)
    .where("name", "in", Object.keys(STAGE_AFTER))
    .orderBy("id")
    .execute();
  return rows.flatMap(({ name, at }) => {
    const stage = STAGE_AFTER[name];
    return stage ? [{ stage, at }] : [];
  });
}

const MOST_SUGGESTIONS = 200;

/** Names of partnerships that readers know already, those with the most happenings first. */
export function knownPartnerships(ctx: Ctx): Promise<string[]> {
  return ctx.keep("known partnerships", async () => {
    const rows = await ctx.db
      .selectFrom("happenings")
      .select("partnership")
      .where("listed_at", "is not", null)
      .where("partnership", "!=", "")
      .groupBy("partnership")
      .orderBy(sql`count(*)`, "desc")
      .orderBy("partnership")
      .limit(MOST_SUGGESTIONS)
      .execute();
    return rows.map((row) => row.partnership);
  });
}

export async function isTrusted(ctx: Ctx, email: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("trusted_submitters")
    .select("email")
    .where("email", "=", email)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everyone whose updates go out without waiting, newest first. A few dozen at most, so never paged. */
export async function trustedSubmitters(ctx: Ctx): Promise<{ email: string; since: Date; byName: string }[]> {
  const rows = await ctx.db
    .selectFrom("trusted_submitters")
    .select(["email", "since", "by_name as byName"])
    .orderBy("since", "desc")
    .orderBy("email")
    .execute();
  return rows;
}
