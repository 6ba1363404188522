/** The front door: partnerships as readers see them, and their names and states for whoever decides about them. */

export { listPath as partnershipsPath, partnershipPath } from "./reading/address.ts";
export { describeFilter as describePartnerships } from "./reading/describe.ts";
export {
  filtersSet,
  NO_FILTER as ALL_PARTNERSHIPS,
  type PartnershipFilter,
  queryOf as filterQuery,
  readFilter as partnershipFilterFrom,
} from "./reading/filter.ts";
export {
  type ListedPartnership,
  type PartnershipListing,
  partnershipsByIds,
  partnershipsOfState,
} from "./reading/listing.ts";
export {
  type KnownPartnership,
  type PublicPart,
  partnershipById,
  partnershipBySlug,
  partnershipNames,
  partnershipsOfOrganizations,
} from "./reading/lookups.ts";
export {
  type AcademyMilestone,
  academiesOfState,
  type LedPartnership,
  partnershipsForLead,
} from "./reading/of-state.ts";
export {
  countsByStage,
  type MappedPartnership,
  mapOfPartnerships,
  partnershipsByState,
} from "./reading/overviews.ts";
export { type PartnershipRecord, partnershipRecord } from "./reading/record.ts";
export { PartnershipFilterForm } from "./reading/views/filter-form.tsx";
export { SectorChips, StageMark } from "./reading/views/marks.tsx";
export { PartsTable } from "./reading/views/parts-table.tsx";
export { drawnCounties, whereWords } from "./reading/where.ts";
export { freshSince, isStale } from "./rules.ts";
export { STAGE_WORDS, type Stage } from "./stages.ts";
export { THEMES } from "./themes.ts";
export { TEAM, workspaceIn } from "./workspace/door.ts";
export { ofTable, tablePath, tableTrail } from "./workspace/paths.ts";
export { type Workspace, workspaceById, workspacesByIds } from "./workspace/workspaces.ts";
