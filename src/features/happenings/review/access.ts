import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";

/**
 * For editors, and for those to whom the state of this happening is given to publish. What nobody has is in no state,
 * so that editors alone are told that it is not there.
 */
export const REVIEWERS: ScopedAccess = {
  permission: "state.publish",
  async scope(c: HouseContext) {
    const id = c.req.param("id") ?? "";
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return {};
    const row = await c.var.ctx.db
      .selectFrom("happenings")
      .select("state_code")
      .where("id", "=", id)
      .where("stage", "!=", "unconfirmed")
      .executeTakeFirst();
    // Its main state decides; that it is also about another one opens it to nobody there.
    return row ? { states: [row.state_code] } : {};
  },
};

/** Whether the actor works the whole desk, rather than one state's happenings. */
export function worksTheDesk(ctx: Ctx): boolean {
  return may(ctx.actor, "desk.work");
}

/** Where whoever looks at a happening came from: the desk, or what waits in its state. */
export function homeOf(ctx: Ctx, state: string): { href: string; label: string } {
  if (worksTheDesk(ctx)) return { href: "/desk", label: "Desk" };
  return { href: `/states/${state}/review`, label: `Updates from ${stateByCode(state)?.name ?? state}` };
}

/** Why somebody may not make a happening one of this state; undefined when they may. */
export function stateProblem(ctx: Ctx, state: string): string | undefined {
  if (may(ctx.actor, "state.publish", { states: [state] })) return undefined;
  const name = stateByCode(state)?.name ?? state;
  return `You do not publish for ${name}. Leave its state as it is, or ask an editor of this site to move it.`;
}
