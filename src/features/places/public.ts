/** The room's front door: states, their outlines, stamps and the national map. */
export { nationOutline, stateOutline } from "./outlines.ts";
export { allStates, type State, stateByCode } from "./states.ts";
export { NationalMap } from "./views/national-map.tsx";
export { StateList } from "./views/state-list.tsx";
export { StateStamp } from "./views/state-stamp.tsx";
