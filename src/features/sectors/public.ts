/** The front door: the sectors, in the editors' order, with their colors and codes. */

export { naicsTitle, overlaps, type SectorCode, shared } from "./naics.ts";
export { type Sector, sectorBySlug, sectors, sectorsByIds } from "./queries.ts";
export { codeWords } from "./rules.ts";
