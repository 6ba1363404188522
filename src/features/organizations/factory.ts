import type { Ctx } from "#platform/context.ts";
import { addOrganization, type OrganizationFacts } from "./actions.ts";
import type { Organization } from "./queries.ts";

/** Whole facts, for tests. */
export function organizationLike(given: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return {
    name: "Southeast Community College",
    alsoKnownAs: ["SCC"],
    kind: "college",
    stateCode: "ne",
    place: "Lincoln",
    url: "https://www.southeast.edu/",
    source: "Its website",
    ...given,
  };
}

/** An organization in the directory, for tests. */
export function organizationAt(ctx: Ctx, given: Partial<OrganizationFacts> = {}): Promise<Organization> {
  return addOrganization(ctx, organizationLike(given));
}
