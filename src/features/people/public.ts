/** The front door: who people are, who acts, and how they come in. */

export { makeEditor } from "./editors/actions.ts";
export { editors } from "./editors/queries.ts";
export { endGrant, giveGrant } from "./grants/actions.ts";
export { inviteTo, withdrawInvitation } from "./grants/invitations.ts";
export {
  grantsOf,
  type Holder,
  holdersOf,
  invitationsFor,
  type OpenInvitation,
  openInvitations,
  scopesHeldBy,
  scopesWith,
} from "./grants/queries.ts";
export { profileAt, profilesOf } from "./profiles/queries.ts";
export { type Person, personByEmail, personById } from "./queries.ts";
export type { LetterRecipient } from "./relay/actions.ts";
export { letterRoutes } from "./relay/offering.tsx";
export { isEditor } from "./rules.ts";
export { makeFirstEditorLink } from "./sign-in/actions.ts";
export { SESSION_COOKIE_NAMES, sessionCookieName } from "./sign-in/cookie.ts";
export { signInMailKind } from "./sign-in/mails.tsx";
export { actorOf } from "./sign-in/sessions.ts";
