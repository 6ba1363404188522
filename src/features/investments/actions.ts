import { sql } from "kysely";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { findOrAddOrganization } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { InvestmentCommand } from "./forms.ts";
import { allCounted } from "./queries.ts";
import { maySameMoney, partProblem, type Told, wholeProblem } from "./rules.ts";

/** What a save met: entries that may tell of the same money, unless whoever saves has told them apart. */
export interface Saved {
  id: string;
}

/** The key under which a refusal asks whether two entries are the same money. */
export const SAME_MONEY = "toldApart";

/** @returns problems beside their fields; under `SAME_MONEY` a question that the same form answers */
export async function addInvestment(
  ctx: Ctx,
  command: InvestmentCommand,
  options: { unasked?: boolean } = {},
): Promise<Outcome<Saved>> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const problems = await problemsOf(ctx, id, command, { ...options, isNew: true });
    if (hasProblems(problems)) return refused(problems);
    await ctx.db
      .insertInto("investments")
      .values({
        id,
        ...columnsOf(command),
        organization: await organizationOf(ctx, command),
        retired_at: null,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await note(ctx, "investment.added", id, command);
    return done({ id });
  });
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeInvestment(
  ctx: Ctx,
  id: string,
  command: InvestmentCommand,
  version: number,
  options: { unasked?: boolean } = {},
): Promise<Outcome<Saved>> {
  return transact(ctx, async (ctx) => {
    const problems = await problemsOf(ctx, id, command, options);
    if (hasProblems(problems)) return refused(problems);
    const row = await ctx.db
      .updateTable("investments")
      .set({
        ...columnsOf(command),
        organization: await organizationOf(ctx, command),
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, id);
    await note(ctx, "investment.changed", id, command);
    return done({ id });
  });
}

/**
 * Takes an investment out of lists and sums, or puts it back.
 *
 * @throws Conflict when putting it back would lead a chain of parts to itself, or make parts more than their whole
 */
export async function setRetired(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    await oneAtATime(ctx);
    const row = await ctx.db
      .updateTable("investments")
      .set({ retired_at: retired ? ctx.now : null, changed_at: ctx.now })
      .where("id", "=", id)
      .returning(["investor", "dollars", "at_least as atLeast", "part_of as partOf"])
      .executeTakeFirst();
    if (!row) throw new NotFound();
    if (!retired) {
      const all = await standing(ctx);
      const wrong = partProblem({ id, ...row }, all) ?? wholeProblem({ id, ...row }, all);
      if (wrong) throw new Conflict(`It was not put back: ${wrong} Change it first.`);
    }
    await tell(ctx, {
      name: retired ? "investment.retired" : "investment.returned",
      subject: { kind: "investment", id },
      particulars: { name: row.investor },
    });
  });
}

/** Two chains that are saved at once could close a circle that neither sees. */
async function oneAtATime(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('investments'))`.execute(ctx.db);
}

async function standing(ctx: Ctx): Promise<Map<string, Told>> {
  return new Map((await allCounted(ctx)).map((one) => [one.id, one]));
}

async function problemsOf(
  ctx: Ctx,
  id: string,
  command: InvestmentCommand,
  { unasked, isNew }: { unasked?: boolean; isNew?: boolean },
): Promise<Problems> {
  await oneAtATime(ctx);
  const all = await standing(ctx);
  const problems: Problems = {};
  const part = partProblem({ id, ...command }, all);
  if (part) problems.partOf = [part];
  const parts = isNew ? undefined : wholeProblem({ id, ...command }, all);
  if (parts) problems.dollars = [parts];
  if (command.toldApart || unasked || hasProblems(problems)) return problems;
  const entry: Told = { id, stateCode: command.state, ...command };
  const wholes = new Map([...all].map(([one, { partOf }]) => [one, partOf])).set(id, command.partOf);
  const twins = [...all.values()].filter((other) => maySameMoney(entry, other, wholes));
  if (twins.length > 0) problems[SAME_MONEY] = [sameMoneyWords(twins)];
  return problems;
}

function sameMoneyWords(twins: readonly Told[]): string {
  const [first] = twins;
  const more = twins.length > 1 ? ` and ${twins.length - 1} more` : "";
  return `This may be the same money as “${first?.purpose}” of ${first?.investor}${more}. If it is, change that entry, or say that this one is part of it. If it is not, tick “It is other money” and save again.`;
}

function columnsOf(command: InvestmentCommand) {
  return {
    state_code: command.state,
    investor: command.investor,
    dollars: command.dollars,
    at_least: command.atLeast && command.dollars !== null,
    in_kind: command.inKind,
    from_year: command.fromYear,
    to_year: command.toYear,
    years_note: command.yearsNote,
    purpose: command.purpose,
    came_of_it: command.cameOfIt,
    part_of: command.partOf,
    told_apart: command.toldApart,
    source_name: command.sourceName,
    source_url: command.sourceUrl,
    source_note: command.sourceNote,
  };
}

async function organizationOf(ctx: Ctx, { investor, state }: InvestmentCommand): Promise<string> {
  return (await findOrAddOrganization(ctx, { name: investor, stateCode: state })).id;
}

async function note(
  ctx: Ctx,
  name: "investment.added" | "investment.changed",
  id: string,
  command: InvestmentCommand,
): Promise<void> {
  await learnWords(ctx, `${command.investor} ${command.purpose} ${command.cameOfIt}`);
  await tell(ctx, { name, subject: { kind: "investment", id }, particulars: { name: command.investor } });
}

async function staleOrMissing(ctx: Ctx, id: string): Promise<Error> {
  const row = await ctx.db.selectFrom("investments").select("id").where("id", "=", id).executeTakeFirst();
  return row ? new Conflict() : new NotFound();
}
