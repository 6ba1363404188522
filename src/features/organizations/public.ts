/** The front door: the one directory of organizations. */

export { findOrAddOrganization } from "./actions.ts";
export { organizationsNamed } from "./find.ts";
export {
  ORGANIZATION_KIND_WORDS,
  ORGANIZATION_KINDS,
  type OrganizationKind,
} from "./kinds.ts";
export {
  type Organization,
  organizationBySlug,
  organizationPaths,
  organizationsByIds,
} from "./queries.ts";
