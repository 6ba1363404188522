import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { prioritiesOf as votedFor } from "#features/meetings/public.ts";
import { contactsByIds } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { beginPlan } from "./actions.ts";
import type { PriorityFacts } from "./facts.ts";
import { prioritiesOfPlan, priorityById } from "./queries.ts";
import { MOST_MEMBERS, MOST_PRIORITIES } from "./rules.ts";
import type { TeamRole } from "./statuses.ts";
import { actorName, tellOf } from "./telling.ts";
import "./tables.ts";

/**
 * Takes over what a meeting's room voted for: titles in the order of their votes, and those who signed up as the teams.
 * What was taken over before stays as it is.
 *
 * @returns how many are new
 */
export async function bringPriorities(
  ctx: Ctx,
  partnership: string,
  meeting: { id: string },
): Promise<number> {
  return transact(ctx, async (ctx) => {
    await beginPlan(ctx, partnership);
    const there = await prioritiesOfPlan(ctx, partnership);
    const known = new Set(there.map(({ launchGroup }) => launchGroup));
    const fresh = (await votedFor(ctx, meeting))
      .filter(({ id }) => !known.has(id))
      .slice(0, MOST_PRIORITIES - there.length);
    for (const [index, { id: group, title, opportunities, signUps }] of fresh.entries()) {
      const id = ctx.random.id();
      const first = (role: TeamRole) => signUps.find((one) => one.role === role)?.contact ?? null;
      const added = await ctx.db
        .insertInto("plan_priorities")
        .values({
          id,
          partnership,
          // A group that nobody named is called by what was first said in it.
          title: title || (opportunities[0] ?? "A priority of the launch").slice(0, 160),
          theme: null,
          business_lead: first("champion"),
          support_lead: first("support"),
          launch_group: group,
          position: there.length + index + 1,
          created_at: ctx.now,
          changed_at: ctx.now,
        })
        // Two who press the button at once bring them once.
        .onConflict((on) => on.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (added && signUps.length > 0)
        await ctx.db
          .insertInto("plan_members")
          .values(signUps.map(({ contact, role }) => ({ priority: id, contact, role, added_at: ctx.now })))
          .onConflict((on) => on.doNothing())
          .execute();
    }
    if (fresh.length > 0)
      await tellOf(ctx, "action-plan.priorities-brought", partnership, { priorities: fresh.length });
    return fresh.length;
  });
}

/** Adds a priority by hand, and begins the plan with the first. */
export async function addPriority(
  ctx: Ctx,
  partnership: string,
  facts: PriorityFacts,
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    await beginPlan(ctx, partnership);
    const there = await prioritiesOfPlan(ctx, partnership);
    if (there.length >= MOST_PRIORITIES)
      return problem(
        "title",
        `The plan has ${MOST_PRIORITIES} priorities, and more would be none. Set one aside or take one away first.`,
      );
    const id = ctx.random.id();
    await ctx.db
      .insertInto("plan_priorities")
      .values({
        id,
        partnership,
        ...columnsOf(facts),
        launch_group: null,
        position: there.length + 1,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await takeLeadsIn(ctx, id, facts);
    await tellOf(ctx, "action-plan.changed", partnership, { priority: id });
    return done(id);
  });
}

/** @throws Conflict when somebody changed it since `version` was read; NotFound */
export async function changePriority(
  ctx: Ctx,
  partnership: string,
  id: string,
  facts: PriorityFacts,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await priorityIn(ctx, partnership, id);
    const changed = await ctx.db
      .updateTable("plan_priorities")
      .set({ ...columnsOf(facts), version: version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await takeLeadsIn(ctx, id, facts);
    await tellOf(ctx, "action-plan.changed", partnership, { priority: id });
  });
}

/** Takes a priority away with its objectives and actions; reviews keep it as it was. @throws NotFound */
export async function removePriority(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await priorityIn(ctx, partnership, id);
    await ctx.db.deleteFrom("plan_priorities").where("id", "=", id).execute();
    await tellOf(ctx, "action-plan.priority-removed", partnership);
  });
}

/** Puts somebody of the roster into an action team, or says anew what they are there. @throws NotFound */
export async function joinTeam(
  ctx: Ctx,
  partnership: string,
  priority: string,
  member: { contact: string; role: TeamRole },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    await priorityIn(ctx, partnership, priority);
    const [contact] = await contactsByIds(ctx, partnership, [member.contact]);
    if (!contact) throw new NotFound();
    const { count } = await ctx.db
      .selectFrom("plan_members")
      .select((all) => all.fn.countAll<string>().as("count"))
      .where("priority", "=", priority)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_MEMBERS)
      return problem("member", `${MOST_MEMBERS} people are in this team, as many as it takes.`);
    await ctx.db
      .insertInto("plan_members")
      .values({ priority, contact: contact.id, role: member.role, added_at: ctx.now })
      .onConflict((on) => on.columns(["priority", "contact"]).doUpdateSet({ role: member.role }))
      .execute();
    await tellOf(ctx, "action-plan.team-changed", partnership, { priority }, "private");
    return done(null);
  });
}

/** @throws NotFound */
export async function leaveTeam(
  ctx: Ctx,
  partnership: string,
  priority: string,
  contact: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await priorityIn(ctx, partnership, priority);
    await ctx.db
      .deleteFrom("plan_members")
      .where("priority", "=", priority)
      .where("contact", "=", contact)
      .execute();
    await tellOf(ctx, "action-plan.team-changed", partnership, { priority }, "private");
  });
}

/** Notes that an action team met. @throws NotFound */
export async function noteTeamMeeting(
  ctx: Ctx,
  partnership: string,
  priority: string,
  { metOn, word }: { metOn: string; word: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await priorityIn(ctx, partnership, priority);
    await ctx.db
      .insertInto("plan_team_meetings")
      .values({
        id: ctx.random.id(),
        priority,
        met_on: metOn,
        word,
        by_name: actorName(ctx),
        at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "action-plan.team-met", partnership, { priority }, "private");
  });
}

/** Whoever leads is in the team. */
async function takeLeadsIn(ctx: Ctx, priority: string, facts: PriorityFacts): Promise<void> {
  const leads: { contact: string; role: TeamRole }[] = [];
  if (facts.businessLead) leads.push({ contact: facts.businessLead, role: "champion" });
  if (facts.supportLead && facts.supportLead !== facts.businessLead)
    leads.push({ contact: facts.supportLead, role: "support" });
  if (leads.length === 0) return;
  await ctx.db
    .insertInto("plan_members")
    .values(leads.map((lead) => ({ priority, ...lead, added_at: ctx.now })))
    .onConflict((on) => on.doNothing())
    .execute();
}

async function priorityIn(ctx: Ctx, partnership: string, id: string): Promise<void> {
  if (!(await priorityById(ctx, partnership, id))) throw new NotFound();
}

function columnsOf(facts: PriorityFacts) {
  return {
    title: facts.title,
    theme: facts.theme,
    state: facts.state,
    business_lead: facts.businessLead,
    support_lead: facts.supportLead,
    problem: facts.problem,
    desired_result: facts.desiredResult,
    measure: facts.measure,
    first_days: facts.firstDays,
    rhythm: facts.rhythm,
  };
}
