/** The front door: what a state's partnerships did together, none of them named. */
export { type StateYear, stateYears } from "./state-sums/queries.ts";
export { StateSums } from "./state-sums/views/state-sums.tsx";
