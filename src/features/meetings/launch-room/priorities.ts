import type { Ctx } from "#platform/context.ts";
import { groupsOf, opportunitiesOf, roomOf, signUpsOf } from "./queries.ts";
import { ranksOf } from "./rules.ts";
import type { SignUpRole } from "./steps.ts";

/** What a launch took on, with who signed up for it. */
export interface Priority {
  id: string;
  title: string;
  votes: number;
  /** 1 is the most votes; shared by those who have as many. */
  rank: number;
  tied: boolean;
  /** In the words of those who said them. */
  opportunities: string[];
  signUps: { contact: string; name: string; company: string; role: SignUpRole }[];
}

/** The priorities that a meeting's room took on, from the most votes; none until the votes are counted. Three queries. */
export async function prioritiesOf(ctx: Pick<Ctx, "db">, meeting: { id: string }): Promise<Priority[]> {
  return (await votedOn(ctx, meeting.id)).filter(({ takenOn }) => takenOn);
}

/** Everything that was voted on, from the most votes. */
export async function votedOn(
  ctx: Pick<Ctx, "db">,
  meeting: string,
): Promise<(Priority & { takenOn: boolean })[]> {
  const groups = (await groupsOf(ctx, meeting))
    .flatMap(({ votes, ...group }) => (votes === null ? [] : [{ ...group, votes }]))
    // A sort keeps the order of what is equal: that of the ballot.
    .sort((a, b) => b.votes - a.votes);
  if (groups.length === 0) return [];
  const opportunities = await opportunitiesOf(ctx, meeting);
  const signUps = await signUpsOf(ctx, meeting);
  const ranks = ranksOf(groups.map(({ votes }) => votes));
  return groups.map(({ id, title, votes, takenOn }, index) => ({
    id,
    title,
    votes,
    takenOn,
    ...ranks[index]!,
    opportunities: opportunities.filter(({ group }) => group === id).map(({ words }) => words),
    signUps: signUps
      .filter(({ group }) => group === id)
      .map(({ contact, name, company, role }) => ({ contact, name, company, role })),
  }));
}

export interface LaunchFigures {
  opportunities: number;
  companiesVoted: number;
  priorities: number;
  /** Priorities with a champion from business. */
  ledByBusiness: number;
}

/** Figures of a meeting's room; undefined where there was none, or nothing was counted. */
export async function launchFigures(
  ctx: Pick<Ctx, "db">,
  meeting: { id: string },
): Promise<LaunchFigures | undefined> {
  const room = await roomOf(ctx, meeting.id);
  if (!room || room.companiesVoted === null) return undefined;
  const priorities = await prioritiesOf(ctx, meeting);
  return {
    opportunities: (await opportunitiesOf(ctx, meeting.id)).length,
    companiesVoted: room.companiesVoted,
    priorities: priorities.length,
    ledByBusiness: priorities.filter(({ signUps }) => signUps.some(({ role }) => role === "champion")).length,
  };
}
