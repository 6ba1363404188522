import { NotFound } from "#base/surprises.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { type Workspace, workspaceBySlug } from "./workspaces.ts";

const opened = new WeakMap<HouseContext, Promise<Workspace | undefined>>();

/**
 * The shared table of the address; asked once for a request, however many ask.
 *
 * @throws NotFound
 */
export async function workspaceIn(c: HouseContext): Promise<Workspace> {
  const asked = opened.get(c) ?? workspaceBySlug(c.var.ctx, c.req.param("slug") ?? "");
  opened.set(c, asked);
  const workspace = await asked;
  if (!workspace) throw new NotFound();
  return workspace;
}

/** The team of the partnership in the address, and nobody else. */
export const TEAM: ScopedAccess = {
  permission: "partnership.work",
  async scope(c) {
    const { id, states } = await workspaceIn(c);
    return { partnership: id, states };
  },
};
