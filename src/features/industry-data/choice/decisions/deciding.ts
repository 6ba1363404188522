import { done, type Outcome } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { countyByFips, countyWords } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { AnalysisAnswer } from "../../analysis/answer.ts";
import type { Scored } from "../../figures/scoring.ts";
import { statesOf } from "../../regions/forms.ts";
import type { Region } from "../../regions/queries.ts";
import type { Shown } from "../../regions/rules.ts";
import { figuresFor } from "../figures.ts";
import { actorId, stepVersion, tellOf } from "../locking.ts";
import { type Choice, roundsOf, settlementsOf } from "../queries.ts";
import { rank } from "../ranking.ts";
import { scorersOf, scoresOf } from "../scoring/scorers.ts";
import { spreadsOf } from "../scoring/spread.ts";
import type { DecisionCommand } from "./forms.ts";
import { decisionById } from "./queries.ts";
import { type DecisionRecord, titleIn } from "./record.ts";
import { countiesWords } from "./words.ts";

/**
 * Decides: freezes everything that the choice stands on, and ends it.
 *
 * @throws Conflict when somebody has written since `version` was read, or decided it
 */
export async function decide(
  ctx: Ctx,
  region: Region,
  choice: Choice,
  command: DecisionCommand,
): Promise<Outcome<string>> {
  if (choice.version !== command.version) throw new Conflict();
  // Figures are read before the transaction: they never change, and the database need not wait for them.
  const answer = await figuresFor(ctx, choice);
  if (!answer.ok) return answer;
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const locked = await stepVersion(ctx, choice.id, command.version);
    const ranking = rank(
      answer.value.rows,
      locked.criteria,
      await settlementsOf(ctx, choice.id),
      locked.scale,
    );
    if (!ranking.ok) return ranking;
    const id = ctx.random.id();
    const before = locked.reopens ? await decisionById(ctx, locked.reopens) : undefined;
    const number = before ? await nextNumber(ctx, before.series) : 1;
    const record = await recordOf(ctx, region, locked, answer.value, ranking.value, command);
    await ctx.db
      .insertInto("sector_decisions")
      .values({
        id,
        series: before?.series ?? id,
        number,
        region: region.id,
        shape: locked.shape,
        choice: locked.id,
        record: JSON.stringify(record),
        decided_on: command.decidedOn,
        shown: command.shown,
        created_at: ctx.now,
      })
      .execute();
    await learnIfPublic(ctx, record, command.shown);
    await ctx.db
      .insertInto("decision_voices")
      .values(command.voices.map((voice, position) => ({ decision: id, position, ...voice })))
      .execute();
    await ctx.db
      .updateTable("sector_choices")
      .set({ state: "decided" })
      .where("id", "=", choice.id)
      .execute();
    await tellDecision(
      ctx,
      "sector-decision.made",
      { id, region: region.id },
      { number, shown: command.shown, partnership: region.partnership },
    );
    return done(id);
  });
}

