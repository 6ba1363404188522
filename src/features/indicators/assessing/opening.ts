import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { type Assessment, assessmentById, openAssessmentOf } from "../queries.ts";
import { currentSet } from "../sets/queries.ts";
import { INVITATION_MAIL } from "./mails.tsx";
import { respondentsOf } from "./respondents.ts";
import { SETTLED } from "./rules.ts";

/** Begins a look at oneself with the set that is asked today. Of one partnership only one is open at a time. */
export async function openAssessment(
  ctx: Ctx,
  partnership: string,
  command: { heldOn: string; note: string },
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const set = await currentSet(ctx);
    if (!set)
      return problem(
        "",
        "There are no indicators to answer yet. The editors of this site have to publish them first.",
      );
    const id = ctx.random.id();
    const row = await ctx.db
      .insertInto("assessments")
      .values({
        id,
        partnership,
        set_version: set.version,
        held_on: command.heldOn,
        state: "open",
        note: command.note,
        opened_by: actorId(ctx),
        settled_at: null,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    // Pressed twice, or by two at once: there is one now, and that is the one they want.
    if (!row) return done((await openAssessmentOf(ctx, partnership))?.id ?? id);
    await tellOf(ctx, "assessment.opened", { id, partnership });
    return done(id);
  });
}

export const actorId = ({ actor }: Ctx): string | null => (actor.kind === "person" ? actor.id : null);

/** Tells without names or levels: the audit log is read by people who may not see either. */
export async function tellOf(
  ctx: Ctx,
  name: `assessment.${string}`,
  { id, partnership }: Pick<Assessment, "id" | "partnership">,
  more: Record<string, unknown> = {},
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "assessment", id }, particulars: { partnership, ...more } });
}

/**
 * Locks an assessment that is still open, until the caller's transaction ends.
 *
 * @throws Conflict once it is settled; NotFound when it is gone
 */
export async function lockOpen(ctx: Ctx, id: string): Promise<Assessment> {
  const row = await ctx.db
    .selectFrom("assessments")
    .select("state")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.state === "settled") throw new Conflict(SETTLED);
  const assessment = await assessmentById(ctx, id);
  if (!assessment) throw new NotFound();
  return assessment;
}

/**
 * Writes to an open assessment if nobody has since `version` was read.
 *
 * @throws Conflict when somebody has, or settled it
 */
export async function stepVersion(
  ctx: Ctx,
  id: string,
  version: number,
  set: { held_on?: string; note?: string } = {},
): Promise<Assessment> {
  const assessment = await lockOpen(ctx, id);
  if (assessment.version !== version) throw new Conflict();
  await ctx.db
    .updateTable("assessments")
    .set({ ...set, version: version + 1 })
    .where("id", "=", id)
    .execute();
  return assessment;
}

export async function changeAssessment(
  ctx: Ctx,
  id: string,
  command: { heldOn: string; note: string; version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await stepVersion(ctx, id, command.version, {
      held_on: command.heldOn,
      note: command.note,
    });
    await tellOf(ctx, "assessment.changed", assessment);
  });
}

/** Takes an open one away with its answers, because it was begun by mistake; what is settled stays. */
export async function dropAssessment(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await lockOpen(ctx, id);
    for (const { id: respondent, email } of await respondentsOf(ctx, id))
      if (email) await forgetMailsLeadingTo(ctx, INVITATION_MAIL, email, `/indicators/answer/${respondent}/`);
    await ctx.db.deleteFrom("assessments").where("id", "=", id).execute();
    await tellOf(ctx, "assessment.dropped", assessment, { heldOn: assessment.heldOn });
  });
}
