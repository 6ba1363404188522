import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockSums, unlockSums } from "./box.ts";
import { lockRoom, showOn, tellOf } from "./changing.ts";
import { groupsOf, type Room, roomOf, turnoutOf } from "./queries.ts";
import { commonlyTaken, mayGo } from "./rules.ts";
import { STEP_WORDS, type Step } from "./steps.ts";

/** Without letters and digits that are taken for one another when they are read from a screen. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export interface RoomSettings {
  votesEach: number;
  publicVotes: boolean;
  phonesCapture: boolean;
}

/** Opens the room of a meeting; the one that is there where two open it at once. */
export async function openRoom(
  ctx: Ctx,
  meeting: { id: string; partnership: string },
  settings: RoomSettings,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const made = await ctx.db
      .insertInto("launch_rooms")
      .values({
        meeting: meeting.id,
        code: codeFrom(ctx.random.token()),
        votes_each: settings.votesEach,
        public_votes: settings.publicVotes,
        phones_capture: settings.phonesCapture,
        companies_voted: null,
        changed_at: ctx.now,
        created_at: ctx.now,
      })
      .onConflict((on) => on.column("meeting").doNothing())
      .returning("meeting")
      .executeTakeFirst();
    if (made)
      await tellOf(ctx, "launch.room-opened", { meeting: meeting.id, partnership: meeting.partnership });
  });
}

/** Six of 32 letters: a billion rooms, and five bits of each byte of chance are as good as the whole. */
function codeFrom(token: string): string {
  const bytes = Buffer.from(token, "base64url");
  return [...bytes.subarray(0, 6)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** How many votes, and who gives them, is said before the vote; whether phones capture, at any time. */
export async function changeSettings(
  ctx: Ctx,
  meeting: string,
  settings: RoomSettings,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const room = await lockRoom(ctx, meeting);
    const before = room.step === "capture" || room.step === "group";
    if (!before && (settings.votesEach !== room.votesEach || settings.publicVotes !== room.publicVotes))
      return problem("votesEach", "The vote has begun, so how it is held stays as it is.");
    await ctx.db
      .updateTable("launch_rooms")
      .set({
        votes_each: settings.votesEach,
        public_votes: settings.publicVotes,
        phones_capture: settings.phonesCapture,
        changed_at: ctx.now,
      })
      .where("meeting", "=", meeting)
      .execute();
    await showOn(ctx, meeting, "everywhere");
    return done(null);
  });
}

/**
 * Takes the room to another step. Who presses the same button as somebody else a moment later finds it done.
 *
 * @throws Conflict when somebody has taken it elsewhere
 */
export async function goTo(
  ctx: Ctx,
  meeting: string,
  { from, to }: { from: Step; to: Step },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const room = await lockRoom(ctx, meeting);
    if (room.step === to) return done(null);
    // Votes that are being written come before, and none after.
    if (room.step === "vote") await lockBox(ctx, meeting);
    const anyVoted = room.step === "vote" && (await turnoutOf(ctx, room)).voted > 0;
    if (room.step !== from || !mayGo(from, to, { anyVoted }))
      throw new Conflict(
        anyVoted && to === "group"
          ? "A company has voted meanwhile, so what is voted on stays as it is. Nothing was changed."
          : `The room is at “${STEP_WORDS[room.step].title}” now. Nothing was changed.`,
      );
    const refusal = await prepare(ctx, room, to);
    if (refusal) return refusal;
    await ctx.db
      .updateTable("launch_rooms")
      .set({ step: to, changed_at: ctx.now })
      .where("meeting", "=", meeting)
      .execute();
    await tellOf(ctx, "launch.step-changed", room, { step: to });
    await showOn(ctx, meeting, "everywhere");
    return done(null);
  });
}

/** What must be there before a step, and what it begins with. */
async function prepare(ctx: Ctx, room: Room, to: Step): Promise<Outcome<null> | undefined> {
  if (room.step === "group" && to === "vote") return layBox(ctx, room);
  if (room.step === "vote" && to === "group")
    await ctx.db.deleteFrom("launch_boxes").where("meeting", "=", room.meeting).execute();
  if (room.step === "count" && to === "results") await openBox(ctx, room);
  if (
    room.step === "results" &&
    to === "sign-up" &&
    !(await groupsOf(ctx, room.meeting)).some((group) => group.takenOn)
  )
    return problem("", "Mark at least one as a priority first, so that there is something to sign up for.");
  return undefined;
}

async function layBox(ctx: Ctx, room: Room): Promise<Outcome<null> | undefined> {
  const groups = await groupsOf(ctx, room.meeting);
  if (groups.length < 2)
    return problem(
      "",
      "A vote needs at least two groups to choose between. Put the opportunities into groups first.",
    );
  if (groups.some(({ title }) => title === ""))
    return problem(
      "",
      "A group has no title yet. On the ballot it would be an empty line; please name it first.",
    );
  const box = { meeting: room.meeting, key: ctx.random.token() };
  await ctx.db
    .insertInto("launch_boxes")
    .values({ ...box, sums: lockSums(ctx, box, new Map(groups.map(({ id }) => [id, 0]))) })
    .execute();
  return undefined;
}

/** The box, so that one vote after the other goes in. */
export async function lockBox(ctx: Ctx, meeting: string) {
  return ctx.db
    .selectFrom("launch_boxes")
    .selectAll()
    .where("meeting", "=", meeting)
    .forUpdate()
    .executeTakeFirst();
}

/** From now on the sums are plain, and the key to how they came about is gone. */
async function openBox(ctx: Ctx, room: Room): Promise<void> {
  const box = await lockBox(ctx, room.meeting);
  if (!box) throw new Conflict();
  const sums = [...unlockSums(ctx, box)].sort(([, a], [, b]) => b - a);
  const taken = commonlyTaken(sums.map(([, votes]) => votes));
  for (const [index, [group, votes]] of sums.entries())
    await ctx.db
      .updateTable("launch_groups")
      .set({ votes, taken_on: taken[index]! })
      .where("id", "=", group)
      .execute();
  const { voted } = await turnoutOf(ctx, room);
  await ctx.db.deleteFrom("launch_boxes").where("meeting", "=", room.meeting).execute();
  await ctx.db
    .updateTable("launch_rooms")
    .set({ companies_voted: voted })
    .where("meeting", "=", room.meeting)
    .execute();
  await tellOf(ctx, "launch.votes-counted", room, { companies: voted });
}

/** Whether a group is one of the priorities; said once or twice, it is the same. */
export async function takeOn(ctx: Ctx, meeting: string, group: string, takenOn: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const room = await lockRoom(ctx, meeting);
    if (room.companiesVoted === null)
      throw new Conflict("The votes are not counted yet. Nothing was changed.");
    await ctx.db
      .updateTable("launch_groups")
      .set({ taken_on: takenOn })
      .where("id", "=", group)
      .where("meeting", "=", meeting)
      .execute();
    await showOn(ctx, meeting, "everywhere");
  });
}

/** Where the room is, for those who only look. */
export async function stepOf(ctx: Pick<Ctx, "db">, meeting: string): Promise<Step | undefined> {
  return (await roomOf(ctx, meeting))?.step;
}
