import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { findOrAddCompany } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockSums, plus, unlockSums } from "./box.ts";
import { lockRoom, showOn } from "./changing.ts";
import { lockBox, stepOf } from "./conducting.ts";
import { type Asker, askerById, askersOf, MOST_ASKERS, type Room, voterById, votersOf } from "./queries.ts";

/**
 * What became of a ballot: it is in; the company's votes were in already, from somebody else; it came when the vote was
 * not open; or the company is not among those who vote.
 */
export type BallotAnswer = "received" | "company-in" | "not-open" | "not-listed";

export interface Ballot {
  company: string;
  /** Groups, each once. */
  choices: readonly string[];
  /** What the phone names this sending; sent again after a lost answer, it is the same. */
  sending: string;
}

/**
 * Puts a company's votes into the box, once. In one transaction the company's paper is marked as used and the sums go
 * up under their lock; nothing is written that says which company's votes went where, nor when, nor in which order:
 * no row for the vote, no event, no line in the log.
 */
export async function castBallot(ctx: Ctx, room: Room, ballot: Ballot): Promise<Outcome<BallotAnswer>> {
  return transact(ctx, async (ctx): Promise<Outcome<BallotAnswer>> => {
    const { meeting } = room;
    const box = await lockBox(ctx, meeting);
    const voter = await voterById(ctx, room, ballot.company);
    if (!voter) return done("not-listed");
    const receipt = ctx.seal("launch ballot", `${meeting} ${ballot.sending}`);
    if (voter.voted) return done(voter.receipt === receipt ? "received" : "company-in");
    // Asked for after the lock: before it, somebody may just have been closing the vote.
    if (!box || (await stepOf(ctx, meeting)) !== "vote") return done("not-open");
    const sums = unlockSums(ctx, box);
    const choices = [...new Set(ballot.choices)];
    if (choices.length === 0)
      return problem("choices", "Choose at least one. Your company’s votes are not sent yet.");
    if (choices.length > room.votesEach)
      return problem(
        "choices",
        `Each company has ${votesWords(room.votesEach)}. Please take ${choices.length - room.votesEach} away.`,
      );
    if (choices.some((group) => !sums.has(group)))
      return problem(
        "choices",
        "What is voted on has changed since this page was opened. Please choose again.",
      );
    await markUsed(ctx, meeting, ballot.company, receipt);
    await ctx.db
      .updateTable("launch_boxes")
      .set({
        sums: lockSums(
          ctx,
          box,
          plus(
            sums,
            choices.map((group) => [group, 1] as const),
          ),
        ),
      })
      .where("meeting", "=", meeting)
      .execute();
    await showOn(ctx, meeting, "screens");
    return done("received");
  });
}

export function votesWords(votes: number): string {
  return votes === 1 ? "one vote" : `${votes} votes`;
}

async function markUsed(ctx: Ctx, meeting: string, company: string, receipt: string | null): Promise<void> {
  await ctx.db
    .insertInto("launch_papers")
    .values({ meeting, company, used: true, receipt })
    .onConflict((on) => on.columns(["meeting", "company"]).doUpdateSet({ used: true, receipt }))
    .execute();
}

/** Votes that came on paper, counted by item, and whose papers they were. */
export interface PaperVotes {
  companies: readonly string[];
  /** Votes by group. */
  counts: ReadonlyMap<string, number>;
}

