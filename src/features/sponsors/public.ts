/** The front door: whom a state's page thanks. */
export { sponsorsOfState } from "./queries.ts";
export { TIER_WORDS } from "./rules.ts";
