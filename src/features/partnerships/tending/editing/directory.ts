import { done, type Outcome, problem } from "#base/outcome.ts";
import { findOrAddOrganization, type OrganizationKind } from "#features/organizations/public.ts";
import { profileAt } from "#features/people/public.ts";
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

/**
 * A person who was typed, as the one in the directory where their profile was given. Only somebody who listed
 * themselves is found there.
 */
export async function personTyped(
  ctx: Ctx,
  typed: { name: string; profile: string; before: Named | null | undefined },
): Promise<Outcome<Named | null>> {
  const { name, profile, before } = typed;
  if (profile === "") return done(personNamed(name, before));
  const slug = /(?:^|\/people\/)([a-z0-9-]+)\/?$/.exec(profile.toLowerCase())?.[1];
  const seen = slug ? await profileAt(ctx, slug, "members") : undefined;
  if (!seen)
    return problem(
      "profile",
      "We find no such profile. Copy the address of their page among the people, such as /people/ana-ruiz.",
    );
  return name === ""
    ? problem("name", "Give the name as the page shall have it.")
    : done({ name, id: seen.personId });
}

/** A person who was typed; whoever stood there in the directory stays so while the name is not touched. */
export function personNamed(typed: string, before: Named | null | undefined): Named | null {
  if (typed === "") return null;
  return before && before.name === typed ? before : { name: typed, id: null };
}
