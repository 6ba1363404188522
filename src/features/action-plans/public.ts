/** The front door: what figures and other pages may know of a partnership's plan. */

export { type PlanFacts, planFacts } from "./plan-facts.ts";
export { leadsAtReviews } from "./reviewing/queries.ts";
