/** The front door: the sectors, in the editors' order, with their colors and codes. */

export { type Sector, sectorBySlug, sectors, sectorsByIds } from "./queries.ts";
export { codeWords } from "./rules.ts";
