import { NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { type Round, roundById } from "./queries.ts";

/** The round of the address. @throws NotFound also for a round of another partnership */
export async function roundIn(c: HouseContext): Promise<{ workspace: Workspace; round: Round }> {
  const workspace = await workspaceIn(c);
  const round = await roundById(c.var.ctx, workspace.id, idOf(c));
  if (!round) throw new NotFound();
  return { workspace, round };
}
