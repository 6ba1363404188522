import { dayOf } from "#base/local-time.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { personByEmail } from "#features/people/public.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { CoachCommand } from "./forms.ts";
import { coachesOf, MOST_COACHES } from "./queries.ts";

/** Writes a coach into a state's list. The address links them to their account and is not kept. */
export async function addCoach(
  ctx: Ctx,
  code: string,
  command: CoachCommand,
): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    const { email, name, organization, note, from } = command;
    const person = email === "" ? undefined : await personByEmail(ctx, email);
    if (email !== "" && !person)
      return problem("email", "Nobody has an account with this address. Leave it empty.");
    if ((await coachesOf(ctx, code)).length >= MOST_COACHES)
      return problem("", `${MOST_COACHES} coaches are listed. Remove some who have long left.`);
    const id = ctx.random.id();
    await ctx.db
      .insertInto("state_coaches")
      .values({
        id,
        state_code: code,
        person: person?.id ?? null,
        name,
        organization,
        partnership: null,
        note,
        from_on: from,
        to_on: null,
        created_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "coach.added", code);
    return done({ id });
  });
}

/** A coach of the past stays in the list, with the day they ended. @throws NotFound */
export async function endCoach(ctx: Ctx, code: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("state_coaches")
      .set({ to_on: dayOf(ctx.now, ctx.site.timeZone) })
      .where("id", "=", id)
      .where("state_code", "=", code)
      .where("to_on", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new NotFound();
    await tellOf(ctx, "coach.ended", code);
  });
}

/** Takes a mistake out of the list. @throws NotFound */
export async function removeCoach(ctx: Ctx, code: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .deleteFrom("state_coaches")
      .where("id", "=", id)
      .where("state_code", "=", code)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new NotFound();
    await tellOf(ctx, "coach.removed", code);
  });
}

/** Who it is stays out of the log: the list is private to the state. */
async function tellOf(ctx: Ctx, name: `coach.${"added" | "ended" | "removed"}`, code: string): Promise<void> {
  const state = stateByCode(code)?.name ?? code;
  await tell(ctx, { name, subject: { kind: "state", id: code }, particulars: { state } });
}
