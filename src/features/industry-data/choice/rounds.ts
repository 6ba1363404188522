import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { eliminate } from "../figures/elimination.ts";
import type { Candidate } from "../figures/scoring.ts";
import { type Criterion, ENOUGH_LEFT } from "./content.ts";
import { stepVersion, tellOf } from "./locking.ts";
import { type Round, roundsOf } from "./queries.ts";
import { byWeight } from "./ranking.ts";

/** Candidates that no round has left out, in their order. */
export function stillIn(candidates: readonly string[], rounds: readonly Round[]): string[] {
  const out = new Set(rounds.flatMap(({ dropped }) => dropped));
  return candidates.filter((candidate) => !out.has(candidate));
}

/** Criteria that no round has used, the most important first. */
export function criteriaLeft(criteria: readonly Criterion[], rounds: readonly Round[]): Criterion[] {
  const used = new Set(rounds.map(({ criterion }) => criterion));
  return byWeight(criteria).filter(({ id }) => !used.has(id));
}

/** Rounds in which criteria are usually spent: more would leave out one at a time. */
const USUAL_ROUNDS = 4;

/** Whom the figures would leave out next by this criterion; the team may see it otherwise. */
export function suggestedDrops(
  candidates: readonly Candidate[],
  left: readonly string[],
  criterion: string,
  rounds: number,
): string[] {
  const still = candidates.filter(({ key }) => left.includes(key));
  const toCome = Math.max(1, USUAL_ROUNDS - rounds);
  const criteria = Array.from({ length: toCome }, () => ({ key: criterion, better: "more" as const }));
  return [...(eliminate(still, criteria, ENOUGH_LEFT)[0]?.dropped ?? [])];
}

/** Leaves candidates out by one criterion, with the reason that the team gives. */
export async function addRound(
  ctx: Ctx,
  choiceId: string,
  command: { version: number; criterion: string; dropped: readonly string[]; reason: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, choiceId, command.version);
    const number = (await roundsOf(ctx, choiceId)).length + 1;
    await ctx.db
      .insertInto("choice_rounds")
      .values({
        choice: choiceId,
        number,
        criterion: command.criterion,
        dropped: JSON.stringify(command.dropped),
        reason: command.reason,
        at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "sector-choice.round-held", choice);
  });
}

/** Takes the last round back. */
export async function undoRound(ctx: Ctx, choiceId: string, version: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, choiceId, version);
    const last = (await roundsOf(ctx, choiceId)).at(-1);
    if (!last) throw new Conflict("There is no round to take back any more.");
    await ctx.db
      .deleteFrom("choice_rounds")
      .where("choice", "=", choiceId)
      .where("number", "=", last.number)
      .execute();
    await tellOf(ctx, "sector-choice.round-undone", choice);
  });
}
