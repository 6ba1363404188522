import { dayOf } from "#base/local-time.ts";
import { done, hasProblems, type Outcome, refused } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { longDate } from "#ui/dates.tsx";
import { STAGE_WORDS } from "../../stages.ts";
import { noteStage, revisePartnership } from "../../writing.ts";
import { lockTended, standsInFor } from "../changing.ts";
import type { StageCommand } from "./forms.ts";
import { stageHistory } from "./queries.ts";
import { stageProblems, withStageMilestone } from "./rules.ts";

/**
 * Moves a partnership to another stage, or corrects since when it is at this one; writes the history, the launch or
 * relaunch as a milestone, and a version.
 *
 * @throws Conflict when somebody moved it since the form was opened
 */
export async function moveStage(ctx: Ctx, id: string, command: StageCommand): Promise<Outcome<void>> {
  return transact(ctx, async (ctx) => {
    const now = await lockTended(ctx, id);
    if (now.stage !== command.from || now.stageSince !== command.fromSince)
      throw new Conflict("Somebody else has changed the stage since you opened this page.");
    const { content } = now;
    const milestoneId = ctx.random.id();
    const problems = stageProblems(command, {
      today: dayOf(ctx.now, ctx.site.timeZone),
      history: await stageHistory(ctx, id),
      milestones: content.milestones,
      id: milestoneId,
    });
    if (hasProblems(problems) || !command.since) return refused(problems);
    const { to, since, word } = command;
    const onBehalfOf = await standsInFor(ctx, id);
    await ctx.db
      .updateTable("partnerships")
      .set({ stage: to, stage_since: since })
      .where("id", "=", id)
      .execute();
    await noteStage(ctx, id, to, since, word, onBehalfOf);
    await revisePartnership(ctx, id, {
      content: {
        ...content,
        milestones: withStageMilestone(content.milestones, command, since, milestoneId),
      },
      version: now.version,
      onBehalfOf,
      note: `Stage: ${STAGE_WORDS[to].name} since ${longDate(since)}`,
    });
    await tell(ctx, {
      name: "partnership.stage-moved",
      subject: { kind: "partnership", id },
      particulars: {
        name: content.name,
        from: command.from,
        to,
        since,
        ...(onBehalfOf ? { onBehalfOf } : {}),
        ...(word ? { word } : {}),
      },
    });
    return done(undefined);
  });
}
