import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { DatePrecision } from "../kinds.ts";
import type { Stage } from "../stages.ts";
import type { HappeningContent } from "../tables.ts";
import "./tables.ts";

export interface Sender {
  name: string;
  email: string;
  role: string;
  organization: string;
  sentAt: Date;
  channel: "form" | "api";
  /** What else came from the same address, and how much of it is on the site. */
  others: number;
  othersPublished: number;
  trusted: boolean;
}

export interface InHand {
  personId: string;
  name: string;
  since: Date;
}

/** A happening as an editor sees it, at its newest version; there is none until its sender has confirmed it. */
export interface UnderReview {
  id: string;
  stage: Stage;
  stageSince: Date;
  version: number;
  content: HappeningContent;
  /** Its path on the site, kept from its first publication on; readers see it there only while published. */
  address: string | null;
  publishedAt: Date | null;
  datePrecision: DatePrecision;
  dateNote: string;
  publishAt: Date | null;
  publishVersion: number | null;
  featuredAt: Date | null;
  inHand: InHand | null;
  doubt: string | null;
  createdAt: Date;
  changedAt: Date;
  /** Null for what editors wrote themselves and for starter content. */
  sender: Sender | null;
}

export async function underReview(ctx: Ctx, id: string): Promise<UnderReview | undefined> {
  const row = await ctx.db
    .selectFrom("happenings as h")
    .innerJoin("happening_versions as v", (join) =>
      join.onRef("v.happening", "=", "h.id").onRef("v.number", "=", "h.version"),
    )
    .leftJoin("people as holder", "holder.id", "h.in_hand")
    .leftJoin("submissions as s", "s.happening", "h.id")
    .leftJoin("trusted_submitters as t", "t.email", "s.email")
    .select([
      "h.id",
      "h.stage",
      "h.stage_since",
      "h.version",
      "v.content",
      "h.year",
      "h.slug",
      "h.published_at",
      "h.date_precision",
      "h.date_note",
      "h.publish_at",
      "h.publish_version",
      "h.featured_at",
      "h.in_hand",
      "h.in_hand_since",
      "holder.name as holder_name",
      "holder.email as holder_email",
      "h.doubt",
      "h.created_at",
      "h.changed_at",
      "s.name as sender_name",
      "s.email as sender_email",
      "s.role as sender_role",
      "s.organization as sender_organization",
      "s.sent_at",
      "s.channel",
      "t.email as trusted",
    ])
    .select(
      sql<number>`(select count(*) from submissions o
        where o.email = s.email and o.happening <> h.id and o.confirmed_at is not null)`.as("others"),
    )
    .select(
      sql<number>`(select count(*) from submissions o join happenings oh on oh.id = o.happening
        where o.email = s.email and o.happening <> h.id and oh.stage = 'published')`.as("others_published"),
    )
    .where("h.id", "=", id)
    // Its sender was promised that nobody reads it before they confirm.
    .where("h.stage", "!=", "unconfirmed")
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    stage: row.stage,
    stageSince: row.stage_since,
    version: row.version,
    content: row.content,
    address: row.year !== null && row.slug !== null ? `/happenings/${row.year}/${row.slug}` : null,
    publishedAt: row.published_at,
    datePrecision: row.date_precision,
    dateNote: row.date_note,
    publishAt: row.publish_at,
    publishVersion: row.publish_version,
    featuredAt: row.featured_at,
    inHand: inHandFrom(row),
    doubt: row.doubt,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    sender:
      !row.sender_email || row.sent_at === null
        ? null
        : {
            name: row.sender_name ?? "",
            email: row.sender_email,
            role: row.sender_role ?? "",
            organization: row.sender_organization ?? "",
            sentAt: row.sent_at,
            channel: row.channel ?? "form",
            others: row.others,
            othersPublished: row.others_published,
            trusted: row.trusted !== null,
          },
  };
}

/** Who has something in hand, from a row that was joined with its holder. */
export function inHandFrom(row: {
  in_hand: string | null;
  in_hand_since: Date | null;
  holder_name: string | null;
  holder_email: string | null;
}): InHand | null {
  if (!row.in_hand || !row.in_hand_since) return null;
  const name = row.holder_name || row.holder_email?.split("@")[0] || "an editor";
  return { personId: row.in_hand, name, since: row.in_hand_since };
}

export interface VersionEntry {
  number: number;
  at: Date;
  byKind: "submitter" | "editor" | "system";
  byName: string;
  note: string;
}

export const VERSIONS_PER_PAGE = 20;

/** Newest first; numbers run without a gap, so the newest says how many there are. */
export async function versionsOf(ctx: Ctx, id: string, page = 1): Promise<VersionEntry[]> {
  const rows = await ctx.db
    .selectFrom("happening_versions")
    .select(["number", "at", "by_kind", "by_name", "note"])
    .where("happening", "=", id)
    .orderBy("number", "desc")
    .limit(VERSIONS_PER_PAGE)
    .offset((page - 1) * VERSIONS_PER_PAGE)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    byKind: row.by_kind,
    byName: row.by_name,
    note: row.note,
  }));
}

/** The contents of several versions by number; what is not there is left out. */
export async function contentsOf(
  ctx: Ctx,
  id: string,
  numbers: readonly number[],
): Promise<Map<number, HappeningContent>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("happening_versions")
    .select(["number", "content"])
    .where("happening", "=", id)
    .where("number", "in", numbers)
    .execute();
  return new Map(rows.map((row) => [row.number, row.content]));
}

export interface ReviewMessage {
  id: string;
  at: Date;
  kind: "changes-asked" | "answer" | "declined" | "note" | "letter";
  byKind: "submitter" | "editor";
  byName: string;
  text: string;
}

const MOST_MESSAGES = 200;

/** What was written about it, notes among editors included, oldest first; the newest 200. */
export async function conversationOf(ctx: Ctx, id: string): Promise<ReviewMessage[]> {
  const rows = await ctx.db
    .selectFrom("happening_messages")
    .selectAll()
    .where("happening", "=", id)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(MOST_MESSAGES)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      byKind: row.by_kind,
      byName: row.by_name,
      text: row.text,
    }))
    .reverse();
}

/** The version this person had before their eyes last; undefined when they never opened it. */
export async function lastReadVersion(ctx: Ctx, id: string, person: string): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom("happening_reads")
    .select("version")
    .where("happening", "=", id)
    .where("person", "=", person)
    .executeTakeFirst();
  return row?.version;
}