/** Puts what was counted on paper into the box, all of it at once, while it is locked. */
export async function addPaperVotes(
  ctx: Ctx,
  room: Room,
  { companies, counts }: PaperVotes,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const { meeting } = room;
    const box = await lockBox(ctx, meeting);
    const step = await stepOf(ctx, meeting);
    if (!box || (step !== "vote" && step !== "count"))
      return problem(
        "",
        "The box is open already, so nothing can go into it. Write into the notes what was left out.",
      );
    const voters = new Map((await votersOf(ctx, room)).map((voter) => [voter.id, voter]));
    const twice = companies.flatMap((id) => (voters.get(id)?.voted ? [voters.get(id)!.name] : []));
    if (twice.length > 0)
      return problem(
        "companies",
        `The votes of ${twice.join(", ")} are in already, so theirs on paper do not count. Take those papers out and count again.`,
      );
    if (companies.length === 0 || companies.some((id) => !voters.has(id)))
      return problem("companies", "Tick the companies whose papers you counted.");
    const total = [...counts.values()].reduce((sum, votes) => sum + votes, 0);
    const most = companies.length * room.votesEach;
    const papers = companies.length === 1 ? "1 paper" : `${companies.length} papers`;
    if (total > most)
      return problem(
        "counts",
        `${papers} with ${votesWords(room.votesEach)} each make at most ${votesWords(most)}, and these are ${total}.`,
      );
    if (total === 0) return problem("counts", "Write how many votes each has on the papers.");
    if ([...counts.values()].some((votes) => votes > companies.length))
      return problem("counts", `No choice can have more votes than there are papers: ${papers}.`);
    const sums = unlockSums(ctx, box);
    for (const company of companies) await markUsed(ctx, meeting, company, null);
    await ctx.db
      .updateTable("launch_boxes")
      .set({
        sums: lockSums(
          ctx,
          box,
          plus(
            sums,
            [...counts].filter(([group]) => sums.has(group)),
          ),
        ),
      })
      .where("meeting", "=", meeting)
      .execute();
    await showOn(ctx, meeting, "screens");
    return done(null);
  });
}

/**
 * A company that is not among the guests asks to vote. Who types the name of one that is there needs nobody's word.
 *
 * @returns the company's id where it may vote at once, else the id of what was asked
 */
export async function askToVote(
  ctx: Ctx,
  room: Room,
  given: { id: string; name: string },
): Promise<Outcome<{ company: string } | { asker: string }>> {
  return transact(ctx, async (ctx): Promise<Outcome<{ company: string } | { asker: string }>> => {
    const wanted = given.name.toLowerCase();
    const there = (await votersOf(ctx, room)).find(({ name }) => name.toLowerCase() === wanted);
    if (there) return done({ company: there.id });
    if ((await stepOf(ctx, room.meeting)) !== "vote")
      return problem("name", "The vote is not open, so nobody can be let in to it.");
    const waiting = await askersOf(ctx, room.meeting);
    const same = waiting.find(({ id, name }) => id === given.id || name.toLowerCase() === wanted);
    if (same) return done({ asker: same.id });
    if (waiting.length >= MOST_ASKERS)
      return problem("name", "Many are waiting to be let in. Please tell the facilitator who you are.");
    const made = await ctx.db
      .insertInto("launch_askers")
      .values({ id: given.id, meeting: room.meeting, name: given.name, company: null, created_at: ctx.now })
      .onConflict((on) => on.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made)
      return (await askerById(ctx, room.meeting, given.id))
        ? done({ asker: given.id })
        : problem("name", "Please send this once more.");
    await showOn(ctx, room.meeting, "screens");
    return done({ asker: given.id });
  });
}

/** Lets a company vote that asked, or not; said twice, the first word counts. */
export async function answerAsker(
  ctx: Ctx,
  of: { id: string; states: readonly string[] },
  meeting: string,
  id: string,
  letIn: boolean,
): Promise<Asker> {
  return transact(ctx, async (ctx) => {
    await lockRoom(ctx, meeting);
    const asker = await askerById(ctx, meeting, id);
    if (!asker) throw new NotFound();
    if (asker.state !== "asking") return asker;
    const company = letIn ? await findOrAddCompany(ctx, of, asker.name, "business") : null;
    const state = letIn ? "let-in" : "declined";
    await ctx.db.updateTable("launch_askers").set({ state, company }).where("id", "=", id).execute();
    if (company)
      await ctx.db
        .insertInto("launch_papers")
        .values({ meeting, company, receipt: null })
        .onConflict((on) => on.columns(["meeting", "company"]).doNothing())
        .execute();
    await showOn(ctx, meeting, "everywhere");
    return { ...asker, state, company };
  });
}
