/** The front door: what a state's page says in its own words, and who leads there. */

export { ROLE_WORDS as STATE_ROLE_WORDS, STATE_ROLES, type StateRole } from "./appointing/forms.ts";
export { type Coach, coachesOf } from "./coaches/queries.ts";
export { type KnownLeads, leadsOfState } from "./leads.ts";
export { type StatePage, statePage, toldStates } from "./page/queries.ts";
export { StateLinks } from "./page/views/words-preview.tsx";
export { ofState, stateOf } from "./scope.ts";
