import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { SignUpRole, Step } from "./steps.ts";
import "../tables.ts";
import "./tables.ts";

/** The room of one meeting. */
export interface Room {
  meeting: string;
  partnership: string;
  /** The meeting's. */
  title: string;
  code: string;
  step: Step;
  votesEach: number;
  publicVotes: boolean;
  phonesCapture: boolean;
  /** Null until the box is opened. */
  companiesVoted: number | null;
}

export interface Opportunity {
  id: string;
  group: string | null;
  words: string;
  company: string;
  version: number;
}

export interface Group {
  id: string;
  title: string;
  version: number;
  /** Null until the box is opened. */
  votes: number | null;
  takenOn: boolean;
}

export interface SignUp {
  id: string;
  group: string;
  contact: string;
  name: string;
  company: string;
  role: SignUpRole;
}

/** A company that may vote here. */
export interface Voter {
  id: string;
  name: string;
  voted: boolean;
}

export interface Asker {
  id: string;
  meeting: string;
  name: string;
  state: "asking" | "let-in" | "declined";
  company: string | null;
}

type Reads = Pick<Ctx, "db">;

/** More than this no wall takes; who sends more is told. */
export const MOST_OPPORTUNITIES = 300;
export const MOST_GROUPS = 40;
/** More than fit into any room, so that a list never has to be cut. */
export const MOST_SIGN_UPS = 1_000;
export const MOST_ASKERS = 100;
const MOST_VOTERS = 1_000;

function roomsWith(ctx: Reads) {
  return ctx.db
    .selectFrom("launch_rooms as r")
    .innerJoin("meetings as m", "m.id", "r.meeting")
    .select([
      "r.meeting",
      "m.partnership",
      "m.title",
      "r.code",
      "r.step",
      "r.votes_each as votesEach",
      "r.public_votes as publicVotes",
      "r.phones_capture as phonesCapture",
      "r.companies_voted as companiesVoted",
    ]);
}

export function roomOf(ctx: Reads, meeting: string): Promise<Room | undefined> {
  return roomsWith(ctx).where("r.meeting", "=", meeting).executeTakeFirst();
}

/** @param code as it is drawn: capitals and digits */
export function roomByCode(ctx: Reads, code: string): Promise<Room | undefined> {
  return roomsWith(ctx).where("r.code", "=", code).executeTakeFirst();
}

/** In the order in which the room put them. */
export async function groupsOf(ctx: Reads, meeting: string): Promise<Group[]> {
  return ctx.db
    .selectFrom("launch_groups")
    .select(["id", "title", "version", "votes", "taken_on as takenOn"])
    .where("meeting", "=", meeting)
    .orderBy("position")
    .orderBy("id")
    .limit(MOST_GROUPS)
    .execute();
}

/** In the order in which they were said. */
export async function opportunitiesOf(ctx: Reads, meeting: string): Promise<Opportunity[]> {
  return ctx.db
    .selectFrom("launch_opportunities")
    .select(["id", "launch_group as group", "words", "company", "version"])
    .where("meeting", "=", meeting)
    .orderBy("created_at")
    .orderBy("id")
    .limit(MOST_OPPORTUNITIES)
    .execute();
}

export async function signUpsOf(ctx: Reads, meeting: string): Promise<SignUp[]> {
  return ctx.db
    .selectFrom("launch_sign_ups")
    .select(["id", "launch_group as group", "contact", "name", "company", "role"])
    .where("meeting", "=", meeting)
    .orderBy("created_at")
    .orderBy("id")
    .limit(MOST_SIGN_UPS)
    .execute();
}

/** Companies that ask to vote and have no answer yet, or all who asked. */
export async function askersOf(ctx: Reads, meeting: string): Promise<Asker[]> {
  return ctx.db
    .selectFrom("launch_askers")
    .select(["id", "meeting", "name", "state", "company"])
    .where("meeting", "=", meeting)
    .where("state", "=", "asking")
    .orderBy("created_at")
    .orderBy("id")
    .limit(MOST_ASKERS)
    .execute();
}

export function askerById(ctx: Reads, meeting: string, id: string): Promise<Asker | undefined> {
  return ctx.db
    .selectFrom("launch_askers")
    .select(["id", "meeting", "name", "state", "company"])
    .where("id", "=", id)
    .where("meeting", "=", meeting)
    .executeTakeFirst();
}

/** Whose guests are here for it, or who was let in: SQL that is true of `company`. */
const mayVote = (
  { meeting, publicVotes }: Pick<Room, "meeting" | "publicVotes">,
  company: string,
) => sql<boolean>`(
  exists (select 1 from meeting_guests g where g.meeting = ${meeting}::uuid and g.company = ${sql.ref(company)}
    and g.state <> 'withdrawn' and (g.side = 'business' or ${publicVotes}::boolean))
  or exists (select 1 from launch_papers l where l.meeting = ${meeting}::uuid and l.company = ${sql.ref(company)}))`;

/** The companies that may vote, by name, with those whose votes are in marked. One query. */
export async function votersOf(
  ctx: Reads,
  room: Pick<Room, "meeting" | "publicVotes" | "partnership">,
): Promise<Voter[]> {
  return ctx.db
    .selectFrom("roster_companies as o")
    .leftJoin("launch_papers as p", (join) =>
      join.onRef("p.company", "=", "o.id").on("p.meeting", "=", room.meeting),
    )
    .select(["o.id", "o.name", sql<boolean>`coalesce(p.used, false)`.as("voted")])
    .where("o.partnership", "=", room.partnership)
    .where(mayVote(room, "o.id"))
    .orderBy(sql`lower(o.name)`)
    .orderBy("o.id")
    .limit(MOST_VOTERS)
    .execute();
}

/** Whether a company may vote, and the name that its paper goes by; undefined where it may not. */
export function voterById(
  ctx: Reads,
  room: Pick<Room, "meeting" | "publicVotes" | "partnership">,
  company: string,
): Promise<(Voter & { receipt: string | null }) | undefined> {
  return ctx.db
    .selectFrom("roster_companies as o")
    .leftJoin("launch_papers as p", (join) =>
      join.onRef("p.company", "=", "o.id").on("p.meeting", "=", room.meeting),
    )
    .select(["o.id", "o.name", sql<boolean>`coalesce(p.used, false)`.as("voted"), "p.receipt"])
    .where("o.partnership", "=", room.partnership)
    .where("o.id", "=", company)
    .where(mayVote(room, "o.id"))
    .executeTakeFirst();
}

export interface Turnout {
  voted: number;
  companies: number;
}

/** How many companies' votes are in, of how many. One query. */
export async function turnoutOf(
  ctx: Reads,
  room: Pick<Room, "meeting" | "publicVotes" | "partnership">,
): Promise<Turnout> {
  return ctx.db
    .selectFrom("roster_companies as o")
    .leftJoin("launch_papers as p", (join) =>
      join.onRef("p.company", "=", "o.id").on("p.meeting", "=", room.meeting),
    )
    .select([
      sql<number>`count(*)::int`.as("companies"),
      sql<number>`(count(*) filter (where p.used))::int`.as("voted"),
    ])
    .where("o.partnership", "=", room.partnership)
    .where(mayVote(room, "o.id"))
    .executeTakeFirstOrThrow();
}
