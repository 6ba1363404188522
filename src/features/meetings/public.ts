/** The front door: a partnership's meetings, who is asked to them, who comes and who came. */

export {
  businessesWhoCame,
  type HeldMeeting,
  heldMeetings,
} from "./attendance.ts";
export { rsvpHref } from "./guests/links.ts";
export { markInvited, markReminded } from "./guests/marking.ts";
export { type Guest, guestsOf } from "./guests/queries.ts";
export {
  launchFigures,
  type Priority,
  prioritiesOf,
} from "./launch-room/priorities.ts";
export { meetingPath } from "./paths.ts";
export { type Meeting, meetingById, meetingsOf, nextMeetingOf } from "./queries.ts";
export { dayWords, hoursWords, whenWords } from "./when.ts";
