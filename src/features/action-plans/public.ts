/** The front door: what figures may know of a partnership's plan, and of the letters that were told to have gone out. */

export { type LettersTold, lettersTold } from "./letters-told.ts";
export { type PlanFacts, planFacts } from "./plan-facts.ts";
export { leadsAtReviews } from "./reviewing/queries.ts";
