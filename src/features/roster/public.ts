/** The front door: the people and companies that a partnership's team works with. */

export { findOrAddContact, withdrawConsent } from "./actions.ts";
export { findOrAddCompany } from "./companies.ts";
export type { NewContact } from "./facts.ts";
export { moveFurther } from "./moving.ts";
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
