import type { Meeting } from "#features/meetings/public.ts";
import type { Ctx } from "#platform/context.ts";

/** What a meeting decided, and who put a hand up. */
export interface Outcomes {
  priorities: { title: string; votes: number }[];
  signUps: { title: string; names: string[] }[];
}

export async function outcomesOf(_ctx: Ctx, _meeting: Meeting): Promise<Outcomes> {
  return { priorities: [], signUps: [] };
}
