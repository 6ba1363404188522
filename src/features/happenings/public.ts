/** The front door: what readers see of what happened, for the pages that show it beside something else. */
export { listPath } from "./reading/address.ts";
export { withArticle } from "./reading/describe.ts";
export { feedsOf } from "./reading/feed-links.ts";
export { NO_FILTER } from "./reading/filter.ts";
export {
  happeningsBySector,
  happeningsByState,
  happeningsOfPartnership,
  type ListedHappening,
  type Listing,
  listHappenings,
} from "./reading/listing.ts";
export { type NewestHappening, newestOfPartnerships } from "./reading/newest-of.ts";
export { latestHappenings, partnershipsNamed } from "./reading/overviews.ts";
export { HappeningCards } from "./reading/views/happening-card.tsx";
export { ListLinks } from "./reading/views/list-links.tsx";
export { countWaiting as countWaitingHappenings, waitingHappenings } from "./review/sources.ts";
export { carriedIntoShare, SHARE_PATH } from "./submissions/carrying.ts";
