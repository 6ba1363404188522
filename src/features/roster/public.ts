/** The front door: the people and companies that a partnership's team works with. */

export { findOrAddCompany, findOrAddContact, moveFurther, withdrawConsent } from "./actions.ts";
export type { NewContact } from "./facts.ts";
export { firstNameOf, nameOrAddress } from "./names.ts";
export { contactPath } from "./paths.ts";
export {
  type Contact,
  type ContactFilter,
  championsOf,
  contactByEmail,
  contactById,
  contactsByIds,
  contactsOf,
} from "./queries.ts";
export { SIDE_WORDS, SIDES, type Side, STANDING_WORDS, type Standing } from "./standings.ts";
