import { sql } from "kysely";
import { nameOrAddress } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { peopleOf } from "../people.ts";
import { IN_WORK, type Status } from "../statuses.ts";
import "../tables.ts";

type Reads = Pick<Ctx, "db">;

/** A month's letter to one owner. */
export interface PlanLetter {
  id: string;
  partnership: string;
  month: string;
  /** Contact id. */
  contact: string;
  linkKey: string | null;
  linkEndsAt: Date;
  sentAt: Date;
  answeredAt: Date | null;
}

const COLUMNS = [
  "id",
  "partnership",
  "month",
  "contact",
  "link_key as linkKey",
  "link_ends_at as linkEndsAt",
  "sent_at as sentAt",
  "answered_at as answeredAt",
] as const;

/** @param id well-formed */
export async function letterById(ctx: Reads, id: string): Promise<PlanLetter | undefined> {
  return ctx.db.selectFrom("plan_letters").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** The newest first. Two queries. */
export async function lettersOf(
  ctx: Reads,
  partnership: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: (PlanLetter & { name: string })[]; more: boolean }> {
  const rows = await ctx.db
    .selectFrom("plan_letters")
    .select(COLUMNS)
    .where("partnership", "=", partnership)
    .orderBy("sent_at", "desc")
    .orderBy("id")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const people = await peopleOf(
    ctx,
    partnership,
    page.map(({ contact }) => contact),
  );
  const named = page.flatMap((letter) => {
    const person = people.get(letter.contact);
    return person ? [{ ...letter, name: nameOrAddress(person) }] : [];
  });
  return { items: named, more: rows.length > limit };
}

/** An action as its owner is asked about it. */
export interface OwnAction {
  id: string;
  words: string;
  priority: string;
  dueOn: string | null;
  status: Status;
}

/**
 * What one owner has in work, by day, and what they said something of since their letter. More than fits on a page is
 * left for the next month. One query.
 */
export async function actionsOfOwner(
  ctx: Reads,
  partnership: string,
  owner: string,
  saidSince: Date,
): Promise<OwnAction[]> {
  const { rows } = await sql<OwnAction>`
    select a.id, a.words, p.title as priority, a.due_on as "dueOn", a.status
    from plan_actions a join plan_priorities p on p.id = a.priority
    where a.partnership = ${partnership}::uuid and a.owner = ${owner}::uuid
      and (a.status = any(${[...IN_WORK]}) or exists (
        select 1 from plan_words w where w.action = a.id and w.contact = a.owner and w.at >= ${saidSince}))
    order by a.due_on, a.id limit 60`.execute(ctx.db);
  return rows;
}

/** What each owner has in work, by day. One query. */
export async function actionsInWork(ctx: Reads, partnership: string): Promise<Map<string, OwnAction[]>> {
  const { rows } = await sql<OwnAction & { owner: string }>`
    select a.id, a.words, p.title as priority, a.due_on as "dueOn", a.status, a.owner
    from plan_actions a join plan_priorities p on p.id = a.priority
    where a.partnership = ${partnership}::uuid and a.owner is not null and a.status = any(${[...IN_WORK]})
    order by a.due_on, a.id`.execute(ctx.db);
  const byOwner = new Map<string, OwnAction[]>();
  for (const { owner, ...action } of rows) byOwner.set(owner, [...(byOwner.get(owner) ?? []), action]);
  return byOwner;
}

export interface Asked {
  /** Contact ids with how many actions each has in work. */
  reachable: { contact: string; actions: number }[];
  /** Owners who get no letter, and why. */
  unreachable: { contact: string; why: "no address" | "stopped" | "withdrawn" }[];
  /** Actions in work with a typed owner, or none. */
  unowned: number;
}

/** Who gets the next letter and who does not. One query. */
export async function ownersToAsk(ctx: Reads, partnership: string): Promise<Asked> {
  const { rows } = await sql<{
    contact: string | null;
    actions: number;
    email: string | null;
    consent: string | null;
    stopped: boolean;
  }>`
    select a.owner as contact, count(*)::int as actions, c.email, c.consent,
      (s.email is not null) as stopped
    from plan_actions a left join roster_contacts c on c.id = a.owner
    left join plan_stops s on s.partnership = a.partnership and s.email = c.email
    where a.partnership = ${partnership}::uuid and a.status = any(${[...IN_WORK]})
    group by a.owner, c.email, c.consent, s.email order by a.owner`.execute(ctx.db);
  const asked: Asked = { reachable: [], unreachable: [], unowned: 0 };
  for (const { contact, actions, email, consent, stopped } of rows) {
    if (!contact) asked.unowned += actions;
    else if (!email) asked.unreachable.push({ contact, why: "no address" });
    else if (stopped) asked.unreachable.push({ contact, why: "stopped" });
    else if (consent === "withdrawn") asked.unreachable.push({ contact, why: "withdrawn" });
    else asked.reachable.push({ contact, actions });
  }
  return asked;
}

/** Plans whose letters are on and whose letters of this month are not written, by id. One query. */
export async function plansWithoutRound(
  ctx: Reads,
  month: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ partnership: string; begunAt: Date }[]> {
  let query = ctx.db
    .selectFrom("action_plans as p")
    .leftJoin("plan_rounds as r", (join) =>
      join.onRef("r.partnership", "=", "p.partnership").on("r.month", "=", month),
    )
    .select(["p.partnership", "p.begun_at as begunAt"])
    .where("p.asks", "=", true)
    .where("r.month", "is", null);
  if (after) query = query.where("p.partnership", ">", after);
  return query.orderBy("p.partnership").limit(limit).execute();
}

/** Whether a month's letters are written. */
export async function isWritten(ctx: Reads, partnership: string, month: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("plan_rounds")
    .select("month")
    .where("partnership", "=", partnership)
    .where("month", "=", month)
    .executeTakeFirst();
  return row !== undefined;
}
