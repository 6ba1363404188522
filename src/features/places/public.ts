/** The room's front door: states and counties, their names, outlines, maps and the field that asks for counties. */
export {
  allCounties,
  countiesOf,
  countyByFips,
  presentCounties,
} from "./counties/counties.ts";
export { type CountyDrawing, type DrawnCounty, drawCounties } from "./counties/county-drawing.ts";
export { CONNECTICUT_NOTE } from "./counties/former.ts";
export { drawNationalCounties } from "./counties/national-counties.ts";
export { parseCounties } from "./counties/parse.ts";
export { regionOutline } from "./counties/region.ts";
export { countyLabel, countyListWords, countyWords } from "./counties/words.ts";
export { drawNetwork, type NetworkDrawing } from "./network.ts";
export { nationOutline, stateOutline } from "./outlines.ts";
export { allStates, type State, stateByCode, stateByFips, stateByName } from "./states.ts";
export { CountyPicker } from "./views/county-picker.tsx";
export { NationalMap } from "./views/national-map.tsx";
export { NetworkList, NetworkMap } from "./views/network-map.tsx";
export { RegionOutline, RegionStamp } from "./views/region-outline.tsx";
export { StateCountyMap } from "./views/state-county-map.tsx";
export { StateStamp } from "./views/state-stamp.tsx";
export { US_TIME_ZONES, zoneOfState } from "./zones.ts";
