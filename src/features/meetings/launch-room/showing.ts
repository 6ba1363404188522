import type { Ctx } from "#platform/context.ts";
import { votedOn } from "./priorities.ts";
import { askersOf, groupsOf, opportunitiesOf, type Room, signUpsOf, turnoutOf, votersOf } from "./queries.ts";
import type { Step } from "./steps.ts";

const WALL: readonly Step[] = ["capture", "group"];
const VOTE: readonly Step[] = ["vote", "count"];
const LISTS: readonly Step[] = ["sign-up", "closed"];

/** What stands in a room at its step; what the step does not show is not read. */
export async function standingOf(ctx: Pick<Ctx, "db">, room: Room) {
  const { meeting, step } = room;
  return {
    groups: step === "capture" ? [] : await groupsOf(ctx, meeting),
    opportunities: WALL.includes(step) ? await opportunitiesOf(ctx, meeting) : [],
    // What was not voted on is not in it, so before the box is opened there is nothing.
    results: step === "results" ? await votedOn(ctx, meeting) : [],
    signUps: LISTS.includes(step) ? await signUpsOf(ctx, meeting) : [],
  };
}

/** What those who conduct see beside it. */
export async function conductedOf(ctx: Pick<Ctx, "db">, room: Room) {
  const standing = await standingOf(ctx, room);
  const votes = VOTE.includes(room.step);
  return {
    ...standing,
    opportunities: votes ? await opportunitiesOf(ctx, room.meeting) : standing.opportunities,
    voters: votes ? await votersOf(ctx, room) : [],
    askers: room.step === "vote" ? await askersOf(ctx, room.meeting) : [],
  };
}

/** What the wall shows beside it. */
export async function projectedOf(ctx: Pick<Ctx, "db">, room: Room) {
  return {
    ...(await standingOf(ctx, room)),
    turnout: VOTE.includes(room.step) ? await turnoutOf(ctx, room) : null,
  };
}

/** What a phone shows beside it: in the vote, the companies to choose from. */
export async function onPhoneOf(ctx: Pick<Ctx, "db">, room: Room) {
  const standing = await standingOf(ctx, room);
  return {
    ...standing,
    // A phone shows what was said last; the wall has it all.
    opportunities: room.step === "capture" ? standing.opportunities.slice(-NEWEST) : [],
    voters: room.step === "vote" ? await votersOf(ctx, room) : [],
  };
}

const NEWEST = 12;
