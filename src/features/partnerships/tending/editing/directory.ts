import { findOrAddOrganization, type OrganizationKind } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../../content.ts";

type Named = { name: string; id: string | null };

/**
 * An organization that somebody typed, as the one entry of the directory that it is; a new name is added. What stood
 * there before and was not touched stays what it is, also when two organizations share a name.
 */
export async function organizationNamed(
  ctx: Ctx,
  typed: string,
  given: { before?: Named | null | undefined; page: PartnershipContent; kind?: OrganizationKind | undefined },
): Promise<Named | null> {
  if (typed === "") return null;
  const { before } = given;
  if (before?.id && before.name === typed) return before;
  const found = await findOrAddOrganization(ctx, {
    name: typed,
    kind: given.kind,
    stateCode: given.page.states[0],
  });
  return { name: found.name, id: found.id };
}

/** A person who was typed; whoever stood there in the directory stays so while the name is not touched. */
export function personNamed(typed: string, before: Named | null | undefined): Named | null {
  if (typed === "") return null;
  return before && before.name === typed ? before : { name: typed, id: null };
}