async function nextNumber(ctx: Ctx, series: string): Promise<number> {
  const row = await ctx.db
    .selectFrom("sector_decisions")
    .select((all) => all.fn.max("number").as("last"))
    .where("series", "=", series)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

async function recordOf(
  ctx: Ctx,
  region: Region,
  choice: Choice,
  answer: AnalysisAnswer,
  ranking: Scored[],
  { first, next, why, launchOn }: DecisionCommand,
): Promise<DecisionRecord> {
  const scorers = (await scorersOf(ctx, choice.id)).filter(({ scoredAt }) => scoredAt);
  const settled = await settlementsOf(ctx, choice.id);
  const spreads = spreadsOf(choice.candidates, choice.criteria, scorers, await scoresOf(ctx, choice.id));
  return {
    format: 1,
    title: choice.title,
    region: {
      name: region.name,
      shape: choice.shape,
      counties: choice.counties.map((fips) => {
        const county = countyByFips(fips);
        return { fips, name: county ? countyWords(county) : fips };
      }),
      states: statesOf(choice.counties),
    },
    question: choice.question,
    years: answer.years,
    provenance: [...answer.provenance],
    notes: [...answer.notes],
    totals: answer.total,
    rows: [...answer.rows],
    criteria: choice.criteria,
    preset: choice.preset,
    scale: choice.scale,
    scores: spreads.map(({ candidate, criterion, lowest, highest, said }) => {
      const found = settled.find((one) => one.candidate === candidate && one.criterion === criterion.id);
      return {
        candidate,
        criterion: criterion.id,
        settled: found?.score ?? null,
        note: found?.note ?? "",
        lowest,
        highest,
        said: said.filter(({ score }) => score !== null).length,
      };
    }),
    scorers: { all: scorers.length, byLink: scorers.filter(({ linkKey }) => linkKey).length },
    ranking,
    rounds: await roundsOf(ctx, choice.id),
    first,
    next,
    why,
    launchOn,
  };
}

/**
 * Takes a decision up again: a new choice begins where it ended, on the region's present shape. The decision stays as
 * it is, and what comes of the new choice is its next version.
 *
 * @returns the id of the open choice, also where somebody has begun it a moment ago
 */
export async function reopen(ctx: Ctx, region: Region, decisionId: string): Promise<string> {
  return transact(ctx, async (ctx) => {
    // Locked, so that of two who press at once both come to the same choice.
    await ctx.db.selectFrom("regions").select("id").where("id", "=", region.id).forUpdate().execute();
    const decision = await decisionById(ctx, decisionId);
    if (!decision) throw new NotFound();
    const newest = await ctx.db
      .selectFrom("sector_decisions")
      .select("id")
      .where("series", "=", decision.series)
      .orderBy("number", "desc")
      .executeTakeFirstOrThrow();
    if (newest.id !== decision.id)
      throw new Conflict("There is a newer version of this decision. Take that one up again.");
    const open = await ctx.db
      .selectFrom("sector_choices")
      .select("id")
      .where("reopens", "=", decisionId)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (open) return open.id;
    const { record } = decision;
    const id = ctx.random.id();
    await ctx.db
      .insertInto("sector_choices")
      .values({
        id,
        region: region.id,
        shape: region.shape,
        title: record.title,
        question: JSON.stringify(record.question),
        candidates: JSON.stringify(record.rows.map(({ industry }) => industry)),
        criteria: JSON.stringify(record.criteria),
        preset: record.preset,
        scale: record.scale,
        state: "open",
        opened_by: actorId(ctx),
        reopens: decisionId,
        created_at: ctx.now,
      })
      .execute();
    const settled = record.scores.flatMap(({ candidate, criterion, settled, note }) =>
      settled === null ? [] : [{ choice: id, candidate, criterion, score: settled, note }],
    );
    if (settled.length > 0) await ctx.db.insertInto("choice_settlements").values(settled).execute();
    await tellOf(ctx, "sector-choice.opened", { id, region: region.id, title: record.title });
    await tellDecision(ctx, "sector-decision.reopened", { id: decisionId, region: region.id });
    return id;
  });
}

/** Changes who may read a decision. @throws Conflict when somebody else did since `version` was read */
export async function shareDecision(
  ctx: Ctx,
  id: string,
  command: { version: number; shown: "team" | "state" | "everyone" },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sector_decisions")
      .set({ shown: command.shown, version: command.version + 1 })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning(["region", "record"])
      .executeTakeFirst();
    if (!row) throw new Conflict();
    await learnIfPublic(ctx, row.record, command.shown);
    await tellDecision(ctx, "sector-decision.shared", { id, region: row.region }, { shown: command.shown });
  });
}

/** So that a mistyped name of a region is guessed; words of what only a team reads are nobody's to guess. */
async function learnIfPublic(ctx: Ctx, record: DecisionRecord, shown: Shown): Promise<void> {
  if (shown !== "everyone") return;
  const parts = [record.region.name, titleIn(record, record.first), record.title, countiesWords(record)];
  await learnWords(ctx, [...parts, record.why].join(" "));
}

/** Tells without names and words: the audit log is read by people who may see neither. */
export async function tellDecision(
  ctx: Ctx,
  name: `sector-decision.${string}`,
  { id, region }: { id: string; region: string },
  more: Record<string, unknown> = {},
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "sector-decision", id }, particulars: { region, ...more } });
}
