import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { partnershipRecord } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { evidenceFor } from "../evidence.ts";
import { redrawPicture } from "../picture/drawing.ts";
import { assessmentById, withResults } from "../queries.ts";
import { publishedSet } from "../sets/queries.ts";
import type { SharingCommand } from "./forms.ts";
import { stepVersion, tellOf } from "./opening.ts";
import type { Answer } from "./respondents.ts";

/**
 * Keeps what the team agrees on, as far as it has come.
 *
 * @throws Conflict when somebody else has written it since `version` was read, or settled it
 */
export async function setTeamAnswer(
  ctx: Ctx,
  id: string,
  command: { version: number; answers: readonly Answer[] },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await stepVersion(ctx, id, command.version);
    await ctx.db.deleteFrom("assessment_results").where("assessment", "=", id).execute();
    if (command.answers.length > 0)
      await ctx.db
        .insertInto("assessment_results")
        .values(command.answers.map((answer) => ({ assessment: id, ...answer, evidence: "[]" })))
        .execute();
    await tellOf(ctx, "assessment.team-answered", assessment);
  });
}

/**
 * Saves the team's answer for good, with what the record says on this day, shared as the team chose.
 *
 * @throws Conflict when somebody else has written since `version` was read, or settled it
 */
export async function settleAssessment(
  ctx: Ctx,
  id: string,
  command: SharingCommand,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const before = await assessmentById(ctx, id);
    if (!before) throw new NotFound();
    const { content } = await publishedSet(ctx, before.setVersion);
    const [team] = await withResults(ctx, [before]);
    const open = content.indicators.filter(
      ({ id: indicator }) => !team?.results.some((result) => result.indicator === indicator),
    );
    if (before.state === "open" && open.length > 0)
      return problem(
        "",
        `The team has not chosen yet on ${open.map(({ title }) => `“${title}”`).join(", ")}.`,
      );
    const assessment = await stepVersion(ctx, id, command.version);
    await keepEvidence(ctx, id, assessment.partnership, content.indicators);
    await ctx.db
      .updateTable("assessments")
      .set({
        state: "settled",
        settled_at: ctx.now,
        shared_with: command.sharedWith,
        in_picture: command.inPicture,
      })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "assessment.settled", assessment, { heldOn: assessment.heldOn });
    if (command.sharedWith !== "partnership") await tellShared(ctx, assessment, command);
    if (command.inPicture) await redrawPicture(ctx, assessment.setVersion);
    return done(null);
  });
}

async function keepEvidence(
  ctx: Ctx,
  assessment: string,
  partnership: string,
  indicators: readonly { id: string; evidence: Parameters<typeof evidenceFor>[0] }[],
): Promise<void> {
  const record = await partnershipRecord(ctx, partnership);
  if (!record) return;
  for (const { id, evidence } of indicators)
    await ctx.db
      .updateTable("assessment_results")
      .set({ evidence: JSON.stringify(evidenceFor(evidence, record, ctx.site.timeZone)) })
      .where("assessment", "=", assessment)
      .where("indicator", "=", id)
      .execute();
}

function tellShared(ctx: Ctx, assessment: { id: string; partnership: string }, command: SharingCommand) {
  const { sharedWith, inPicture } = command;
  return tellOf(ctx, "assessment.shared", assessment, { with: sharedWith, counted: inPicture });
}

/**
 * Changes who may see a settled assessment, and whether the network's picture counts it.
 *
 * @throws Conflict when somebody else changed it since `version` was read, or it is still open
 */
export async function shareAssessment(ctx: Ctx, id: string, command: SharingCommand): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("assessments")
      .set({
        shared_with: command.sharedWith,
        in_picture: command.inPicture,
        version: command.version + 1,
      })
      .where("id", "=", id)
      .where("state", "=", "settled")
      .where("version", "=", command.version)
      .returning(["partnership", "set_version"])
      .executeTakeFirst();
    if (!row) throw (await assessmentById(ctx, id)) ? new Conflict() : new NotFound();
    await tellShared(ctx, { id, partnership: row.partnership }, command);
    await redrawPicture(ctx, row.set_version);
  });
}
