import type { Ctx } from "#platform/context.ts";
import { nameRegion } from "./regions/actions.ts";
import type { RegionCommand } from "./regions/forms.ts";
import { regionBySlug } from "./regions/queries.ts";

/** Sheridan and Johnson, Wyoming. */
export const BIGHORNS = ["56019", "56033"];

/** A region, kept by whoever acts, or by nobody where the house acts. */
export async function regionAt(
  ctx: Ctx,
  given: Partial<RegionCommand> = {},
): Promise<{ id: string; slug: string }> {
  const { actor } = ctx;
  const named = await nameRegion(ctx, actor.kind === "person" ? actor : undefined, {
    name: "Sheridan and Johnson",
    note: "",
    counties: BIGHORNS,
    shown: "team",
    partnership: null,
    ...given,
  });
  const region = named.ok ? await regionBySlug(ctx, named.value.slug) : undefined;
  if (!region) throw new Error("The region could not be named.");
  return { id: region.id, slug: region.slug };
}
