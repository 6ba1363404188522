import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";

/** Whose roster it is. */
export interface Of {
  /** The partnership. */
  id: string;
  states: readonly string[];
}

/** The audit log names the partnership and no one on its roster: that is the team's own. */
export async function tellOf(
  ctx: Ctx,
  name: `roster.${string}`,
  partnership: string,
  particulars: Record<string, unknown>,
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "partnership", id: partnership }, particulars });
}
