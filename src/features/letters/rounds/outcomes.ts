import { type Meeting, prioritiesOf } from "#features/meetings/public.ts";
import type { Ctx } from "#platform/context.ts";

/** What a meeting decided, and who put a hand up. */
export interface Outcomes {
  priorities: { title: string; votes: number }[];
  signUps: { title: string; names: string[] }[];
}

export async function outcomesOf(ctx: Pick<Ctx, "db">, meeting: Pick<Meeting, "id">): Promise<Outcomes> {
  const priorities = await prioritiesOf(ctx, meeting);
  return {
    priorities: priorities.map(({ title, votes }) => ({ title, votes })),
    signUps: priorities
      .filter(({ signUps }) => signUps.length > 0)
      .map(({ title, signUps }) => ({
        title,
        names: signUps.map(({ name, company }) => [name, company].filter(Boolean).join(" of ")),
      })),
  };
}
