/** The room's front door: states, their outlines, stamps and the national map. */
export { nationOutline, stateOutline } from "./outlines.ts";
export { allStates, type State, stateByCode, stateByFips, stateByName } from "./states.ts";
export { drawUpright, type Outline } from "./upright.ts";
export { type MapEntry, NationalMap, type NationalMapProps } from "./views/national-map.tsx";
export { StateList } from "./views/state-list.tsx";
export { StateStamp, type StateStampProps } from "./views/state-stamp.tsx";
